package org.shutterline.server.tool.gauge;

import java.util.List;
import org.shutterline.protocol.message.Point;

/**
 * A straight line in the plane in which lengths are measured.
 *
 * @param on a point of it, in the plane's unit
 * @param alongX its direction, of length 1
 * @param alongY likewise
 */
record PlaneLine(Point on, double alongX, double alongY) {
    /** Points that are one and the same give a level line. */
    static PlaneLine through(Point a, Point b) {
        double length = a.distanceTo(b);
        return length == 0 ? new PlaneLine(a, 1, 0) : of(a, (b.x() - a.x()) / length, (b.y() - a.y()) / length);
    }

    /** @param angleDeg clockwise against the x axis */
    static PlaneLine at(Point on, double angleDeg) {
        return of(on, Math.cos(Math.toRadians(angleDeg)), Math.sin(Math.toRadians(angleDeg)));
    }

    /** The line from which the points are least off, at right angles to it (total least squares). */
    static PlaneLine nearest(List<Point> points) {
        double meanX = points.stream().mapToDouble(Point::x).average().orElseThrow();
        double meanY = points.stream().mapToDouble(Point::y).average().orElseThrow();
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (Point p : points) {
            xx += (p.x() - meanX) * (p.x() - meanX);
            xy += (p.x() - meanX) * (p.y() - meanY);
            yy += (p.y() - meanY) * (p.y() - meanY);
        }
        double turn = Math.atan2(2 * xy, xx - yy) / 2;
        return of(new Point(meanX, meanY), Math.cos(turn), Math.sin(turn));
    }

    private static PlaneLine of(Point on, double alongX, double alongY) {
        boolean back = alongX < 0 || (alongX == 0 && alongY < 0);
        return new PlaneLine(on, back ? -alongX : alongX, back ? -alongY : alongY);
    }

    /** Clockwise against the x axis, above -45 to 135 degrees, so that neither level nor upright lines jump. */
    double angleDeg() {
        double angle = Math.toDegrees(Math.atan2(alongY, alongX));
        return angle <= -45 ? angle + 180 : angle;
    }

    /** A line through a point of this one, in the direction that halves the smaller angle of the two. */
    PlaneLine halfWayTo(PlaneLine other) {
        double way = alongX * other.alongX + alongY * other.alongY < 0 ? -1 : 1;
        double x = alongX + way * other.alongX;
        double y = alongY + way * other.alongY;
        return through(on, new Point(on.x() + x, on.y() + y));
    }

    /** How far a point is off; positive to the right of its direction as seen on the screen. */
    double off(Point p) {
        return alongX * (p.y() - on.y()) - alongY * (p.x() - on.x());
    }

    /** The point of it that is nearest. */
    Point foot(Point p) {
        double along = alongX * (p.x() - on.x()) + alongY * (p.y() - on.y());
        return new Point(on.x() + along * alongX, on.y() + along * alongY);
    }

    /** How far the points scatter across it, from the outermost on one side to that on the other. */
    double straightness(List<Point> points) {
        double most = points.stream().mapToDouble(this::off).max().orElse(0);
        double least = points.stream().mapToDouble(this::off).min().orElse(0);
        return most - least;
    }
}
