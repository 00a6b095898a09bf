package org.shutterline.server.editor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.spi.Region;

/** Regions as files write them, moved. */
final class Regions {
    private static final Setting<Region> REGION = Region.setting("region");

    private Regions() {}

    static boolean isRegion(Setting<?> setting) {
        return setting.shape().equals(REGION.shape());
    }

    /** Empty if it is no region. */
    static Optional<Region> read(Object raw) {
        try {
            return Options.checked("", Map.of("region", raw), List.of(REGION)).find(REGION);
        } catch (BadSetting none) {
            return Optional.empty();
        }
    }

    /** Where it lies when the part lies so; what is no region stays as it is. */
    static Object moved(Object raw, Pose pose) {
        return pose.equals(Pose.NONE)
                ? raw
                : read(raw)
                        .<Object>map(region -> region.after(pose).asWritten())
                        .orElse(raw);
    }
}
