package org.shutterline.server.editor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.Region;

/** Values of settings as a job's file writes them. */
final class Written {
    private Written() {}

    /** Empty if there is no default, or none that a file could hold. */
    static Optional<Object> byDefault(Setting<?> setting) {
        return setting.byDefault().flatMap(Written::raw);
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
