package org.shutterline.server.tool;

import java.util.Optional;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;

/**
 * Where a tool looks: the region that the job gives, or the whole picture if it gives none.
 *
 * @param region the job's region
 */
public record Place(Optional<Region> region) {
    public static final Setting<Region> REGION = Region.setting("region");

    public static Place read(Options options) {
        return new Place(options.find(REGION));
    }

    /** The caller closes it. */
    public View in(Scene scene) throws ToolException {
        return scene.look(region);
    }
}
