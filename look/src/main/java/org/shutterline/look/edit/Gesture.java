package org.shutterline.look.edit;

import java.awt.geom.Point2D;
import java.util.Optional;

/**
 * A drag of a shape from when the button goes down until it is up.
 *
 * @param start the shape before
 * @param handle what is dragged; empty for the whole shape
 * @param grabbed where the button went down, px of the picture
 * @param stepPx to what the drag is rounded
 */
record Gesture(EditShape start, Optional<Handle> handle, Point2D grabbed, double stepPx) {
    private static final double COARSE_DEG = 5;

    /** The shape when the pointer is there; {@code coarse} turns in steps of 5 degrees. */
    EditShape at(Point2D now, boolean coarse) {
        double dx = now.getX() - grabbed.getX();
        double dy = now.getY() - grabbed.getY();
        if (handle.isEmpty()) {
            return start.movedBy(stepped(dx, stepPx), stepped(dy, stepPx));
        }
        Handle held = handle.get();
        if (held.role() == Handle.Role.TURN) {
            EditShape turned = start.dragged(held, new Point2D.Double(held.x() + dx, held.y() + dy));
            return coarse && turned instanceof Box box ? box.turnedTo(stepped(box.angleDeg(), COARSE_DEG)) : turned;
        }
        return start.dragged(held, new Point2D.Double(held.x() + stepped(dx, stepPx), held.y() + stepped(dy, stepPx)));
    }

    static double stepped(double value, double step) {
        return Math.round(value / step) * step;
    }
}
