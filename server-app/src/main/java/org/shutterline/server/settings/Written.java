package org.shutterline.server.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.Region;

/** Values of settings as a file writes them. */
public final class Written {
    private Written() {}

    /** Empty if there is no default, or none that a file could hold. */
    public static Optional<Object> byDefault(Setting<?> setting) {
        return defaultOf(setting);
    }

    private static <T> Optional<Object> defaultOf(Setting<T> setting) {
        return setting.byDefault().flatMap(value -> raw(value).or(() -> spelled(setting, value)));
    }

    /** A type of its own is written as its text, if the setting takes that. */
    private static <T> Optional<Object> spelled(Setting<T> setting, T value) {
        try {
            Typed<T> typed = new Typed<>(setting, "");
            String text = String.valueOf(value);
            return typed.means(text, value) ? Optional.of(typed.read(text)) : Optional.empty();
        } catch (BadSetting noSpelling) {
            return Optional.empty();
        }
    }

    private static Optional<Object> raw(Object value) {
        if (value instanceof Enum<?> constant) {
            return Optional.of(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        if (value instanceof Region region) {
            return Optional.of(region.asWritten());
        }
        if (value instanceof List<?> list) {
            return Optional.of(list.stream().flatMap(item -> raw(item).stream()).toList());
        }
        return value instanceof Number || value instanceof Boolean || value instanceof String
                ? Optional.of(value)
                : Optional.empty();
    }
}
