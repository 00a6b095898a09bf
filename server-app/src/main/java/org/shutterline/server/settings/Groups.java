package org.shutterline.server.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.plugin.Setting;

/** Settings that hold further settings. */
public final class Groups {
    private Groups() {}

    /** {@code key: value} lines of their own. */
    public static Setting<Map<String, Object>> group(String key) {
        return Setting.of(key, "'key: value' lines", Groups::map);
    }

    /** A list, each entry with {@code key: value} lines of its own. */
    public static Setting<List<Map<String, Object>>> list(String key) {
        return Setting.of(
                key,
                "a list, each entry with 'key: value' lines",
                raw -> raw instanceof List<?> list ? maps(list) : Optional.empty());
    }

    private static Optional<List<Map<String, Object>>> maps(List<?> list) {
        List<Map<String, Object>> read = new ArrayList<>();
        for (Object item : list) {
            Optional<Map<String, Object>> map = map(item);
            if (map.isEmpty()) {
                return Optional.empty();
            }
            read.add(map.get());
        }
        return Optional.of(List.copyOf(read));
    }

    private static Optional<Map<String, Object>> map(Object raw) {
        return raw instanceof Map<?, ?> map && map.values().stream().allMatch(java.util.Objects::nonNull)
                ? Optional.of(stringKeys(map))
                : Optional.empty();
    }

    /** YAML reads {@code 1:} as a number; for us every key is a text. A key without a value is as if it were not there. */
    static Map<String, Object> stringKeys(Map<?, ?> map) {
        Map<String, Object> read = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                read.put(String.valueOf(key), value);
            }
        });
        return read;
    }
}
