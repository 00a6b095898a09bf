package org.shutterline.server.tool.external;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.Output;

/** Settings that only this tool has. */
final class ExternalSettings {
    private static final int MOST_WORDS = 50;
    private static final int MOST_OUTPUTS = 100;
    private static final Set<String> KEYS = Set.of("name", "unit", "decimals");
    private static final Set<String> TAKEN = Set.of(ExternalFactory.VERDICT.name(), ExternalFactory.REASON.name());

    private ExternalSettings() {}

    /** A program and its arguments. */
    static Setting<List<String>> command(String key) {
        return Setting.of(key, "a list of texts, the program and its arguments", ExternalSettings::words)
                .as(new Setting.Texts());
    }

    /** Values that a program answers. */
    static Setting<List<Output>> outputs(String key) {
        return Setting.of(
                        key,
                        "a list of different values {name, unit, decimals}, names of a-z, 0-9 and _ but not verdict or reason,"
                                + " decimals 0 to 9",
                        ExternalSettings::outputs)
                .as(new Setting.Rows(List.of("name", "unit", "decimals")));
    }

    /** Keys and values of any kind. */
    static Setting<Map<String, Object>> group(String key) {
        return Setting.<Map<String, Object>>of(
                        key,
                        "a group of keys and values",
                        raw -> raw instanceof Map<?, ?> map ? texts(map) : Optional.empty())
                .as(new Setting.Pairs());
    }

    private static Optional<List<String>> words(Object raw) {
        if (!(raw instanceof List<?> list) || list.isEmpty() || list.size() > MOST_WORDS) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        for (Object word : list) {
            if (!(word instanceof String || word instanceof Number || word instanceof Boolean)) {
                return Optional.empty();
            }
            words.add(word.toString());
        }
        boolean usable = words.stream().allMatch(word -> word.indexOf(0) < 0)
                && !words.get(0).isBlank();
        return usable ? Optional.of(List.copyOf(words)) : Optional.empty();
    }

    private static Optional<List<Output>> outputs(Object raw) {
        if (!(raw instanceof List<?> list) || list.size() > MOST_OUTPUTS) {
            return Optional.empty();
        }
        Map<String, Output> outputs = new LinkedHashMap<>();
        for (Object one : list) {
            Optional<Output> output = one instanceof Map<?, ?> map ? output(map) : Optional.empty();
            if (output.isEmpty() || outputs.put(output.get().name(), output.get()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(outputs.values()));
    }

    private static Optional<Output> output(Map<?, ?> raw) {
        Object unit = raw.containsKey("unit") ? raw.get("unit") : "";
        Object decimals = raw.containsKey("decimals") ? raw.get("decimals") : 2;
        return KEYS.containsAll(raw.keySet())
                        && raw.get("name") instanceof String name
                        && name.matches("[a-z0-9_]{1,64}")
                        && !TAKEN.contains(name)
                        && unit instanceof String text
                        && text.length() <= 16
                        && decimals instanceof Integer count
                        && count >= 0
                        && count <= 9
                ? Optional.of(new Output(name, text, count))
                : Optional.empty();
    }

    private static Optional<Map<String, Object>> texts(Map<?, ?> raw) {
        Map<String, Object> group = new LinkedHashMap<>();
        raw.forEach((key, value) -> group.put(String.valueOf(key), value));
        return Optional.of(group);
    }
}
