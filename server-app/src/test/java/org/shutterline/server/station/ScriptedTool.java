package org.shutterline.server.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Output;

/**
 * A kind of tool that does what the test says.
 *
 * @param making done whenever one is made
 */
record ScriptedTool(InspectionTool tool, Runnable making) implements InspectionToolFactory {
    static final Output WIDTH = new Output("width", "px", 2);
    static final Output TEXT = new Output("text", "", 0);
    static final Output BLOWN = new Output("blown", "", 0);

    /** A job of this tool alone, which passes widths from 10 to 20. */
    static Job job(String name, InspectionTool... tools) {
        List<ToolStep> steps = new ArrayList<>();
        for (InspectionTool tool : tools) {
            steps.add(step("tool" + (steps.size() + 1), tool, Verdict.NG));
        }
        return job(name, steps);
    }

    static Job job(String name, List<ToolStep> steps) {
        List<JobOutput> outputs = steps.stream()
                .map(step -> new JobOutput(step.id() + " width", step.id(), WIDTH))
                .toList();
        return new Job(name, "v1", steps, outputs, (file, place) -> {
            throw new IllegalStateException("no files");
        });
    }

    static ToolStep step(String id, InspectionTool tool, Verdict whenNotFound) {
        return step(id, tool, whenNotFound, Role.REQUIRED, Optional.empty());
    }

    /** A job of this tool alone. */
    static Job madeBy(Runnable making, String name, InspectionTool tool) {
        return job(name, List.of(step("tool1", tool, Verdict.NG).madeBy(new ScriptedTool(tool, making))));
    }

    /** Warns below 12 and above 18. */
    static ToolStep step(String id, InspectionTool tool, Verdict whenNotFound, Role role, Optional<String> fixture) {
        Limits limits =
                new Limits(OptionalDouble.of(10), OptionalDouble.of(20), OptionalDouble.of(12), OptionalDouble.of(18));
        return step(id, tool, whenNotFound, role, fixture, Map.of("width", limits));
    }

    /** A job of one tool that says yes or no, and this limit on it. */
    static Job yesNoJob(boolean blown, Limits limits) {
        InspectionTool tool = scene -> Finding.of(Map.of("blown", blown), List.of());
        ToolStep step = step("glare", tool, Verdict.NG, Role.REQUIRED, Optional.empty(), Map.of(BLOWN.name(), limits));
        return new Job("j", "v1", List.of(step), List.of(new JobOutput("blown", "glare", BLOWN)), (file, place) -> {
            throw new IllegalStateException("no files");
        });
    }

    private static ToolStep step(
            String id,
            InspectionTool tool,
            Verdict whenNotFound,
            Role role,
            Optional<String> fixture,
            Map<String, Limits> limits) {
        return new ToolStep(
                id,
                id,
                new ScriptedTool(tool, () -> {}),
                Options.checked("job", Map.of(), List.of()),
                List.of(WIDTH, TEXT, BLOWN),
                limits,
                whenNotFound,
                200,
                role,
                fixture,
                false);
    }

    static InspectionTool measuring(double width) {
        return scene -> Finding.of(Map.of("width", width), List.of());
    }

    static InspectionTool reading(String text, String expected) {
        return scene -> {
            Finding read =
                    Finding.of(Map.of("text", text, "width", 15.0), List.of()).expecting(Map.of("text", expected));
            return text.equals(expected) ? read : read.wrong(text + ", expected " + expected);
        };
    }

    @Override
    public String id() {
        return "scripted";
    }

    @Override
    public String title() {
        return "Scripted";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of();
    }

    @Override
    public List<Output> outputs() {
        return List.of(WIDTH, TEXT, BLOWN);
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        making.run();
        return tool;
    }
}
