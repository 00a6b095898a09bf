package org.shutterline.protocol.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.plugin.Setting;

/** Their numbers and names on one side, ours on the other, each used once on its side. */
public final class NameMap {
    private final Map<String, String> ours;

    private NameMap(Map<String, String> ours) {
        this.ours = Collections.unmodifiableMap(new LinkedHashMap<>(ours));
    }

    /** A setting that holds one; empty by default. */
    public static Setting<NameMap> setting(String key, String theirs, String ours) {
        return Setting.of(key, "pairs of " + theirs + " and " + ours, NameMap::read)
                .as(new Setting.Pairs())
                .byDefault(new NameMap(Map.of()));
    }

    private static Optional<NameMap> read(Object raw) {
        if (!(raw instanceof Map<?, ?> pairs)) {
            return Optional.empty();
        }
        Map<String, String> read = new LinkedHashMap<>();
        pairs.forEach((theirs, ours) ->
                read.put(key(String.valueOf(theirs)), String.valueOf(ours).strip()));
        boolean whole = read.size() == pairs.size() && read.values().stream().noneMatch(String::isEmpty);
        return whole ? Optional.of(new NameMap(read)) : Optional.empty();
    }

    /** A number is the same with and without zeros before it. */
    private static String key(String theirs) {
        String plain = theirs.strip();
        return plain.matches("\\d{1,9}") ? Integer.toString(Integer.parseInt(plain)) : plain;
    }

    /** What theirs is here. */
    public Optional<String> ours(String theirs) {
        return Optional.ofNullable(ours.get(key(theirs)));
    }

    /** What ours is there; of several the first. */
    public Optional<String> theirs(String name) {
        return ours.entrySet().stream()
                .filter(pair -> pair.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** All pairs, theirs first, in the order of the settings. */
    public Map<String, String> all() {
        return ours;
    }

    /** Ours, each once, in the order of the settings. */
    public List<String> names() {
        return ours.values().stream().distinct().toList();
    }

    public boolean isEmpty() {
        return ours.isEmpty();
    }
}
