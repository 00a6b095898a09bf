package org.shutterline.server.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Output;
import org.shutterline.server.spi.Teacher;
import org.shutterline.server.spi.program.Program;
import org.shutterline.server.spi.program.ProgramPlan;

/** A kind of tool that is made in a worker. All else is as with the kind itself. */
final class IsolatedKind implements InspectionToolFactory {
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final int LONGEST_LINE_BYTES = 4 << 20;

    private final InspectionToolFactory kind;
    private final Map<String, Object> settings;
    private final List<String> command;

    IsolatedKind(InspectionToolFactory kind, Map<String, Object> settings, List<String> command) {
        this.kind = kind;
        this.settings = Map.copyOf(settings);
        this.command = List.copyOf(command);
    }

    @Override
    public String id() {
        return kind.id();
    }

    @Override
    public String title() {
        return kind.title();
    }

    @Override
    public List<Setting<?>> settings() {
        return kind.settings();
    }

    @Override
    public List<Output> outputs() {
        return kind.outputs();
    }

    @Override
    public List<Output> outputs(Options options) {
        return kind.outputs(options);
    }

    @Override
    public boolean findsPose() {
        return kind.findsPose();
    }

    @Override
    public boolean calibrates() {
        return kind.calibrates();
    }

    @Override
    public List<Setting<List<String>>> programs() {
        return kind.programs();
    }

    @Override
    public List<String> refersTo(Options options) {
        return kind.refersTo(options);
    }

    @Override
    public Optional<Teacher> teacher() {
        return kind.teacher();
    }

    /** The worker makes the tool; settings that it refuses are told by each picture, as the worker may be mended meanwhile. */
    @Override
    public InspectionTool create(Options options, JobFiles files) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("tool", kind.id());
        order.put("settings", settings);
        folder(settings, files).ifPresent(folder -> order.put("folder", folder.toString()));
        ProgramPlan plan =
                new ProgramPlan(kind.id(), command, Optional.empty(), order, START_LIMIT, LONGEST_LINE_BYTES);
        try {
            return new IsolatedTool(Program.start(plan));
        } catch (IOException notStarted) {
            throw new BadSetting(
                    "isolated", "expected that a worker process can be started: " + notStarted.getMessage());
        }
    }

    /** That of the job, found by the first text in the settings that is the name of a file in it. */
    private static Optional<Path> folder(Object raw, JobFiles files) {
        if (raw instanceof Map<?, ?> map) {
            return folder(map.values(), files);
        }
        if (raw instanceof Collection<?> all) {
            return all.stream().flatMap(one -> folder(one, files).stream()).findFirst();
        }
        if (raw instanceof String name) {
            try {
                return Optional.ofNullable(files.find(name, "").toAbsolutePath().getParent());
            } catch (BadSetting noFileOfTheJob) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
