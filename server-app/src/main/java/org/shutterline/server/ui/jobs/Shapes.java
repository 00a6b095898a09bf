package org.shutterline.server.ui.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.look.edit.Annulus;
import org.shutterline.look.edit.Box;
import org.shutterline.look.edit.Disc;
import org.shutterline.look.edit.EditShape;
import org.shutterline.look.edit.Outline;
import org.shutterline.protocol.message.Point;

/** Regions as a job's file writes them, and as they are edited. */
final class Shapes {
    private Shapes() {}

    /** Empty if it is none. */
    static Optional<EditShape> of(Object raw) {
        if (!(raw instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        if (map.get("points") instanceof List<?> points) {
            return Optional.of(new Outline(points.stream().map(Shapes::point).toList()));
        }
        if (map.containsKey("outerRadius")) {
            return Optional.of(new Annulus(
                    at(map, "centreX"), at(map, "centreY"), at(map, "innerRadius"), at(map, "outerRadius")));
        }
        if (map.containsKey("radius")) {
            return Optional.of(new Disc(at(map, "centreX"), at(map, "centreY"), at(map, "radius")));
        }
        return map.containsKey("width")
                ? Optional.of(
                        new Box(at(map, "x"), at(map, "y"), at(map, "width"), at(map, "height"), at(map, "angle")))
                : Optional.empty();
    }

    private static Point point(Object raw) {
        List<?> pair = (List<?>) raw;
        return new Point(((Number) pair.get(0)).doubleValue(), ((Number) pair.get(1)).doubleValue());
    }

    private static double at(Map<?, ?> map, String key) {
        return map.get(key) instanceof Number number ? number.doubleValue() : 0;
    }

    static Map<String, Object> written(EditShape shape) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (shape instanceof Box box) {
            put(map, "x", box.x());
            put(map, "y", box.y());
            put(map, "width", box.width());
            put(map, "height", box.height());
            if (box.angleDeg() != 0) {
                put(map, "angle", box.angleDeg());
            }
        } else if (shape instanceof Disc disc) {
            put(map, "centreX", disc.cx());
            put(map, "centreY", disc.cy());
            put(map, "radius", disc.radius());
        } else if (shape instanceof Annulus ring) {
            put(map, "centreX", ring.cx());
            put(map, "centreY", ring.cy());
            put(map, "innerRadius", ring.inner());
            put(map, "outerRadius", ring.outer());
        } else if (shape instanceof Outline outline) {
            map.put(
                    "points",
                    outline.points().stream()
                            .map(p -> List.of(number(p.x()), number(p.y())))
                            .toList());
        }
        return map;
    }

    private static void put(Map<String, Object> map, String key, double number) {
        map.put(key, number(number));
    }

    private static Number number(double number) {
        double tenth = EditShape.tenth(number);
        if (tenth == Math.rint(tenth)) {
            return (int) tenth;
        }
        return tenth;
    }
}
