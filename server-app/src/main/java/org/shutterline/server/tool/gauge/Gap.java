package org.shutterline.server.tool.gauge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Mark;
import org.shutterline.server.spi.Plane;
import org.shutterline.server.spi.View;

/**
 * One or two edges that a caliper found in a view, laid out in the plane.
 *
 * @param first the only one, or that with which the pair begins
 * @param second that with which it ends
 */
record Gap(View view, Direction direction, Plane plane, StraightEdge first, Optional<StraightEdge> second) {

    /** From the one to the other at right angles to both, in the plane's unit; negative if they lie the other way round. */
    double width() {
        StraightEdge to = second.orElseThrow();
        Point start = middle(first);
        Point end = middle(to);
        PlaneLine between = line(first).halfWayTo(line(to));
        double off = Math.abs(between.off(end) - between.off(start));
        return to.at(middleAcross()) < first.at(middleAcross()) ? -off : off;
    }

    /** From the side of the view at which the search begins to the first edge, in the middle. */
    double position() {
        return plane.length(inPicture(middleAcross(), 0), inPicture(middleAcross(), first.at(middleAcross())));
    }

    /** How far the first edge is from square to the search, clockwise, -90 to 90 degrees. */
    double angleDeg() {
        double middle = first.at(middleAcross());
        PlaneLine square = PlaneLine.through(plane.at(inPicture(0, middle)), plane.at(inPicture(across(), middle)));
        double turn = line(first).angleDeg() - square.angleDeg();
        return Math.IEEEremainder(turn, 180);
    }

    /** Where the middle of an edge lies in the plane. */
    Point middle(StraightEdge edge) {
        return plane.at(inPicture(middleAcross(), edge.at(middleAcross())));
    }

    /** The edges, and the distance between them. */
    List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        marks.add(drawn(first));
        second.ifPresent(to -> {
            marks.add(drawn(to));
            marks.add(distance(to));
        });
        return marks;
    }

    private Mark drawn(StraightEdge edge) {
        return new Mark(Overlay.Kind.LINE, List.of(inPicture(0, edge.at(0)), inPicture(across(), edge.at(across()))));
    }

    /** From the first edge at right angles to the second, through the middle of the region. */
    private Mark distance(StraightEdge to) {
        double middle = middleAcross();
        double slope = (first.slope() + to.slope()) / 2;
        double along = (to.at(middle) - first.at(middle)) / (1 + slope * slope);
        double start = middle + slope * along / 2;
        return new Mark(
                Overlay.Kind.DISTANCE,
                List.of(inPicture(start, first.at(start)), inPicture(start - slope * along, first.at(start) + along)));
    }

    private PlaneLine line(StraightEdge edge) {
        return PlaneLine.through(plane.at(inPicture(0, edge.at(0))), plane.at(inPicture(across(), edge.at(across()))));
    }

    private double middleAcross() {
        return across() / 2;
    }

    private double across() {
        return direction == Direction.VERTICAL ? view.widthPx() : view.heightPx();
    }

    private Point inPicture(double across, double along) {
        return direction == Direction.VERTICAL ? view.inPicture(across, along) : view.inPicture(along, across);
    }
}
