package org.shutterline.look.edit;

import java.awt.BasicStroke;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.shutterline.look.Zoom;

/**
 * Where the handles of a shape are in the pane, and what is under the pointer.
 *
 * @param shape in px of the picture
 * @param pane its size, so that the handle that turns is not out of sight
 */
record Grips(EditShape shape, Zoom zoom, Dimension pane) {
    static final double HANDLE_PX = 11;
    static final double STALK_PX = 32;
    private static final double HIT_PX = 24;
    private static final double SIDE_WITH_MIDDLE_PX = 48;
    private static final double EDGE_HIT_PX = 10;
    private static final int[] CURSORS = {
        Cursor.E_RESIZE_CURSOR,
        Cursor.SE_RESIZE_CURSOR,
        Cursor.S_RESIZE_CURSOR,
        Cursor.SW_RESIZE_CURSOR,
        Cursor.W_RESIZE_CURSOR,
        Cursor.NW_RESIZE_CURSOR,
        Cursor.N_RESIZE_CURSOR,
        Cursor.NE_RESIZE_CURSOR
    };

    /** The handles that there is room for. */
    List<Handle> handles() {
        List<Handle> handles =
                new ArrayList<>(shape.handles().stream().filter(this::roomFor).toList());
        turn().ifPresent(handles::add);
        return handles;
    }

    private boolean roomFor(Handle handle) {
        if (handle.role() == Handle.Role.SIDE && shape instanceof Box box) {
            double side = handle.index() % 2 == 0 ? box.width() : box.height();
            return side * zoom.scale() >= SIDE_WITH_MIDDLE_PX;
        }
        return true;
    }

    /** The handle that turns stands above, and below where it would be out of sight. */
    Optional<Handle> turn() {
        if (!(shape instanceof Box box)) {
            return Optional.empty();
        }
        Handle above = box.turnHandle(STALK_PX / zoom.scale(), false);
        Handle below = box.turnHandle(STALK_PX / zoom.scale(), true);
        return Optional.of(inSight(above) || !inSight(below) ? above : below);
    }

    private boolean inSight(Handle handle) {
        Rectangle2D room = new Rectangle2D.Double(6, 6, pane.width - 12.0, pane.height - 12.0);
        return room.contains(place(handle));
    }

    Point2D place(Handle handle) {
        return zoom.toPane(handle.x(), handle.y());
    }

    Shape path() {
        return inPane(shape.path(), zoom);
    }

    static Shape inPane(Shape path, Zoom zoom) {
        return new AffineTransform(zoom.scale(), 0, 0, zoom.scale(), zoom.leftPx(), zoom.topPx())
                .createTransformedShape(path);
    }

    /** The nearest handle within reach; inside a small shape the reach is shorter, so that it can still be moved. */
    Optional<Handle> handleAt(double x, double y) {
        Shape path = path();
        Rectangle2D bounds = path.getBounds2D();
        double reach = path.contains(x, y)
                ? Math.min(HIT_PX / 2, Math.max(2, Math.min(bounds.getWidth(), bounds.getHeight()) / 4))
                : HIT_PX / 2;
        return handles().stream()
                .filter(handle -> away(handle, x, y) <= reach)
                .min(Comparator.comparingDouble(handle -> away(handle, x, y)));
    }

    /** The handles are square. */
    private double away(Handle handle, double x, double y) {
        Point2D at = place(handle);
        return Math.max(Math.abs(at.getX() - x), Math.abs(at.getY() - y));
    }

    /** Whether the shape itself can be taken there: inside, in the hole of a ring, or on its line. */
    boolean bodyAt(double x, double y) {
        Shape path = path();
        Shape outer = shape instanceof Annulus ring ? inPane(Disc.rim(ring.cx(), ring.cy(), ring.outer()), zoom) : path;
        return outer.contains(x, y) || onLine(path, x, y);
    }

    static boolean onLine(Shape path, double x, double y) {
        return new BasicStroke((float) EDGE_HIT_PX).createStrokedShape(path).contains(x, y);
    }

    static Cursor cursor(Handle handle) {
        if (handle.role() == Handle.Role.TURN) {
            return Cursor.getPredefinedCursor(Cursor.HAND_CURSOR);
        }
        if (handle.role() == Handle.Role.POINT) {
            return Cursor.getPredefinedCursor(Cursor.CROSSHAIR_CURSOR);
        }
        int eighth = Math.floorMod(Math.round((float) (handle.directionDeg() / 45)), CURSORS.length);
        return Cursor.getPredefinedCursor(CURSORS[eighth]);
    }
}
