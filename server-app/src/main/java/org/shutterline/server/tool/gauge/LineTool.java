package org.shutterline.server.tool.gauge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Mark;
import org.shutterline.server.spi.Plane;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;
import org.shutterline.server.tool.Place;

/** Lays a straight line through the edge that the search lines find, in the plane. */
final class LineTool implements InspectionTool {
    private final Place place;
    private final EdgeRule rule;
    private final double outlierPx;

    LineTool(Place place, EdgeRule rule, double outlierPx) {
        this.place = place;
        this.rule = rule;
        this.outlierPx = outlierPx;
    }

    @Override
    public Finding inspect(Scene scene) throws ToolException {
        scene.checkTime();
        try (View view = place.in(scene)) {
            EdgePoints points = EdgePoints.in(scene, view, rule);
            Optional<StraightEdge> edge = StraightEdge.through(points.first(), Math.max(2, points.least()), outlierPx);
            return edge.map(found -> found(found, points.lines(), view, scene.plane()))
                    .orElseGet(
                            () -> Finding.missing("no straight " + rule.first().words(), view.marks()));
        }
    }

    private static Finding found(StraightEdge edge, int lines, View view, Plane plane) {
        List<Point> laid = edge.points().stream()
                .map(p -> plane.at(view.inPicture(p.y(), p.x())))
                .toList();
        PlaneLine line = PlaneLine.nearest(laid);
        double middle = view.heightPx() / 2.0;
        Point on = line.foot(plane.at(view.inPicture(edge.at(middle), middle)));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(LineFactory.ANGLE.name(), line.angleDeg());
        values.put(LineFactory.X.name(), on.x());
        values.put(LineFactory.Y.name(), on.y());
        values.put(LineFactory.STRAIGHTNESS.name(), line.straightness(laid));
        values.put(LineFactory.SHARE.name(), 100.0 * laid.size() / lines);
        List<Point> ends =
                List.of(view.inPicture(edge.at(0), 0), view.inPicture(edge.at(view.heightPx()), view.heightPx()));
        List<Point> crosses =
                edge.points().stream().map(p -> view.inPicture(p.y(), p.x())).toList();
        return Finding.of(values, view.marks())
                .with(List.of(new Mark(Overlay.Kind.LINE, ends), new Mark(Overlay.Kind.CROSS, crosses)));
    }
}
