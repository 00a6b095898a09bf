package org.shutterline.look;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Stroke;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/** The few strokes that all painted parts share. All sizes in logical px. */
public final class Brush {
    private static final String ELLIPSIS = "\u2026";

    private Brush() {}

    /** A graphics of its own with smooth edges; the caller disposes it. */
    public static Graphics2D of(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return g;
    }

    public static Stroke line(double widthPx) {
        return new BasicStroke((float) widthPx, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    public static Stroke dashed(double widthPx, double dashPx) {
        float[] dash = {(float) dashPx, (float) (dashPx * 0.7)};
        return new BasicStroke((float) widthPx, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }

    public static void fill(
            Graphics2D g, Color colour, double x, double y, double width, double height, double corner) {
        g.setColor(colour);
        g.fill(new RoundRectangle2D.Double(x, y, width, height, 2 * corner, 2 * corner));
    }

    /** A frame whose line lies wholly inside the given box. */
    public static void frame(
            Graphics2D g, Color colour, double linePx, double x, double y, double width, double height, double corner) {
        g.setColor(colour);
        g.setStroke(new BasicStroke((float) linePx));
        double in = linePx / 2;
        double arc = Math.max(0, 2 * corner - linePx);
        g.draw(new RoundRectangle2D.Double(x + in, y + in, width - linePx, height - linePx, arc, arc));
    }

    /** Covers what lies outside the round corners of a box. */
    static void corners(Graphics2D g, Color behind, double x, double y, double width, double height, double corner) {
        Area outside = new Area(new Rectangle2D.Double(x, y, width, height));
        outside.subtract(new Area(new RoundRectangle2D.Double(x, y, width, height, 2 * corner, 2 * corner)));
        g.setColor(behind);
        g.fill(outside);
    }

    /** Writes with the given baseline and returns the width. */
    public static int write(Graphics2D g, String text, Font font, Color colour, double x, double baseline) {
        g.setFont(font);
        g.setColor(colour);
        g.drawString(text, (float) x, (float) baseline);
        return g.getFontMetrics().stringWidth(text);
    }

    /** The baseline that puts capitals in the middle of a line of the given height. */
    public static double baseline(Font font, double top, double height) {
        return top + height / 2 + capHeight(font) / 2;
    }

    public static double capHeight(Font font) {
        return font.getSize2D() * 0.728;
    }

    /** The text in as many lines as it needs; a word that is wider than a line is shortened. */
    static List<String> lines(FontMetrics metrics, String text, int widthPx) {
        BreakIterator breaks = BreakIterator.getLineInstance();
        breaks.setText(text);
        List<String> lines = new ArrayList<>();
        int begin = 0;
        int end = 0;
        for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
            if (metrics.stringWidth(text.substring(begin, next).strip()) > widthPx && end > begin) {
                lines.add(text.substring(begin, end).strip());
                begin = end;
            }
            end = next;
        }
        lines.add(text.substring(begin).strip());
        lines.replaceAll(line -> fit(metrics, line, widthPx));
        return lines;
    }

    /** The text, or as much of it as fits with an ellipsis. */
    public static String fit(FontMetrics metrics, String text, int widthPx) {
        if (metrics.stringWidth(text) <= widthPx) {
            return text;
        }
        int end = text.length();
        while (end > 0 && metrics.stringWidth(text.substring(0, end).stripTrailing() + ELLIPSIS) > widthPx) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }
}
