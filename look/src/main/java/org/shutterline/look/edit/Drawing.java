package org.shutterline.look.edit;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.message.Point;

/**
 * A new shape while it is drawn: a box from corner to corner, a round one from its centre, an outline corner by corner.
 *
 * @param kind what is drawn
 * @param set the places set so far, px of the picture
 * @param pointer where the pointer is
 */
record Drawing(EditShape.Kind kind, List<Point2D> set, Optional<Point2D> pointer) {
    private static final double LEAST_DRAG_PX = 2;

    Drawing {
        set = List.copyOf(set);
    }

    static Drawing of(EditShape.Kind kind) {
        return new Drawing(kind, List.of(), Optional.empty());
    }

    Drawing pointer(Point2D now) {
        return new Drawing(kind, set, Optional.of(now));
    }

    Drawing with(Point2D place) {
        List<Point2D> more = new ArrayList<>(set);
        more.add(place);
        return new Drawing(kind, more, Optional.of(place));
    }

    Drawing withoutLast() {
        return new Drawing(kind, set.subList(0, Math.max(0, set.size() - 1)), pointer);
    }

    boolean outline() {
        return kind == EditShape.Kind.OUTLINE;
    }

    /** What is drawn so far; empty while it is too little for a shape. */
    Optional<EditShape> shape() {
        if (outline()) {
            return set.size() < Outline.FEWEST ? Optional.empty() : Optional.of(new Outline(points()));
        }
        return set.isEmpty() ? Optional.empty() : pointer.flatMap(to -> between(set.get(0), to));
    }

    private List<Point> points() {
        return set.stream().map(at -> new Point(at.getX(), at.getY())).toList();
    }

    private Optional<EditShape> between(Point2D from, Point2D to) {
        double apart = from.distance(to);
        if (apart < LEAST_DRAG_PX) {
            return Optional.empty();
        }
        double radius = EditShape.tenth(Math.max(EditShape.LEAST_PX / 2, apart));
        return Optional.of(
                switch (kind) {
                    case BOX -> Box.between(from, to);
                    case DISC -> new Disc(from.getX(), from.getY(), radius);
                    default -> ring(from, Math.max(EditShape.LEAST_PX + 1, radius));
                });
    }

    private static Annulus ring(Point2D centre, double outer) {
        double inner = EditShape.tenth(Math.min(outer / 2, outer - EditShape.LEAST_PX));
        return new Annulus(centre.getX(), centre.getY(), inner, outer);
    }

    /** A shape in the middle of a picture, for who draws by keys. */
    EditShape inTheMiddle(double widthPx, double heightPx) {
        double x = Math.round(widthPx / 2);
        double y = Math.round(heightPx / 2);
        double half = Math.max(EditShape.LEAST_PX + 1, Math.round(Math.min(widthPx, heightPx) / 8));
        return switch (kind) {
            case BOX -> new Box(x - half, y - half, 2 * half, 2 * half, 0);
            case DISC -> new Disc(x, y, half);
            case ANNULUS -> ring(new Point2D.Double(x, y), half);
            case OUTLINE ->
                new Outline(List.of(
                        new Point(x - half, y - half),
                        new Point(x + half, y - half),
                        new Point(x + half, y + half),
                        new Point(x - half, y + half)));
        };
    }

    /** The line through the corners of an outline and on to the pointer. */
    Path2D line() {
        Path2D line = new Path2D.Double();
        if (!set.isEmpty()) {
            line.moveTo(set.get(0).getX(), set.get(0).getY());
            set.forEach(at -> line.lineTo(at.getX(), at.getY()));
            pointer.ifPresent(at -> line.lineTo(at.getX(), at.getY()));
        }
        return line;
    }
}
