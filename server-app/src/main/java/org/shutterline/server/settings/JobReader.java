package org.shutterline.server.settings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Output;
import org.shutterline.server.station.Job;
import org.shutterline.server.station.JobOutput;
import org.shutterline.server.station.Limits;
import org.shutterline.server.station.ToolStep;

/** What may stand in the file of a job. */
public final class JobReader {
    private static final Setting<String> NAME = Setting.text("name").byDefault("");
    private static final Setting<List<Map<String, Object>>> TOOLS = Groups.list("tools");
    private static final Setting<List<Map<String, Object>>> OUTPUTS =
            Groups.list("outputs").byDefault(List.of());

    private static final Setting<String> ID = Setting.of(
            "id",
            "letters, digits, _ and -, 64 at most",
            raw -> raw instanceof String text && text.matches("[A-Za-z0-9_-]{1,64}")
                    ? Optional.of(text)
                    : Optional.empty());
    private static final Setting<String> TOOL = Setting.text("tool");
    private static final Setting<Map<String, Object>> SETTINGS =
            Groups.group("settings").byDefault(Map.of());
    private static final Setting<Map<String, Object>> LIMITS =
            Groups.group("limits").byDefault(Map.of());
    private static final Setting<String> FIXTURE = Setting.text("fixture");
    private static final Setting<Boolean> ISOLATED = Setting.yesNo("isolated").byDefault(false);
    private static final Setting<Integer> WORKER_MEMORY =
            Setting.whole("workerMemoryMb", 32, 65_536).unit("MB").byDefault(256);

    private static final Setting<String> OUTPUT_NAME = Setting.text("name");
    private static final Setting<String> VALUE = Setting.of(
            "value",
            "'tool.output', such as holeA.diameter",
            raw -> raw instanceof String text && text.matches("[^.]+\\.[^.]+") ? Optional.of(text) : Optional.empty());
    private static final Setting<Integer> DECIMALS = Setting.whole("decimals", 0, 9);

    private static final List<Setting<?>> ENTRY = List.of(
            ID,
            TOOL,
            StepSettings.TITLE,
            SETTINGS,
            LIMITS,
            StepSettings.WHEN_NOT_FOUND,
            StepSettings.TIME_LIMIT,
            StepSettings.ROLE,
            FIXTURE,
            ISOLATED,
            WORKER_MEMORY);

    private JobReader() {}

    /** @throws BadSetting naming place, key and what was expected */
    public static Job read(
            String name,
            String place,
            Map<String, Object> raw,
            String version,
            JobFiles files,
            Catalog<InspectionToolFactory> kinds,
            Isolation isolation) {
        Options options = Options.checked(place, raw, List.of(NAME, TOOLS, OUTPUTS));
        Map<String, ToolStep> tools = new LinkedHashMap<>();
        int index = 0;
        for (Map<String, Object> entry : options.get(TOOLS)) {
            String at = options.placeOf(TOOLS) + "[" + index++ + "]";
            ToolStep step = tool(at, entry, kinds, tools, isolation);
            if (tools.put(step.id(), step) != null) {
                throw new BadSetting(at + ".id", "'" + step.id() + "' is there twice, expected different ids");
            }
        }
        List<JobOutput> outputs = new ArrayList<>();
        for (Map<String, Object> entry : options.get(OUTPUTS)) {
            outputs.add(output(options.placeOf(OUTPUTS) + "[" + outputs.size() + "]", entry, tools));
        }
        return new Job(name, version, List.copyOf(tools.values()), outputs, files);
    }

    /** @param before the tools that run before it, by id */
    private static ToolStep tool(
            String place,
            Map<String, Object> raw,
            Catalog<InspectionToolFactory> kinds,
            Map<String, ToolStep> before,
            Isolation isolation) {
        Options options = Options.checked(place, raw, ENTRY);
        InspectionToolFactory factory = kinds.find(options.get(TOOL), options.placeOf(TOOL));
        Options settings = Options.checked(options.placeOf(SETTINGS), options.get(SETTINGS), factory.settings());
        boolean metric =
                before.values().stream().anyMatch(step -> step.factory().calibrates());
        new References(options.placeOf(SETTINGS), before, metric).check(factory.refersTo(settings));
        List<Output> outputs = factory.outputs(settings).stream()
                .map(output -> metric ? output.inMm() : output)
                .toList();
        if (options.get(ISOLATED)) {
            checkIsolated(options, factory, settings, outputs, metric);
            factory = isolation.isolated(factory, options.get(SETTINGS), options.get(WORKER_MEMORY));
        }
        return new ToolStep(
                options.get(ID),
                options.find(StepSettings.TITLE).orElse(options.get(ID)),
                factory,
                settings,
                outputs,
                limits(options.placeOf(LIMITS), options.get(LIMITS), outputs),
                options.get(StepSettings.WHEN_NOT_FOUND),
                options.get(StepSettings.TIME_LIMIT),
                options.get(StepSettings.ROLE),
                fixture(options, before),
                metric);
    }

    /** Neither what a calibration knows nor what other tools found goes through the pipe. */
    private static void checkIsolated(
            Options options, InspectionToolFactory factory, Options settings, List<Output> outputs, boolean metric) {
        List<String> wanted = factory.refersTo(settings);
        String expected = "expected false for a tool that ";
        if (!wanted.isEmpty()) {
            throw new BadSetting(
                    options.placeOf(ISOLATED),
                    expected + "takes something from other tools, here " + String.join(", ", wanted)
                            + ": a worker sees the picture alone");
        }
        if (factory.calibrates()) {
            throw new BadSetting(
                    options.placeOf(ISOLATED),
                    expected + "calibrates: later tools could not ask the worker where a length is how many mm");
        }
        Optional<Output> length = outputs.stream()
                .filter(output -> output.scaling() != Output.Scaling.NONE)
                .findFirst();
        if (metric && length.isPresent()) {
            throw new BadSetting(
                    options.placeOf(ISOLATED),
                    expected + "measures in mm: " + length.get().name()
                            + " is in mm since it comes after a calibration, and a worker measures in px; put it before"
                            + " the calibration, or run it in the server");
        }
    }

    private static Optional<String> fixture(Options options, Map<String, ToolStep> before) {
        Optional<String> fixture = options.find(FIXTURE);
        boolean usable =
                fixture.map(before::get).map(step -> step.factory().findsPose()).orElse(fixture.isEmpty());
        if (!usable) {
            String could = before.values().stream()
                    .filter(step -> step.factory().findsPose())
                    .map(ToolStep::id)
                    .collect(Collectors.joining(", "));
            throw new BadSetting(
                    options.placeOf(FIXTURE),
                    "expected the id of an earlier tool that finds how the part lies"
                            + (could.isEmpty() ? ", of which there is none" : ": " + could) + ", found '"
                            + fixture.orElseThrow() + "'");
        }
        return fixture;
    }

    private static Map<String, Limits> limits(String place, Map<String, Object> raw, List<Output> outputs) {
        List<Setting<?>> known = outputs.stream()
                .<Setting<?>>map(output -> Groups.group(output.name()))
                .toList();
        Options options = Options.checked(place, raw, known);
        Map<String, Limits> limits = new LinkedHashMap<>();
        for (Output output : outputs) {
            options.find(Groups.group(output.name()))
                    .ifPresent(group -> limits.put(output.name(), limits(place + "." + output.name(), group)));
        }
        return limits;
    }

    private static Limits limits(String place, Map<String, Object> raw) {
        List<Setting<Double>> rising =
                List.of(StepSettings.LOW, StepSettings.WARN_LOW, StepSettings.WARN_HIGH, StepSettings.HIGH);
        Options options = Options.checked(place, raw, List.copyOf(rising));
        for (int i = 0; i < rising.size(); i++) {
            for (int k = i + 1; k < rising.size(); k++) {
                checkOrder(place, options, rising.get(i), rising.get(k));
            }
        }
        return new Limits(
                number(options, StepSettings.LOW),
                number(options, StepSettings.HIGH),
                number(options, StepSettings.WARN_LOW),
                number(options, StepSettings.WARN_HIGH));
    }

    private static void checkOrder(String place, Options options, Setting<Double> first, Setting<Double> second) {
        OptionalDouble lower = number(options, first);
        OptionalDouble higher = number(options, second);
        if (lower.isPresent() && higher.isPresent() && lower.getAsDouble() > higher.getAsDouble()) {
            throw new BadSetting(
                    place,
                    first.key() + " is " + plain(lower) + " and " + second.key() + " " + plain(higher) + ", expected "
                            + first.key() + " not above " + second.key());
        }
    }

    private static String plain(OptionalDouble number) {
        return BigDecimal.valueOf(number.getAsDouble()).toPlainString();
    }

    private static OptionalDouble number(Options options, Setting<Double> setting) {
        return options.find(setting).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private static JobOutput output(String place, Map<String, Object> raw, Map<String, ToolStep> tools) {
        Options options = Options.checked(place, raw, List.of(OUTPUT_NAME, VALUE, DECIMALS));
        String[] value = options.get(VALUE).split("\\.");
        ToolStep tool = tools.get(value[0]);
        if (tool == null) {
            throw new BadSetting(
                    options.placeOf(VALUE),
                    "no tool with the id '" + value[0] + "', expected one of " + String.join(", ", tools.keySet()));
        }
        Output output = tool.outputs().stream()
                .filter(known -> known.name().equals(value[1]))
                .findFirst()
                .orElseThrow(() -> new BadSetting(
                        options.placeOf(VALUE),
                        "tool " + value[0] + " has no output '" + value[1] + "', expected one of "
                                + tool.outputs().stream().map(Output::name).collect(Collectors.joining(", "))));
        int decimals = options.find(DECIMALS).orElse(output.decimals());
        return new JobOutput(
                options.find(OUTPUT_NAME).orElse(options.get(VALUE)), tool.id(), output.withDecimals(decimals));
    }
}
