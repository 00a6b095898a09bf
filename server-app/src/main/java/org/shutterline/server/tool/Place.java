package org.shutterline.server.tool;

import java.util.Optional;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Scene;

/**
 * Where a tool looks: the region that the job gives, or the whole picture if it gives none.
 *
 * @param region the job's region
 */
record Place(Optional<Region> region) {
    static final Setting<Region> REGION = Region.setting("region");

    static Place read(Options options) {
        return new Place(options.find(REGION));
    }

    Region in(Scene scene) {
        return region.orElseGet(() -> new Region(0, 0, scene.widthPx(), scene.heightPx()));
    }
}
