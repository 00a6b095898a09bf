package org.shutterline.server.tool;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shutterline.protocol.plugin.Setting;

/**
 * Where dark ends and light begins.
 *
 * @param way how it is chosen
 * @param level of a fixed one: the darkest grey that is light
 */
record Threshold(Way way, int level) {
    static final Threshold OTSU = new Threshold(Way.OTSU, 0);
    static final Threshold LOCAL = new Threshold(Way.LOCAL, 0);

    /** How it is chosen. */
    enum Way {
        FIXED,
        /** For each picture, by Otsu's method (1979): so that the two sides differ most. */
        OTSU,
        /** For each pixel, by the mean of those around it. */
        LOCAL
    }

    static Setting<Threshold> setting(String key) {
        return Setting.of(key, "a grey from 1 to 255, otsu or local", Threshold::read)
                .byDefault(OTSU)
                .as(new Setting.NumberOrWord(1, 255, List.of("otsu", "local")));
    }

    private static Optional<Threshold> read(Object raw) {
        if (raw instanceof Integer level && level >= 1 && level <= 255) {
            return Optional.of(new Threshold(Way.FIXED, level));
        }
        String word = String.valueOf(raw);
        if ("local".equalsIgnoreCase(word)) {
            return Optional.of(LOCAL);
        }
        return "otsu".equalsIgnoreCase(word) ? Optional.of(OTSU) : Optional.empty();
    }

    /** As a job's file has it. */
    @Override
    public String toString() {
        return way == Way.FIXED ? Integer.toString(level) : way.name().toLowerCase(Locale.ROOT);
    }
}
