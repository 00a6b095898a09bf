package org.shutterline.server.spi;

import org.shutterline.protocol.message.Point;

/**
 * How a part lies against how it lay when the job was taught: turned, scaled and moved, {@code x' = a x - b y + dx},
 * {@code y' = b x + a y + dy}.
 *
 * @param a scale times the cosine of the turn
 * @param b scale times the sine of the turn
 * @param dx px
 * @param dy px
 */
public record Pose(double a, double b, double dx, double dy) {
    /** As it was taught. */
    public static final Pose NONE = new Pose(1, 0, 0, 0);

    /**
     * The pose that brings one point to another.
     *
     * @param turnDeg clockwise as seen on the screen, degrees
     * @param scale above 0, 1 for the same size
     */
    public static Pose of(Point taught, Point found, double turnDeg, double scale) {
        double a = scale * Math.cos(Math.toRadians(turnDeg));
        double b = scale * Math.sin(Math.toRadians(turnDeg));
        return new Pose(a, b, found.x() - a * taught.x() + b * taught.y(), found.y() - b * taught.x() - a * taught.y());
    }

    /** Where a point of the taught part lies now. */
    public Point at(Point taught) {
        return new Point(a * taught.x() - b * taught.y() + dx, b * taught.x() + a * taught.y() + dy);
    }

    /** Clockwise, -180 to 180 degrees. */
    public double turnDeg() {
        return Math.toDegrees(Math.atan2(b, a));
    }

    public double scale() {
        return Math.hypot(a, b);
    }

    /** The way back. */
    public Pose inverse() {
        double square = a * a + b * b;
        double ia = a / square;
        double ib = -b / square;
        return new Pose(ia, ib, -ia * dx + ib * dy, -ib * dx - ia * dy);
    }

    /** First the other, then this. */
    public Pose after(Pose first) {
        return new Pose(
                a * first.a - b * first.b,
                b * first.a + a * first.b,
                a * first.dx - b * first.dy + dx,
                b * first.dx + a * first.dy + dy);
    }
}
