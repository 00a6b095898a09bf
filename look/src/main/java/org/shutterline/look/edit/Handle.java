package org.shutterline.look.edit;

import java.awt.geom.Point2D;

/**
 * A place of a shape that can be dragged.
 *
 * @param index which of its role
 * @param x px of the picture
 * @param y px of the picture
 * @param directionDeg the way it is dragged, clockwise from the right
 */
record Handle(Role role, int index, double x, double y, double directionDeg) {
    /** What dragging it does. */
    enum Role {
        /** A corner of a box; index 0 to 3, clockwise from the upper left. */
        CORNER,
        /** The middle of a box's side; index 0 to 3, clockwise from the upper one. */
        SIDE,
        /** The radius of a disc, or the outer one of a ring; index 0 to 3, clockwise from the right. */
        RADIUS,
        /** The inner radius of a ring. */
        INNER,
        /** A corner of an outline. */
        POINT,
        /** Turns a box. */
        TURN
    }

    Point2D at() {
        return new Point2D.Double(x, y);
    }
}
