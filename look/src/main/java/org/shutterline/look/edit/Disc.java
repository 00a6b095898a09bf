package org.shutterline.look.edit;

import static org.shutterline.look.edit.EditShape.tenth;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A circle.
 *
 * @param cx of the centre, px
 * @param cy of the centre, px
 * @param radius px
 */
public record Disc(double cx, double cy, double radius) implements EditShape {
    static final double LEAST_RADIUS_PX = LEAST_PX / 2;

    @Override
    public Kind kind() {
        return Kind.DISC;
    }

    @Override
    public Point2D centre() {
        return new Point2D.Double(cx, cy);
    }

    @Override
    public Shape path() {
        return rim(cx, cy, radius);
    }

    static Shape rim(double cx, double cy, double radius) {
        return new Ellipse2D.Double(cx - radius, cy - radius, 2 * radius, 2 * radius);
    }

    @Override
    public Disc movedBy(double dxPx, double dyPx) {
        return new Disc(tenth(cx + dxPx), tenth(cy + dyPx), radius);
    }

    @Override
    public Disc turnedBy(double deg) {
        return this;
    }

    @Override
    public Disc grownBy(double widthPx, double heightPx) {
        return new Disc(cx, cy, tenth(Math.max(LEAST_RADIUS_PX, radius + widthPx + heightPx)));
    }

    @Override
    public List<Handle> handles() {
        return handles(Handle.Role.RADIUS, cx, cy, radius, 0);
    }

    /** Four places on a rim. */
    static List<Handle> handles(Handle.Role role, double cx, double cy, double radius, double fromDeg) {
        List<Handle> handles = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            double deg = fromDeg + 90 * i;
            double x = cx + radius * Math.cos(Math.toRadians(deg));
            double y = cy + radius * Math.sin(Math.toRadians(deg));
            handles.add(new Handle(role, i, x, y, deg));
        }
        return handles;
    }

    @Override
    public Disc dragged(Handle handle, Point2D to) {
        return new Disc(cx, cy, tenth(Math.max(LEAST_RADIUS_PX, centre().distance(to))));
    }

    @Override
    public String words() {
        return Figures.px(cx) + ", " + Figures.px(cy) + "  r " + Figures.px(radius);
    }
}
