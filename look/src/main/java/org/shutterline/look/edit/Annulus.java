package org.shutterline.look.edit;

import static org.shutterline.look.edit.EditShape.tenth;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A ring: what lies between two circles about one centre.
 *
 * @param cx of the centre, px
 * @param cy of the centre, px
 * @param inner radius, px
 * @param outer radius, px
 */
public record Annulus(double cx, double cy, double inner, double outer) implements EditShape {
    private static final double LEAST_INNER_PX = 1;

    @Override
    public Kind kind() {
        return Kind.ANNULUS;
    }

    @Override
    public Point2D centre() {
        return new Point2D.Double(cx, cy);
    }

    @Override
    public Shape path() {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        path.append(Disc.rim(cx, cy, outer), false);
        path.append(Disc.rim(cx, cy, inner), false);
        return path;
    }

    @Override
    public Annulus movedBy(double dxPx, double dyPx) {
        return new Annulus(tenth(cx + dxPx), tenth(cy + dyPx), inner, outer);
    }

    @Override
    public Annulus turnedBy(double deg) {
        return this;
    }

    /** The width goes to the outer radius, the height to the inner one. */
    @Override
    public Annulus grownBy(double widthPx, double heightPx) {
        Annulus wider = outer(outer + widthPx);
        return heightPx == 0 ? wider : wider.inner(inner + heightPx);
    }

    private Annulus inner(double radius) {
        return new Annulus(cx, cy, tenth(Math.max(LEAST_INNER_PX, Math.min(outer - LEAST_PX, radius))), outer);
    }

    private Annulus outer(double radius) {
        return new Annulus(cx, cy, inner, tenth(Math.max(inner + LEAST_PX, radius)));
    }

    /** The inner ones stand between the outer ones, so that those of a thin ring do not cover each other. */
    @Override
    public List<Handle> handles() {
        List<Handle> handles = new ArrayList<>(Disc.handles(Handle.Role.RADIUS, cx, cy, outer, 0));
        handles.addAll(Disc.handles(Handle.Role.INNER, cx, cy, inner, 45));
        return handles;
    }

    @Override
    public Annulus dragged(Handle handle, Point2D to) {
        double radius = centre().distance(to);
        return handle.role() == Handle.Role.INNER ? inner(radius) : outer(radius);
    }

    @Override
    public String words() {
        return Figures.px(cx) + ", " + Figures.px(cy) + "  r " + Figures.px(inner) + " - " + Figures.px(outer);
    }
}
