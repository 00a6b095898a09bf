package org.shutterline.look.edit;

import java.awt.Shape;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** A region while it is edited, in px of the picture; y goes down and angles go clockwise. */
public sealed interface EditShape permits Box, Disc, Annulus, Outline {
    /** No shape becomes narrower. */
    double LEAST_PX = 4;

    /** What a region may look like. */
    enum Kind {
        BOX,
        DISC,
        ANNULUS,
        OUTLINE
    }

    Kind kind();

    /** Its rim, with the hole of a ring, to be filled even-odd. */
    Shape path();

    Point2D centre();

    EditShape movedBy(double dxPx, double dyPx);

    /** Turned about its centre; itself if that cannot be seen. */
    EditShape turnedBy(double deg);

    /** Wider and higher by so much, or narrower; the left and upper edge stay, a round shape keeps its centre. */
    EditShape grownBy(double widthPx, double heightPx);

    /** What may be dragged, without the handle that turns. */
    List<Handle> handles();

    /** With one of its handles dragged to a place. */
    EditShape dragged(Handle handle, Point2D to);

    /** Its measures, as they stand beside the region's name. */
    String words();

    /** Whether all of it lies in a picture of that size. */
    default boolean within(double widthPx, double heightPx) {
        Rectangle2D bounds = path().getBounds2D();
        double touch = 1e-6;
        return bounds.getMinX() >= -touch
                && bounds.getMinY() >= -touch
                && bounds.getMaxX() <= widthPx + touch
                && bounds.getMaxY() <= heightPx + touch;
    }

    /** Moved so that its centre is in the picture, for what is out of sight cannot be dragged back. */
    default EditShape inSight(double widthPx, double heightPx) {
        Point2D at = centre();
        double dx = Math.max(0, Math.min(widthPx, at.getX())) - at.getX();
        double dy = Math.max(0, Math.min(heightPx, at.getY())) - at.getY();
        return dx == 0 && dy == 0 ? this : movedBy(dx, dy);
    }

    /** To a tenth, which is finer than a hand. */
    static double tenth(double px) {
        // Adding zero makes a negative zero a plain one.
        return Math.round(px * 10) / 10.0 + 0.0;
    }
}
