package org.shutterline.look;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.message.Verdict;

/**
 * What tools looked at and found, drawn over a picture: lines of 2 px with a dark halo, and labels beside the features.
 *
 * @param overlays in the order of the job
 * @param old drawn in grey, for a picture that is no longer the present one
 */
record Marks(List<Overlay> overlays, boolean old) {
    private static final int CHIP_PX = 26;
    private static final int SHAPE_PX = 16;
    private static final double ARM_PX = 7;

    /** Draws all marks; labels stand within {@code bounds} and not on {@code kept}. */
    void paint(Graphics2D g, Zoom zoom, Rectangle2D bounds, List<Shape> kept) {
        overlays.forEach(overlay -> mark(g, zoom, overlay));
        labels(g, zoom, bounds, kept);
    }

    private void mark(Graphics2D g, Zoom zoom, Overlay overlay) {
        List<Point2D> points = inPane(zoom, overlay);
        if (points.isEmpty()) {
            return;
        }
        switch (overlay.kind()) {
            case REGION -> region(g, overlay, polygon(points));
            case POLYGON -> line(g, polygon(points), colour(overlay), 2);
            case LINE -> line(g, open(points), colour(overlay), 2);
            case CIRCLE -> circle(g, overlay, points);
            case DISTANCE -> distance(g, overlay, points);
            case CROSS -> points.forEach(at -> cross(g, at, colour(overlay)));
        }
    }

    private void region(Graphics2D g, Overlay overlay, Shape shape) {
        if (overlay.verdict() == Verdict.NG && !old) {
            g.setColor(Palette.NG_ON_PICTURE.colour(0.22));
            g.fill(shape);
            line(g, shape, Palette.NG_ON_PICTURE.colour(), 3);
            return;
        }
        g.setColor(Palette.CHIP.colour(0.55));
        g.setStroke(new BasicStroke(3));
        g.draw(shape);
        g.setColor(old ? Palette.OFFLINE_ON_PICTURE.colour() : Palette.REGION.colour());
        g.setStroke(Brush.dashed(1.5, 5));
        g.draw(shape);
    }

    private void circle(Graphics2D g, Overlay overlay, List<Point2D> points) {
        Point2D centre = points.get(0);
        Shape rim = rim(points);
        line(g, rim, colour(overlay), 2);
        if (overlay.verdict() == Verdict.NG && !old) {
            g.setColor(Palette.NG_ON_PICTURE.colour(0.16));
            g.fill(rim);
            g.setColor(Color.WHITE);
            g.setStroke(Brush.dashed(2, 4));
            g.draw(rim);
        }
        cross(g, centre, colour(overlay));
    }

    private void distance(Graphics2D g, Overlay overlay, List<Point2D> points) {
        Point2D from = points.get(0);
        Point2D to = points.get(points.size() - 1);
        double angle = Math.atan2(to.getY() - from.getY(), to.getX() - from.getX());
        Path2D path = new Path2D.Double(new Line2D.Double(from, to));
        tip(path, from, angle);
        tip(path, to, angle + Math.PI);
        line(g, path, colour(overlay), 2);
    }

    /** An arrow tip at the given place and a bar across it. */
    private static void tip(Path2D path, Point2D at, double angle) {
        AffineTransform turned = AffineTransform.getTranslateInstance(at.getX(), at.getY());
        turned.rotate(angle);
        path.append(Sketch.of("M 8 -6 L 0 0 L 8 6 M 0 -16 V 16").getPathIterator(turned), false);
    }

    private static void cross(Graphics2D g, Point2D at, Color colour) {
        Path2D path = new Path2D.Double();
        path.moveTo(at.getX() - ARM_PX, at.getY());
        path.lineTo(at.getX() + ARM_PX, at.getY());
        path.moveTo(at.getX(), at.getY() - ARM_PX);
        path.lineTo(at.getX(), at.getY() + ARM_PX);
        line(g, path, colour, 1.6);
    }

    private static void line(Graphics2D g, Shape shape, Color colour, double widthPx) {
        g.setColor(Palette.CHIP.colour(0.6));
        g.setStroke(Brush.line(widthPx + 2));
        g.draw(shape);
        g.setColor(colour);
        g.setStroke(Brush.line(widthPx));
        g.draw(shape);
    }

    private void labels(Graphics2D g, Zoom zoom, Rectangle2D bounds, List<Shape> kept) {
        Map<String, Rectangle2D> features = features(zoom);
        List<Shape> taken = new ArrayList<>(features.values());
        taken.addAll(kept);
        ChipPlaces places = new ChipPlaces(bounds, taken);
        // What is wrong is labelled first, so that it has the best place.
        for (boolean bad : new boolean[] {true, false}) {
            overlays.stream()
                    .filter(overlay -> !overlay.label().isEmpty() && (overlay.verdict() != Verdict.OK) == bad)
                    .forEach(overlay -> label(g, places, features.get(overlay.tool()), overlay));
        }
    }

    /** The box round all that one tool drew. */
    private Map<String, Rectangle2D> features(Zoom zoom) {
        Map<String, Rectangle2D> boxes = new LinkedHashMap<>();
        for (Overlay overlay : overlays) {
            List<Point2D> points = inPane(zoom, overlay);
            if (!points.isEmpty()) {
                boolean circle = overlay.kind() == Overlay.Kind.CIRCLE;
                Rectangle2D box =
                        circle ? rim(points).getBounds2D() : polygon(points).getBounds2D();
                double more = overlay.kind() == Overlay.Kind.CROSS ? ARM_PX + 1 : 2;
                Rectangle2D wide = new Rectangle2D.Double(
                        box.getX() - more, box.getY() - more, box.getWidth() + 2 * more, box.getHeight() + 2 * more);
                boxes.merge(overlay.tool(), wide, Rectangle2D::createUnion);
            }
        }
        return boxes;
    }

    private void label(Graphics2D g, ChipPlaces places, Rectangle2D feature, Overlay overlay) {
        if (feature == null) {
            return;
        }
        int colon = overlay.label().indexOf(": ");
        String name = colon < 0 ? overlay.label() : overlay.label().substring(0, colon);
        String strong = colon < 0 ? "" : Reasons.figure(overlay.label().substring(colon + 2));
        FontMetrics plain = g.getFontMetrics(Type.SECOND.font());
        FontMetrics bold = g.getFontMetrics(Type.SECOND_STRONG.font());
        double width = 8 + SHAPE_PX + 7 + plain.stringWidth(name) + 7 + bold.stringWidth(strong) + 10;
        places.place(feature, width, CHIP_PX).ifPresent(box -> chip(g, box, overlay, name, strong));
    }

    private void chip(Graphics2D g, Rectangle2D box, Overlay overlay, String name, String strong) {
        State state = State.of(overlay.verdict(), old);
        boolean filled = state == State.NG;
        Color back = filled ? state.fill() : Palette.CHIP.colour(0.92);
        Brush.fill(g, back, box.getX(), box.getY(), box.getWidth(), box.getHeight(), 4);
        StateShape shape = filled ? StateShape.onFill(state, SHAPE_PX) : StateShape.onPicture(state, SHAPE_PX);
        shape.paint(g, box.getX() + 8, box.getCenterY() - SHAPE_PX / 2.0);
        Font font = Type.SECOND.font();
        double baseline = Brush.baseline(font, box.getY(), box.getHeight());
        double x = box.getX() + 8 + SHAPE_PX + 7;
        x += Brush.write(g, name, font, Palette.ON_CHIP.colour(), x, baseline) + 7;
        Brush.write(g, strong, Type.SECOND_STRONG.font(), Palette.ON_CHIP.colour(), x, baseline);
    }

    private Color colour(Overlay overlay) {
        return State.of(overlay.verdict(), old).onPicture();
    }

    private static List<Point2D> inPane(Zoom zoom, Overlay overlay) {
        List<Point2D> points = new ArrayList<>();
        for (Point point : overlay.points()) {
            points.add(zoom.toPane(point.x(), point.y()));
        }
        return points;
    }

    private static Shape rim(List<Point2D> points) {
        Point2D centre = points.get(0);
        double r = points.size() > 1 ? centre.distance(points.get(1)) : 1;
        return new Ellipse2D.Double(centre.getX() - r, centre.getY() - r, 2 * r, 2 * r);
    }

    private static Path2D open(List<Point2D> points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points.get(0).getX(), points.get(0).getY());
        points.forEach(at -> path.lineTo(at.getX(), at.getY()));
        return path;
    }

    private static Path2D polygon(List<Point2D> points) {
        Path2D path = open(points);
        path.closePath();
        return path;
    }
}
