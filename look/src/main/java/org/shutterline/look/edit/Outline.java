package org.shutterline.look.edit;

import static org.shutterline.look.edit.EditShape.tenth;

import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.shutterline.protocol.message.Point;

/**
 * A polygon.
 *
 * @param points 3 to 200
 */
public record Outline(List<Point> points) implements EditShape {
    static final int FEWEST = 3;
    static final int MOST = 200;

    public Outline {
        points = List.copyOf(points);
    }

    @Override
    public Kind kind() {
        return Kind.OUTLINE;
    }

    /** The middle of its bounds. */
    @Override
    public Point2D centre() {
        Rectangle2D bounds = path().getBounds2D();
        return new Point2D.Double(bounds.getCenterX(), bounds.getCenterY());
    }

    @Override
    public Shape path() {
        Path2D path = new Path2D.Double();
        path.moveTo(points.get(0).x(), points.get(0).y());
        points.forEach(point -> path.lineTo(point.x(), point.y()));
        path.closePath();
        return path;
    }

    @Override
    public Outline movedBy(double dxPx, double dyPx) {
        return each(point -> new Point(point.x() + dxPx, point.y() + dyPx));
    }

    /** Its corners keep all decimals, or it would change its form when turned by many small steps. */
    @Override
    public Outline turnedBy(double deg) {
        Point2D about = centre();
        double cos = Math.cos(Math.toRadians(deg));
        double sin = Math.sin(Math.toRadians(deg));
        return new Outline(points.stream()
                .map(point -> {
                    double dx = point.x() - about.getX();
                    double dy = point.y() - about.getY();
                    return new Point(about.getX() + cos * dx - sin * dy, about.getY() + sin * dx + cos * dy);
                })
                .toList());
    }

    @Override
    public Outline grownBy(double widthPx, double heightPx) {
        Rectangle2D bounds = path().getBounds2D();
        double wide = factor(bounds.getWidth(), widthPx);
        double high = factor(bounds.getHeight(), heightPx);
        return each(point -> new Point(
                bounds.getX() + (point.x() - bounds.getX()) * wide,
                bounds.getY() + (point.y() - bounds.getY()) * high));
    }

    private static double factor(double size, double grown) {
        return grown == 0 || size == 0 ? 1 : Math.max(LEAST_PX, size + grown) / size;
    }

    private Outline each(UnaryOperator<Point> moved) {
        return new Outline(points.stream()
                .map(moved)
                .map(point -> new Point(tenth(point.x()), tenth(point.y())))
                .toList());
    }

    @Override
    public List<Handle> handles() {
        List<Handle> handles = new ArrayList<>();
        Point2D centre = centre();
        for (int i = 0; i < points.size(); i++) {
            Point at = points.get(i);
            double direction = Math.toDegrees(Math.atan2(at.y() - centre.getY(), at.x() - centre.getX()));
            handles.add(new Handle(Handle.Role.POINT, i, at.x(), at.y(), direction));
        }
        return handles;
    }

    @Override
    public Outline dragged(Handle handle, Point2D to) {
        List<Point> changed = new ArrayList<>(points);
        changed.set(handle.index(), new Point(tenth(to.getX()), tenth(to.getY())));
        return new Outline(changed);
    }

    /** With one more corner after the given one; itself if it has the most already. */
    Outline with(int after, Point2D at) {
        if (points.size() == MOST) {
            return this;
        }
        List<Point> changed = new ArrayList<>(points);
        changed.add(after + 1, new Point(tenth(at.getX()), tenth(at.getY())));
        return new Outline(changed);
    }

    /** Without one of its corners; itself if it has the fewest already. */
    Outline without(int index) {
        if (points.size() == FEWEST) {
            return this;
        }
        List<Point> changed = new ArrayList<>(points);
        changed.remove(index);
        return new Outline(changed);
    }

    /** The corner before the edge that is nearest to a place. */
    int edgeNear(Point2D at) {
        int nearest = 0;
        for (int i = 1; i < points.size(); i++) {
            if (edge(i).ptSegDist(at) < edge(nearest).ptSegDist(at)) {
                nearest = i;
            }
        }
        return nearest;
    }

    /** The line from a corner to the next. */
    Line2D edge(int from) {
        Point one = points.get(from);
        Point other = points.get((from + 1) % points.size());
        return new Line2D.Double(one.x(), one.y(), other.x(), other.y());
    }

    @Override
    public String words() {
        Rectangle2D bounds = path().getBounds2D();
        String size = Figures.px(bounds.getWidth()) + " x " + Figures.px(bounds.getHeight());
        return EditWords.text(
                "edit.corners",
                Figures.px(bounds.getX()),
                Figures.px(bounds.getY()),
                size,
                Integer.toString(points.size()));
    }
}
