package org.shutterline.server.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final int LONGEST_LINE_BYTES = 4 << 20;

    private final InspectionToolFactory kind;
    private final Map<String, Object> settings;
    private final List<String> command;
    private final Duration startLimit;

    IsolatedKind(InspectionToolFactory kind, Map<String, Object> settings, List<String> command) {
        this(kind, settings, command, START_LIMIT);
    }

    /** @param startLimit so long a worker may take to start and to make its tool */
    IsolatedKind(InspectionToolFactory kind, Map<String, Object> settings, List<String> command, Duration startLimit) {
        this.kind = kind;
        this.settings = Map.copyOf(settings);
        this.command = List.copyOf(command);
        this.startLimit = startLimit;
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
    public boolean judges(Options options) {
        return kind.judges(options);
    }

    @Override
    public Optional<Teacher> teacher() {
        return kind.teacher();
    }

    /** The worker makes the tool; what it says against the settings is told as if it were made here. */
    @Override
    public InspectionTool create(Options options, JobFiles files) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("tool", kind.id());
        order.put("place", options.place());
        order.put("settings", settings);
        order.put("files", files(options, files));
        ProgramPlan plan = new ProgramPlan(kind.id(), command, Optional.empty(), order, startLimit, LONGEST_LINE_BYTES);
        try {
            return new IsolatedTool(Program.startReady(plan));
        } catch (Program.NotReady not) {
            throw not.refusal()
                    .map(BadSetting::told)
                    .orElseGet(() -> new BadSetting(
                            options.place(),
                            "expected that its worker process makes the tool, but " + not.getMessage()));
        } catch (IOException notStarted) {
            throw new BadSetting(
                    options.place(), "expected that a worker process can be started: " + notStarted.getMessage());
        }
    }

    /** Where those of the job lie that the settings name, by name. */
    private Map<String, Object> files(Options options, JobFiles files) {
        Map<String, Object> found = new LinkedHashMap<>();
        texts(settings).forEach(name -> {
            try {
                found.put(
                        name, files.find(name, options.place()).toAbsolutePath().toString());
            } catch (BadSetting noFileOfTheJob) {
                // a text like any other
            }
        });
        return found;
    }

    private static Stream<String> texts(Object raw) {
        if (raw instanceof Map<?, ?> map) {
            return texts(map.values());
        }
        if (raw instanceof Collection<?> all) {
            return all.stream().flatMap(IsolatedKind::texts);
        }
        return raw instanceof String text ? Stream.of(text) : Stream.empty();
    }
}
