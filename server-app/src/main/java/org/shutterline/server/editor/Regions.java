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

    /** An upright rectangle laid so that what runs along it runs along its longer side; the same place. */
    static Map<String, Object> lengthways(Map<String, Object> raw) {
        return read(raw)
                .filter(region ->
                        region instanceof Region.Rectangle box && box.angleDeg() == 0 && box.height() > box.width())
                .map(Region.Rectangle.class::cast)
                .map(box -> new Region.Rectangle(
                                box.centre().x() - box.height() / 2,
                                box.centre().y() - box.width() / 2,
                                box.height(),
                                box.width(),
                                90)
                        .asWritten())
                .orElse(raw);
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
