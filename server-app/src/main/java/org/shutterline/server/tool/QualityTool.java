package org.shutterline.server.tool;

import java.util.LinkedHashMap;
import java.util.Map;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;

/** Measures what a picture is like; one that breaks a rule is not judged. */
final class QualityTool implements InspectionTool {
    private final Place place;
    private final QualityRule rule;

    QualityTool(Place place, QualityRule rule) {
        this.place = place;
        this.rule = rule;
    }

    @Override
    public Finding inspect(Scene scene) throws ToolException {
        scene.checkTime();
        try (View view = place.in(scene);
                Mats mats = new Mats()) {
            Quality quality = Quality.of(view, scene, mats);
            Map<String, Object> values = new LinkedHashMap<>();
            values.put(QualityFactory.MEAN.name(), quality.mean());
            values.put(QualityFactory.CLIPPED.name(), quality.clipped());
            values.put(QualityFactory.CONTRAST.name(), quality.contrast());
            values.put(QualityFactory.SHARPNESS.name(), quality.sharpness());
            return rule.broken(quality)
                    .map(why -> Finding.unknown(why, values, view.marks()))
                    .orElseGet(() -> Finding.of(values, view.marks()));
        }
    }
}
