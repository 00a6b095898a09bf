package org.shutterline.server.tuning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.settings.AllowedPrograms;
import org.shutterline.server.settings.Typed;
import org.shutterline.server.station.ToolStep;

/**
 * One limit or setting of a tool of a job. Immutable.
 *
 * @param step the tool
 * @param setting what may stand there
 * @param group the keys that lead to it from the tool's own lines in the job's file
 * @param present what it is, which may be the default; empty if there is nothing
 */
record Parameter<T>(ToolStep step, Setting<T> setting, List<String> group, Optional<?> present) {
    private static final String SETTINGS = "settings";

    static <T> Parameter<T> ofTool(ToolStep step, Setting<T> setting) {
        return new Parameter<>(step, setting, List.of(SETTINGS), step.options().find(setting));
    }

    /** As the wire tells it. */
    Reply.ParameterOf told() {
        Optional<Object> written =
                group.equals(List.of(SETTINGS)) ? step.options().written(setting) : Optional.empty();
        return new Told<>(setting).of(present, written);
    }

    /**
     * What stands in the job's file for this text; empty for an empty text, which takes it away.
     *
     * @throws BadSetting if it cannot be used
     */
    Optional<Object> read(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new Typed<>(setting, place()).read(text));
    }

    /**
     * Checks that it names no program that clients may not name.
     *
     * @throws BadSetting naming the program and those that may be named
     */
    void checkProgram(Optional<Object> raw, AllowedPrograms programs) {
        if (group.equals(List.of(SETTINGS)) && raw.isPresent() && !isSame(raw)) {
            Map<String, Object> alone = Map.of(setting.key(), raw.get());
            programs.check(
                    step.factory(),
                    Options.checked(place(), alone, step.factory().settings()));
        }
    }

    /** Whether the text says what is there already. */
    boolean isSame(Optional<Object> raw) {
        Optional<T> wanted = raw.isEmpty()
                ? setting.byDefault()
                : Options.checked(place(), Map.of(setting.key(), raw.get()), List.of(setting))
                        .find(setting);
        return wanted.equals(present);
    }

    /** The content of the job's file with this in its place. */
    Map<String, Object> putInto(Map<String, Object> job, Optional<Object> raw) {
        return new JobLines(job).put(step.id(), group, setting.key(), raw);
    }

    private String place() {
        List<String> inner =
                group.equals(List.of(SETTINGS)) ? List.of() : group.subList(Math.min(1, group.size()), group.size());
        return inner.isEmpty() ? step.id() : step.id() + "." + String.join(".", inner);
    }
}
