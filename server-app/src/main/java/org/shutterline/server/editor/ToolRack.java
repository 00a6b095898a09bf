package org.shutterline.server.editor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.station.AtWork;
import org.shutterline.server.station.Inspector;
import org.shutterline.server.station.Job;
import org.shutterline.server.station.ToolStep;

/**
 * Tools that stay set up while a draft is changed: one of the same kind, settings and files is taken again, since a model or a
 * program takes its time to start. Used by one thread at a time.
 */
final class ToolRack implements AutoCloseable {
    private final Catalog<InspectionToolFactory> kinds;
    private final Map<ToolMake, Deque<InspectionTool>> idle = new LinkedHashMap<>();

    ToolRack(Catalog<InspectionToolFactory> kinds) {
        this.kinds = kinds;
    }

    /**
     * A job of tools that lie here, and new ones. Closing it lays them all here.
     *
     * @param draft that it is of
     */
    Inspector inspector(Job job, Draft draft, AtWork atWork) {
        return new Inspector(
                job,
                atWork,
                step -> take(ToolMake.of(draft, draft.tool(step.id()).orElseThrow(), kinds), step, job.files()));
    }

    private InspectionTool take(ToolMake make, ToolStep step, JobFiles files) {
        InspectionTool there = idle.getOrDefault(make, new ArrayDeque<>()).poll();
        return new Taken(make, there == null ? step.factory().create(step.options(), files) : there);
    }

    /**
     * Takes those off that nobody wants; whoever is given them closes them.
     *
     * @param wanted as many of each as stay
     */
    List<InspectionTool> without(List<ToolMake> wanted) {
        List<InspectionTool> gone = new ArrayList<>();
        idle.forEach((make, tools) -> {
            int stay = Collections.frequency(wanted, make);
            while (tools.size() > stay) {
                gone.add(tools.remove());
            }
        });
        idle.values().removeIf(Deque::isEmpty);
        return gone;
    }

    @Override
    public void close() {
        close(without(List.of()));
    }

    static void close(Collection<InspectionTool> tools) {
        tools.forEach(InspectionTool::farewell);
        tools.forEach(InspectionTool::close);
    }

    /** A tool in use. */
    private final class Taken implements InspectionTool {
        private final ToolMake make;
        private final InspectionTool tool;

        Taken(ToolMake make, InspectionTool tool) {
            this.make = make;
            this.tool = tool;
        }

        @Override
        public Finding inspect(Scene scene) throws ToolException {
            return tool.inspect(scene);
        }

        @Override
        public boolean mayBeCutShort() {
            return tool.mayBeCutShort();
        }

        @Override
        public void close() {
            idle.computeIfAbsent(make, first -> new ArrayDeque<>()).add(tool);
        }
    }
}
