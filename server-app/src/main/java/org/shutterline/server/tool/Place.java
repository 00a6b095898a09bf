package org.shutterline.server.tool;

import java.util.Locale;
import java.util.Optional;
import org.shutterline.protocol.plugin.BadSetting;
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

    /**
     * The same for a tool whose search lines fill a rectangle.
     *
     * @throws BadSetting if the region has another shape, whose corners it would search too
     */
    public static Place rectangle(Options options) {
        Place place = read(options);
        place.region.filter(region -> !(region instanceof Region.Rectangle)).ifPresent(region -> {
            throw new BadSetting(
                    options.placeOf(REGION),
                    "expected a rectangle, found a "
                            + region.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        });
        return place;
    }

    /** The caller closes it. */
    public View in(Scene scene) throws ToolException {
        return scene.look(region);
    }
}
