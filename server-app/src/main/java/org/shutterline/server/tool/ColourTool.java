package org.shutterline.server.tool;

import java.util.LinkedHashMap;
import java.util.Map;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;

/** How far a region's mean colour is from the taught one, and how much of the region has that colour. */
final class ColourTool implements InspectionTool {
    private final Place place;
    private final Lab colour;
    private final double maxDistance;

    ColourTool(Place place, Lab colour, double maxDistance) {
        this.place = place;
        this.colour = colour;
        this.maxDistance = maxDistance;
    }

    @Override
    public Finding inspect(Scene scene) throws ToolException {
        scene.checkTime();
        try (View view = place.in(scene);
                Mats mats = new Mats()) {
            LabPicture picture = LabPicture.of(view, mats);
            if (picture.count() == 0) {
                throw new ToolException("its region is too small: no px is inside");
            }
            Map<String, Object> values = new LinkedHashMap<>();
            values.put(ColourFactory.DISTANCE.name(), picture.mean().distanceTo(colour));
            scene.checkTime();
            values.put(ColourFactory.SHARE.name(), picture.share(colour, maxDistance));
            return Finding.of(values, view.marks());
        }
    }
}
