package org.shutterline.server.tool.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;
import org.shutterline.server.tool.Place;

/** Compares a view with its reference; in one that has moved nothing can be judged. */
final class ReferenceViewTool implements InspectionTool {
    private final Place place;
    private final Landmarks landmarks;
    private final ViewRule rule;

    ReferenceViewTool(Place place, Landmarks landmarks, ViewRule rule) {
        this.place = place;
        this.landmarks = landmarks;
        this.rule = rule;
    }

    @Override
    public Finding inspect(Scene scene) throws ToolException {
        scene.checkTime();
        try (View view = place.in(scene)) {
            if (!landmarks.fit(view.grey())) {
                throw new ToolException("the reference picture is of another size: teach it again");
            }
            Displacement seen = landmarks.find(view.grey(), rule, scene);
            Map<String, Object> values = new LinkedHashMap<>();
            if (rule.isSame(seen)) {
                values.put(ReferenceViewFactory.SHIFT.name(), seen.shiftPx());
                values.put(ReferenceViewFactory.TURN.name(), seen.turnDeg());
            }
            values.put(ReferenceViewFactory.SIMILARITY.name(), seen.similarity());
            return rule.broken(seen)
                    .map(why -> Finding.unknown(why, values, view.marks()))
                    .orElseGet(() -> Finding.of(values, view.marks()));
        }
    }

    @Override
    public void close() {
        landmarks.close();
    }
}
