package org.shutterline.look.edit;

import static org.shutterline.look.edit.EditShape.tenth;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A rectangle, turned about its centre.
 *
 * @param x of the left edge before it is turned, px
 * @param y of the upper edge before it is turned, px
 * @param width px
 * @param height px
 * @param angleDeg clockwise
 */
public record Box(double x, double y, double width, double height, double angleDeg) implements EditShape {
    private static final int[] CORNER_X = {-1, 1, 1, -1};
    private static final int[] CORNER_Y = {-1, -1, 1, 1};
    private static final int[] SIDE_X = {0, 1, 0, -1};
    private static final int[] SIDE_Y = {-1, 0, 1, 0};

    /** The upright box between two corners. */
    static Box between(Point2D one, Point2D other) {
        double left = Math.min(one.getX(), other.getX());
        double top = Math.min(one.getY(), other.getY());
        double width = Math.max(LEAST_PX, Math.abs(one.getX() - other.getX()));
        double height = Math.max(LEAST_PX, Math.abs(one.getY() - other.getY()));
        return new Box(left, top, width, height, 0);
    }

    @Override
    public Kind kind() {
        return Kind.BOX;
    }

    @Override
    public Point2D centre() {
        return new Point2D.Double(x + width / 2, y + height / 2);
    }

    @Override
    public Shape path() {
        return new Path2D.Double(new Rectangle2D.Double(x, y, width, height), turn());
    }

    private AffineTransform turn() {
        return AffineTransform.getRotateInstance(Math.toRadians(angleDeg), x + width / 2, y + height / 2);
    }

    @Override
    public Box movedBy(double dxPx, double dyPx) {
        return new Box(tenth(x + dxPx), tenth(y + dyPx), width, height, angleDeg);
    }

    @Override
    public Box turnedBy(double deg) {
        return turnedTo(angleDeg + deg);
    }

    /** With an angle of -180 to 180 degrees, to a tenth. */
    Box turnedTo(double deg) {
        double turned = tenth(Math.IEEEremainder(deg, 360));
        return new Box(x, y, width, height, turned == -180 ? 180 : turned);
    }

    /** The angle at which its upper side looks towards a place. */
    Box turnedTowards(Point2D to) {
        Point2D from = centre();
        return turnedTo(Math.toDegrees(Math.atan2(to.getY() - from.getY(), to.getX() - from.getX())) + 90);
    }

    @Override
    public Box grownBy(double widthPx, double heightPx) {
        double right = Math.max(LEAST_PX, width + widthPx);
        double bottom = Math.max(LEAST_PX, height + heightPx);
        return reshaped(-width / 2, -height / 2, right - width / 2, bottom - height / 2);
    }

    @Override
    public List<Handle> handles() {
        List<Handle> handles = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            handles.add(handle(Handle.Role.CORNER, i, CORNER_X[i], CORNER_Y[i]));
            handles.add(handle(Handle.Role.SIDE, i, SIDE_X[i], SIDE_Y[i]));
        }
        return handles;
    }

    private Handle handle(Handle.Role role, int index, int sideX, int sideY) {
        Point2D at = inPicture(sideX * width / 2, sideY * height / 2);
        double direction = Math.toDegrees(Math.atan2(sideY, sideX)) + angleDeg;
        return new Handle(role, index, at.getX(), at.getY(), direction);
    }

    /** The place so far above the upper side, or below the lower one, in the box's own directions. */
    Handle turnHandle(double beyondPx, boolean below) {
        double side = below ? 1 : -1;
        Point2D at = inPicture(0, side * (height / 2 + beyondPx));
        return new Handle(Handle.Role.TURN, below ? 1 : 0, at.getX(), at.getY(), angleDeg);
    }

    private Point2D inPicture(double fromCentreX, double fromCentreY) {
        Point2D upright = new Point2D.Double(x + width / 2 + fromCentreX, y + height / 2 + fromCentreY);
        return turn().transform(upright, null);
    }

    @Override
    public Box dragged(Handle handle, Point2D to) {
        return switch (handle.role()) {
            case CORNER -> dragged(CORNER_X[handle.index()], CORNER_Y[handle.index()], to);
            case SIDE -> dragged(SIDE_X[handle.index()], SIDE_Y[handle.index()], to);
            case TURN ->
                handle.index() == 0 ? turnedTowards(to) : turnedTowards(to).turnedBy(180);
            default -> this;
        };
    }

    /** The sides that are dragged follow the place, in the box's own directions; the others stay. */
    private Box dragged(int sideX, int sideY, Point2D to) {
        Point2D centre = centre();
        double turn = Math.toRadians(-angleDeg);
        double dx = to.getX() - centre.getX();
        double dy = to.getY() - centre.getY();
        double ownX = dx * Math.cos(turn) - dy * Math.sin(turn);
        double ownY = dx * Math.sin(turn) + dy * Math.cos(turn);
        double left = sideX < 0 ? Math.min(ownX, width / 2 - LEAST_PX) : -width / 2;
        double right = sideX > 0 ? Math.max(ownX, LEAST_PX - width / 2) : width / 2;
        double top = sideY < 0 ? Math.min(ownY, height / 2 - LEAST_PX) : -height / 2;
        double bottom = sideY > 0 ? Math.max(ownY, LEAST_PX - height / 2) : height / 2;
        return reshaped(left, top, right, bottom);
    }

    /** With new sides, given from the centre in the box's own directions. */
    private Box reshaped(double left, double top, double right, double bottom) {
        Point2D middle = inPicture((left + right) / 2, (top + bottom) / 2);
        double wide = tenth(right - left);
        double high = tenth(bottom - top);
        return new Box(tenth(middle.getX() - wide / 2), tenth(middle.getY() - high / 2), wide, high, angleDeg);
    }

    @Override
    public String words() {
        String upright = String.format(
                Locale.ROOT, "%s, %s  %s x %s", Figures.px(x), Figures.px(y), Figures.px(width), Figures.px(height));
        return angleDeg == 0 ? upright : upright + "  " + Figures.angle(angleDeg);
    }
}
