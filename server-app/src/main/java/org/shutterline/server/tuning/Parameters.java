package org.shutterline.server.tuning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.settings.StepSettings;
import org.shutterline.server.spi.Output;
import org.shutterline.server.station.Job;
import org.shutterline.server.station.Limits;
import org.shutterline.server.station.ToolStep;

/**
 * Finds limits and settings by name: {@code tool.setting}, {@code tool.output.low}, for the first output {@code tool.low},
 * and what every tool has. A setting of the tool goes before a limit of the same name.
 */
final class Parameters {
    private final Job job;

    Parameters(Job job) {
        this.job = job;
    }

    /** @throws BadSetting if there is none of this name; the message names those that there are */
    Parameter<?> find(String name) {
        ToolStep step = job.tools().stream()
                .filter(tool -> name.startsWith(tool.id() + "."))
                .max(Comparator.comparingInt(tool -> tool.id().length()))
                .orElseThrow(() -> new BadSetting(
                        name,
                        "no tool of that name, expected '<tool>.<setting>' with one of "
                                + job.tools().stream().map(ToolStep::id).collect(Collectors.joining(", "))));
        String rest = name.substring(step.id().length() + 1);
        return setting(step, rest)
                .or(() -> limit(step, rest))
                .or(() -> ofEveryTool(step, rest))
                .orElseThrow(() ->
                        new BadSetting(name, "no such setting, expected one of " + String.join(", ", names(step))));
    }

    private static List<String> names(ToolStep step) {
        List<String> names = new ArrayList<>();
        step.factory().settings().forEach(setting -> names.add(setting.key()));
        List.of(Limit.values()).forEach(limit -> names.add(limit.setting.key()));
        step.outputs().forEach(output -> names.add(output.name() + "." + Limit.LOW.setting.key()));
        common(step).forEach(parameter -> names.add(parameter.setting().key()));
        return names;
    }

    private static Optional<Parameter<?>> setting(ToolStep step, String key) {
        return step.factory().settings().stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .map(setting -> Parameter.ofTool(step, setting));
    }

    private static Optional<Parameter<?>> limit(ToolStep step, String rest) {
        int point = rest.lastIndexOf('.');
        String key = rest.substring(point + 1);
        Optional<Output> output = point < 0
                ? step.outputs().stream().findFirst()
                : step.outputs().stream()
                        .filter(known -> known.name().equals(rest.substring(0, point)))
                        .findFirst();
        return output.flatMap(of -> List.of(Limit.values()).stream()
                .filter(limit -> limit.setting.key().equals(key))
                .findFirst()
                .map(limit -> limit.of(step, of.name())));
    }

    private static Optional<Parameter<?>> ofEveryTool(ToolStep step, String key) {
        return common(step).stream()
                .<Parameter<?>>map(parameter -> parameter)
                .filter(parameter -> parameter.setting().key().equals(key))
                .findFirst();
    }

    private static List<Parameter<?>> common(ToolStep step) {
        return List.of(
                new Parameter<>(step, StepSettings.TIME_LIMIT, List.of(), Optional.of(step.timeLimitMs())),
                new Parameter<>(step, StepSettings.WHEN_NOT_FOUND, List.of(), Optional.of(step.whenNotFound())),
                new Parameter<>(step, StepSettings.ROLE, List.of(), Optional.of(step.role())),
                new Parameter<>(step, StepSettings.TITLE.byDefault(step.id()), List.of(), Optional.of(step.title())));
    }

    /** The four limits of a value. */
    private enum Limit {
        LOW(StepSettings.LOW, Limits::low),
        HIGH(StepSettings.HIGH, Limits::high),
        WARN_LOW(StepSettings.WARN_LOW, Limits::warnLow),
        WARN_HIGH(StepSettings.WARN_HIGH, Limits::warnHigh);

        private final Setting<Double> setting;
        private final Function<Limits, OptionalDouble> present;

        Limit(Setting<Double> setting, Function<Limits, OptionalDouble> present) {
            this.setting = setting;
            this.present = present;
        }

        private Parameter<Double> of(ToolStep step, String output) {
            OptionalDouble now = present.apply(step.limitsOf(output));
            return new Parameter<>(
                    step,
                    setting,
                    List.of("limits", output),
                    now.isPresent() ? Optional.of(now.getAsDouble()) : Optional.empty());
        }
    }
}
