package org.shutterline.server.station;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.Output;

/**
 * One tool of a job, set up but not yet made.
 *
 * @param id unique in the job
 * @param title for people
 * @param factory makes it
 * @param options its settings
 * @param outputs what it measures, in the units of this job; the first stands on its label
 * @param limits by the name of the output
 * @param whenNotFound NG or UNKNOWN: the verdict when it ran and did not find its feature
 * @param timeLimitMs 1 or more
 * @param role what its verdict means for that of the part
 * @param fixture the id of an earlier tool: its regions move as that one finds the part to lie
 * @param metric whether it stands behind a tool that calibrates, so that lengths are in mm
 */
public record ToolStep(
        String id,
        String title,
        InspectionToolFactory factory,
        Options options,
        List<Output> outputs,
        Map<String, Limits> limits,
        Verdict whenNotFound,
        int timeLimitMs,
        Role role,
        Optional<String> fixture,
        boolean metric) {
    public ToolStep {
        outputs = List.copyOf(outputs);
        limits = Map.copyOf(limits);
    }

    /** The same, made by a kind that stands for its own. */
    public ToolStep madeBy(InspectionToolFactory other) {
        return new ToolStep(
                id, title, other, options, outputs, limits, whenNotFound, timeLimitMs, role, fixture, metric);
    }

    public Limits limitsOf(String output) {
        return limits.getOrDefault(output, Limits.NONE);
    }

    /** Whether it gives lengths or areas in mm. */
    boolean measuresInMm() {
        return metric && outputs.stream().anyMatch(output -> output.scaling() != Output.Scaling.NONE);
    }
}
