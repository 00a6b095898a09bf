package org.shutterline.server.archive;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.frame.Pixels;

/** Draws what the tools looked at and found: lines of 2 px with a dark halo, in the colour of their verdict. */
final class OverlayPainter {
    private static final Color LOOKED_AT = new Color(0x9C, 0xC6, 0xFF);
    private static final Color HALO = new Color(0, 0, 0, 150);
    private static final Color CHIP = new Color(0x14, 0x18, 0x1D, 210);
    private static final double FULL_SIZE_PX = 1280;

    private final Graphics2D pen;
    private final int widthPx;
    private final int heightPx;
    private final double scale;

    private OverlayPainter(Graphics2D pen, int widthPx, int heightPx) {
        this.pen = pen;
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        this.scale = Math.max(1, widthPx / FULL_SIZE_PX);
    }

    /** A picture in colour with the overlays drawn in; lines grow with pictures wider than 1280 px. */
    static Pixels paint(Pixels source, List<Overlay> overlays) {
        Pixels colour = source.inColour();
        byte[] bytes = colour == source ? colour.bytes().clone() : colour.bytes();
        Pixels copy = new Pixels(colour.widthPx(), colour.heightPx(), colour.format(), bytes);
        Graphics2D pen = copy.image().createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            OverlayPainter painter = new OverlayPainter(pen, source.widthPx(), source.heightPx());
            overlays.forEach(painter::lines);
            overlays.forEach(painter::label);
        } finally {
            pen.dispose();
        }
        return copy;
    }

    static Color colour(Overlay overlay) {
        if (overlay.kind() == Overlay.Kind.REGION && overlay.verdict() == Verdict.OK) {
            return LOOKED_AT;
        }
        return switch (overlay.verdict()) {
            case OK -> new Color(0x2C, 0xD9, 0xA5);
            case NG -> new Color(0xFF, 0x5B, 0x36);
            case UNKNOWN -> new Color(0xFF, 0xC5, 0x3D);
        };
    }

    private void lines(Overlay overlay) {
        if (overlay.points().isEmpty()) {
            return;
        }
        Shape shape = shape(overlay);
        boolean region = overlay.kind() == Overlay.Kind.REGION;
        boolean bad = region && overlay.verdict() == Verdict.NG;
        Color colour = colour(overlay);
        if (bad) {
            pen.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 40));
            pen.fill(shape);
        }
        float width = (float) (scale * (bad ? 3 : 2));
        stroke(shape, HALO, width + (float) (2 * scale), false);
        stroke(shape, colour, width, region && !bad);
    }

    private void stroke(Shape shape, Color colour, float width, boolean dashed) {
        float dash = (float) (8 * scale);
        pen.setColor(colour);
        pen.setStroke(
                dashed
                        ? new BasicStroke(
                                width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {dash, dash}, 0)
                        : new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(shape);
    }

    private Shape shape(Overlay overlay) {
        List<Point> points = overlay.points();
        return switch (overlay.kind()) {
            case REGION, POLYGON -> line(points, true);
            case LINE -> line(points, false);
            case CIRCLE -> circle(points);
            case DISTANCE -> distance(points);
            case CROSS -> crosses(points);
        };
    }

    private static Path2D line(List<Point> points, boolean closed) {
        Path2D path = new Path2D.Double();
        path.moveTo(points.get(0).x(), points.get(0).y());
        points.stream().skip(1).forEach(point -> path.lineTo(point.x(), point.y()));
        if (closed) {
            path.closePath();
        }
        return path;
    }

    private static Shape circle(List<Point> points) {
        Point centre = points.get(0);
        double radius = centre.distanceTo(points.get(points.size() - 1));
        return new Ellipse2D.Double(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
    }

    private Shape distance(List<Point> points) {
        Path2D path = line(points, false);
        Point from = points.get(0);
        Point to = points.get(points.size() - 1);
        double length = from.distanceTo(to);
        if (length > 0) {
            double alongX = (to.x() - from.x()) / length * 8 * scale;
            double alongY = (to.y() - from.y()) / length * 8 * scale;
            tip(path, from, alongX, alongY);
            tip(path, to, -alongX, -alongY);
        }
        return path;
    }

    private static void tip(Path2D path, Point at, double alongX, double alongY) {
        path.moveTo(at.x() + alongX - alongY / 2, at.y() + alongY + alongX / 2);
        path.lineTo(at.x(), at.y());
        path.lineTo(at.x() + alongX + alongY / 2, at.y() + alongY - alongX / 2);
    }

    private Shape crosses(List<Point> points) {
        Path2D path = new Path2D.Double();
        double arm = 6 * scale;
        for (Point point : points) {
            path.moveTo(point.x() - arm, point.y());
            path.lineTo(point.x() + arm, point.y());
            path.moveTo(point.x(), point.y() - arm);
            path.lineTo(point.x(), point.y() + arm);
        }
        return path;
    }

    private void label(Overlay overlay) {
        if (overlay.label().isEmpty() || overlay.points().isEmpty()) {
            return;
        }
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, (int) Math.round(13 * scale)));
        FontMetrics metrics = pen.getFontMetrics();
        Rectangle2D bounds = shape(overlay).getBounds2D();
        int pad = (int) Math.round(4 * scale);
        int width = metrics.stringWidth(overlay.label()) + 2 * pad;
        int height = metrics.getHeight() + pad;
        // below the feature, so that the chip does not cover it
        int x = Math.max(0, Math.min((int) Math.round(bounds.getMinX()), widthPx - width));
        int y = Math.max(0, Math.min((int) Math.round(bounds.getMaxY()) + pad, heightPx - height));
        boolean bad = overlay.verdict() == Verdict.NG;
        pen.setColor(bad ? colour(overlay) : CHIP);
        pen.fillRoundRect(x, y, width, height, 3 * pad, 3 * pad);
        pen.setColor(bad ? CHIP : colour(overlay));
        pen.drawString(overlay.label(), x + pad, y + pad / 2 + metrics.getAscent());
    }
}
