package org.shutterline.server.tool.pattern;

import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Pose;

/**
 * A small movement of a template.
 *
 * @param right px of its level
 * @param down px of its level
 * @param turn radians, clockwise
 * @param growth 0.01 for a hundredth larger
 */
record Shift(double right, double down, double turn, double growth) {
    private static final double MOST_PX = 2;

    /** How far its corners move, px of its level; half the diagonal is given. */
    double px(double halfDiagonal) {
        return Math.hypot(right, down) + halfDiagonal * Math.hypot(turn, growth);
    }

    /** The same, but so small that it can be trusted. */
    Shift bounded(double halfDiagonal) {
        double px = px(halfDiagonal);
        double share = px > MOST_PX ? MOST_PX / px : 1;
        return new Shift(share * right, share * down, share * turn, share * growth);
    }

    /** As a pose of the template's level that turns about its middle. */
    Pose about(Point middle) {
        return Pose.of(middle, new Point(middle.x() + right, middle.y() + down), Math.toDegrees(turn), 1 + growth);
    }
}
