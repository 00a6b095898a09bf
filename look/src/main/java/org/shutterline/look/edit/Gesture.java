package org.shutterline.look.edit;

import java.awt.event.MouseEvent;
import java.awt.geom.Point2D;
import java.util.Optional;
import org.shutterline.look.Zoom;

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
    /** Zoomed in so far, a hand is finer than a px. */
    private static final double FINE_SCALE = 4;

    static Gesture begun(EditShape start, Optional<Handle> handle, MouseEvent press, Zoom zoom) {
        return new Gesture(start, handle, zoom.toPicture(press.getX(), press.getY()), stepPx(zoom));
    }

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

    /** The place under the pointer, as fine as a hand is there. */
    static Point2D placed(MouseEvent event, Zoom zoom) {
        Point2D at = zoom.toPicture(event.getX(), event.getY());
        return new Point2D.Double(stepped(at.getX(), stepPx(zoom)), stepped(at.getY(), stepPx(zoom)));
    }

    private static double stepPx(Zoom zoom) {
        return zoom.scale() < FINE_SCALE ? 1 : 0.1;
    }

    private static double stepped(double value, double step) {
        return Math.round(value / step) * step;
    }
}
