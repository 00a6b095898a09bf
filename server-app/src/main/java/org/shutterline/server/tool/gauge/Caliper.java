package org.shutterline.server.tool.gauge;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;
import org.shutterline.server.tool.Place;

/**
 * Finds an edge or a pair on many search lines, lays a straight line through each, and measures at right angles to them,
 * so that a part that lies a little turned is not measured too wide.
 */
final class Caliper implements InspectionTool {
    private static final double LEAST_PX = 0.5;

    private final Place place;
    private final EdgeRule rule;
    private final Function<Gap, Map<String, Object>> values;

    /** @param values what is told of what was found */
    Caliper(Place place, EdgeRule rule, Function<Gap, Map<String, Object>> values) {
        this.place = place;
        this.rule = rule;
        this.values = values;
    }

    @Override
    public Finding inspect(Scene scene) throws ToolException {
        scene.checkTime();
        try (View view = place.in(scene)) {
            EdgePoints points = EdgePoints.in(scene, view, rule);
            Optional<StraightEdge> first = StraightEdge.through(points.first(), points.least());
            if (first.isEmpty()) {
                String which = rule.pair() ? "first " : "";
                return Finding.missing("no straight " + which + rule.first().words(), view.marks());
            }
            Optional<StraightEdge> second = StraightEdge.through(points.second(), points.least());
            if (rule.pair() && second.isEmpty()) {
                return Finding.missing("no straight second " + rule.second().words(), view.marks());
            }
            return found(new Gap(view, rule.direction(), scene.plane(), first.get(), second), view);
        }
    }

    private Finding found(Gap gap, View view) {
        if (rule.pair() && gap.width() < LEAST_PX * gap.plane().perPx(view.inPicture(0, 0))) {
            return Finding.missing("only one edge", view.marks());
        }
        return Finding.of(values.apply(gap), view.marks()).with(gap.marks());
    }
}
