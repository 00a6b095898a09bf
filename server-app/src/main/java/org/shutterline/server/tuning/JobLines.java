package org.shutterline.server.tuning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a job's file says, as plain maps and lists, with one line changed. What is given is left as it is.
 *
 * @param job that of a job that was read without a complaint
 */
record JobLines(Map<String, Object> job) {
    private static final String TOOLS = "tools";

    /**
     * @param group the keys that lead to it from the tool's own lines
     * @param value empty takes the line away, and each group that is empty then
     */
    Map<String, Object> put(String tool, List<String> group, String key, Optional<Object> value) {
        List<Object> tools = new ArrayList<>();
        for (Object entry : (List<?>) job.get(TOOLS)) {
            Map<String, Object> lines = copy(entry);
            tools.add(tool.equals(String.valueOf(lines.get("id"))) ? changed(lines, group, key, value) : entry);
        }
        Map<String, Object> changed = new LinkedHashMap<>(job);
        changed.put(TOOLS, tools);
        return changed;
    }

    private static Map<String, Object> changed(
            Map<String, Object> lines, List<String> group, String key, Optional<Object> value) {
        if (group.isEmpty()) {
            value.ifPresentOrElse(now -> lines.put(key, now), () -> lines.remove(key));
            return lines;
        }
        Map<String, Object> inner = changed(copy(lines.get(group.get(0))), group.subList(1, group.size()), key, value);
        if (inner.isEmpty()) {
            lines.remove(group.get(0));
        } else {
            lines.put(group.get(0), inner);
        }
        return lines;
    }

    /** Nothing if there are no such lines yet. */
    private static Map<String, Object> copy(Object lines) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (lines instanceof Map<?, ?> map) {
            map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        }
        return copy;
    }
}
