package org.shutterline.server.tool.gauge;

import java.util.Optional;
import org.shutterline.server.spi.Plane;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;

/**
 * How long something is in px, between the outermost two edges along the longer side of what was drawn across it.
 *
 * @param px at right angles to the edges
 * @param errorPx its standard error, by how the edge points scatter about their lines, and never less than what a good edge
 *     is off by itself
 */
public record KnownLength(double px, double errorPx) {
    private static final double MIN_STRENGTH = 8;
    private static final double SMOOTH_PX = 2;
    private static final int LINES = 24;
    private static final double LEAST_ERROR_PX = 0.02;

    /** Empty if there are no two straight edges. */
    public static Optional<KnownLength> in(Scene scene, View view) throws ToolException {
        Direction along = view.widthPx() >= view.heightPx() ? Direction.HORIZONTAL : Direction.VERTICAL;
        EdgeRule rule = new EdgeRule(along, true, Step.ANY, Step.ANY, Choice.OUTERMOST, MIN_STRENGTH, SMOOTH_PX, LINES);
        EdgePoints points = EdgePoints.in(scene, view, rule);
        Optional<StraightEdge> first = StraightEdge.through(points.first(), points.least());
        Optional<StraightEdge> second = StraightEdge.through(points.second(), points.least());
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        double px = new Gap(view, along, Plane.PX, first.get(), second).width();
        double error = Math.hypot(first.get().standardErrorPx(), second.get().standardErrorPx());
        return px < 1 ? Optional.empty() : Optional.of(new KnownLength(px, Math.max(LEAST_ERROR_PX, error)));
    }
}
