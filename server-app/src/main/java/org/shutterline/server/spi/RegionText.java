package org.shutterline.server.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shutterline.protocol.message.Point;

/** A region as files write it. */
final class RegionText {
    static final String EXPECTED =
            "{x, y, width, height}, also with angle, or {centreX, centreY, radius}, or {centreX, centreY,"
                    + " innerRadius, outerRadius}, or {points: [[x, y], ...]} with 3 to 200 points,";

    private static final double MOST_PX = 32_768;
    private static final int MOST_POINTS = 200;

    private RegionText() {}

    static Optional<Region> read(Object raw) {
        if (!(raw instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        if (map.keySet().equals(Set.of("points"))) {
            return polygon(map.get("points"));
        }
        if (!map.values().stream().allMatch(RegionText::isPlace)) {
            return Optional.empty();
        }
        Set<?> keys = map.keySet();
        if (keys.equals(Set.of("x", "y", "width", "height"))
                || keys.equals(Set.of("x", "y", "width", "height", "angle"))) {
            double angle = keys.contains("angle") ? at(map, "angle") : 0;
            return at(map, "width") >= 1 && at(map, "height") >= 1 && Math.abs(angle) <= 360
                    ? Optional.of(new Region.Rectangle(
                            at(map, "x"), at(map, "y"), at(map, "width"), at(map, "height"), angle))
                    : Optional.empty();
        }
        return round(map, keys);
    }

    private static Optional<Region> round(Map<?, ?> map, Set<?> keys) {
        if (keys.equals(Set.of("centreX", "centreY", "radius"))) {
            return at(map, "radius") >= 1
                    ? Optional.of(new Region.Circle(at(map, "centreX"), at(map, "centreY"), at(map, "radius")))
                    : Optional.empty();
        }
        if (keys.equals(Set.of("centreX", "centreY", "innerRadius", "outerRadius"))) {
            double inner = at(map, "innerRadius");
            double outer = at(map, "outerRadius");
            return inner >= 0 && outer >= inner + 1
                    ? Optional.of(new Region.Ring(at(map, "centreX"), at(map, "centreY"), inner, outer))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<Region> polygon(Object raw) {
        if (!(raw instanceof List<?> list) || list.size() < 3 || list.size() > MOST_POINTS) {
            return Optional.empty();
        }
        List<Point> points = new ArrayList<>();
        for (Object item : list) {
            if (item instanceof List<?> pair
                    && pair.size() == 2
                    && pair.stream().allMatch(RegionText::isPlace)) {
                points.add(new Point(((Number) pair.get(0)).doubleValue(), ((Number) pair.get(1)).doubleValue()));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Region.Polygon(points));
    }

    private static boolean isPlace(Object raw) {
        return raw instanceof Number number && Math.abs(number.doubleValue()) <= MOST_PX;
    }

    private static double at(Map<?, ?> map, String key) {
        return ((Number) map.get(key)).doubleValue();
    }

    /** @param pairs key, number, key, number ... */
    static Map<String, Object> written(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], number((double) pairs[i + 1]));
        }
        return Collections.unmodifiableMap(map);
    }

    /** To a thousandth of a px; whole numbers as such. */
    static Number number(double place) {
        double rounded = Math.rint(place * 1_000) / 1_000;
        if (rounded == Math.rint(rounded)) {
            return (int) rounded;
        }
        return rounded;
    }
}
