package org.shutterline.server.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.server.spi.Pose;

/**
 * One tool as a job's file writes it. Immutable.
 *
 * @param raw its entry, with at least {@code id} and {@code tool}
 */
record DraftTool(Map<String, Object> raw) {
    private static final String SETTINGS = "settings";
    private static final String LIMITS = "limits";

    static DraftTool of(String id, String kind, String title, Map<String, Object> settings) {
        Map<String, Object> raw = new LinkedHashMap<>();
        raw.put("id", id);
        raw.put("tool", kind);
        raw.put("title", title);
        raw.put(SETTINGS, new LinkedHashMap<>(settings));
        return new DraftTool(raw);
    }

    String id() {
        return text("id");
    }

    String kind() {
        return text("tool");
    }

    String title() {
        return raw.containsKey("title") ? text("title") : id();
    }

    private String text(String key) {
        return String.valueOf(raw.getOrDefault(key, ""));
    }

    Optional<Object> entry(String key) {
        return Optional.ofNullable(raw.get(key));
    }

    Map<String, Object> settings() {
        return map(raw.get(SETTINGS));
    }

    Map<String, Object> limitsOf(String output) {
        return map(map(raw.get(LIMITS)).get(output));
    }

    /** With another value of one of the tool's own entries; empty takes it away, so that the default counts. */
    DraftTool withEntry(String key, Optional<?> value) {
        Map<String, Object> changed = new LinkedHashMap<>(raw);
        value.ifPresentOrElse(now -> changed.put(key, now), () -> changed.remove(key));
        return new DraftTool(changed);
    }

    DraftTool withSetting(String key, Optional<?> value) {
        Map<String, Object> settings = new LinkedHashMap<>(settings());
        value.ifPresentOrElse(now -> settings.put(key, now), () -> settings.remove(key));
        return withEntry(SETTINGS, Optional.of(settings));
    }

    DraftTool withSettings(Map<String, Object> over) {
        Map<String, Object> settings = new LinkedHashMap<>(settings());
        settings.putAll(over);
        return withEntry(SETTINGS, Optional.of(settings));
    }

    boolean hasRegion() {
        return settings().values().stream()
                .anyMatch(value -> Regions.read(value).isPresent());
    }

    /** Its regions lie where they do when the part is moved so. */
    DraftTool movedBy(Pose way) {
        if (way.equals(Pose.NONE)) {
            return this;
        }
        Map<String, Object> moved = new LinkedHashMap<>(settings());
        moved.replaceAll((key, value) -> Regions.moved(value, way));
        return withSettings(moved);
    }

    /** @param value for {@code low}, {@code high}, {@code warnLow} or {@code warnHigh}; empty takes it away */
    DraftTool withLimit(String output, String key, Optional<Double> value) {
        Map<String, Object> one = new LinkedHashMap<>(limitsOf(output));
        value.ifPresentOrElse(now -> one.put(key, now), () -> one.remove(key));
        Map<String, Object> all = new LinkedHashMap<>(map(raw.get(LIMITS)));
        if (one.isEmpty()) {
            all.remove(output);
        } else {
            all.put(output, one);
        }
        return withEntry(LIMITS, all.isEmpty() ? Optional.empty() : Optional.of(all));
    }

    /** With these limits of an output; a warning stays if it lies between them. */
    DraftTool withBand(String output, double low, double high) {
        DraftTool banded = withLimit(output, "low", Optional.of(low)).withLimit(output, "high", Optional.of(high));
        for (String warning : List.of("warnLow", "warnHigh")) {
            boolean between = limitsOf(output).get(warning) instanceof Number at
                    && at.doubleValue() >= low
                    && at.doubleValue() <= high;
            banded = between ? banded : banded.withLimit(output, warning, Optional.empty());
        }
        return banded;
    }

    /** With these limits of outputs by name, in place of the present ones. */
    DraftTool withLimits(Map<String, Map<String, Double>> over) {
        if (over.isEmpty()) {
            return this;
        }
        Map<String, Object> all = new LinkedHashMap<>(map(raw.get(LIMITS)));
        all.putAll(over);
        return withEntry(LIMITS, Optional.of(all));
    }

    /** Whether a value of it can be out of its limits. */
    boolean isLimited() {
        return map(raw.get(LIMITS)).values().stream()
                .map(DraftTool::map)
                .anyMatch(limits -> limits.containsKey("low") || limits.containsKey("high"));
    }

    /** Whether a setting of it names this file. */
    boolean names(String file) {
        return names(raw, file);
    }

    private static boolean names(Object where, String file) {
        if (where instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(value -> names(value, file));
        }
        return where instanceof List<?> list ? list.stream().anyMatch(value -> names(value, file)) : file.equals(where);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object raw) {
        return raw instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
