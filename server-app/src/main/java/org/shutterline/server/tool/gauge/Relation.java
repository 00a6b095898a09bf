package org.shutterline.server.tool.gauge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Plane;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;

/** Measures between two features that were found before. */
final class Relation implements InspectionTool {
    /** What is measured, once both are there; empty if one of them lacks what is needed. */
    @FunctionalInterface
    interface Measure {
        Optional<Finding> of(Scene scene, Feature from, Feature to);
    }

    private final Feature from;
    private final Feature to;
    private final Measure measure;

    Relation(Feature from, Feature to, Measure measure) {
        this.from = from;
        this.to = to;
        this.measure = measure;
    }

    @Override
    public Finding inspect(Scene scene) throws ToolException {
        scene.checkTime();
        for (Feature feature : List.of(from, to)) {
            if (feature.point(scene).isEmpty()) {
                String why = feature.tool() + " was not found";
                return feature.isUnknown(scene)
                        ? Finding.unknown(feature.tool() + " could not be judged", Map.of(), List.of())
                        : Finding.missing(why, List.of());
            }
        }
        return measure.of(scene, from, to)
                .orElseThrow(() -> new ToolException("between " + from.tool() + " and " + to.tool()
                        + " there are no lines, of which an angle would be told"));
    }

    /** A point of the plane, in the picture. */
    static Point drawn(Scene scene, Point inPlane) {
        if (scene.plane() == Plane.PX) {
            return inPlane;
        }
        Point middle = new Point(scene.widthPx() / 2.0, scene.heightPx() / 2.0);
        return WayBack.picture(scene.plane(), inPlane, middle);
    }
}
