package org.shutterline.server.tool;

import java.util.Optional;
import java.util.OptionalInt;
import org.shutterline.protocol.plugin.Setting;

/**
 * Where dark ends and light begins.
 *
 * @param level a fixed grey, the darkest that is light; empty: chosen for each picture by Otsu's method
 */
record Threshold(OptionalInt level) {
    static final Threshold OTSU = new Threshold(OptionalInt.empty());

    static Setting<Threshold> setting(String key) {
        return Setting.of(key, "a grey from 1 to 255, or otsu", Threshold::read).byDefault(OTSU);
    }

    private static Optional<Threshold> read(Object raw) {
        if (raw instanceof Integer level && level >= 1 && level <= 255) {
            return Optional.of(new Threshold(OptionalInt.of(level)));
        }
        return "otsu".equalsIgnoreCase(String.valueOf(raw)) ? Optional.of(OTSU) : Optional.empty();
    }

    /** As a job's file has it. */
    @Override
    public String toString() {
        return level.isPresent() ? Integer.toString(level.getAsInt()) : "otsu";
    }
}
