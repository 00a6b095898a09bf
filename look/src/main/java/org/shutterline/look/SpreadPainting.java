package org.shutterline.look;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The bars of a histogram on the band between their limits.
 *
 * @param from the value at the left edge
 * @param to the value at the right edge, more than {@code from}
 * @param widthPx of the whole chart
 * @param floorPx where the bars stand
 */
record SpreadPainting(
        List<Double> values, double from, double to, LimitsChart.Band band, int decimals, int widthPx, int floorPx) {
    private static final int TOP_PX = 2;
    private static final double BAR_PX = 10.5;

    /** A value beyond an end stands there. */
    double x(double value) {
        return widthPx * Math.max(0, Math.min(1, (value - from) / (to - from)));
    }

    /** @param saysNone whether it is said that there are no values; a value that stands alone needs the room */
    void paint(Graphics2D g, boolean saysNone) {
        band(g);
        if (!values.isEmpty()) {
            bars(g);
        } else if (saysNone) {
            empty(g);
        }
        g.setColor(Palette.HAIRLINE.colour());
        g.fill(new Rectangle2D.Double(0, floorPx, widthPx, 1));
    }

    private Limits limits() {
        return new Limits(band.low(), band.high(), decimals);
    }

    private void band(Graphics2D g) {
        if (limits().none()) {
            return;
        }
        double left = band.low().isPresent() ? x(band.low().getAsDouble()) : 0;
        double right = band.high().isPresent() ? x(band.high().getAsDouble()) : widthPx;
        stripe(g, Palette.OK_TINT.colour(0.6), left, right);
        Color warning = Palette.UNKNOWN_TINT.colour(0.7);
        band.warnLow().ifPresent(warn -> stripe(g, warning, left, Math.max(left, Math.min(right, x(warn)))));
        band.warnHigh().ifPresent(warn -> stripe(g, warning, Math.max(left, Math.min(right, x(warn))), right));
        g.setColor(Palette.UNKNOWN_TEXT.colour());
        g.setStroke(Brush.dashed(1, 3));
        for (OptionalDouble warn : List.of(band.warnLow(), band.warnHigh())) {
            warn.ifPresent(at -> g.draw(new Line2D.Double(x(at), TOP_PX, x(at), floorPx)));
        }
    }

    private void stripe(Graphics2D g, Color colour, double left, double right) {
        g.setColor(colour);
        g.fill(new Rectangle2D.Double(left, TOP_PX, Math.max(0, right - left), floorPx - TOP_PX));
    }

    private void bars(Graphics2D g) {
        int count = Math.max(8, Math.min(64, (int) (widthPx / BAR_PX)));
        Spread spread = Spread.of(values, new double[] {from, to}, count, limits());
        double pitch = (double) widthPx / count;
        double unit = (floorPx - TOP_PX - 10.0) / spread.most();
        for (int i = 0; i < count; i++) {
            double left = i * pitch + 1;
            double inside = spread.inside().get(i) * unit;
            double good = bar(g, Palette.STAGE_2.colour(), left, floorPx, pitch - 2, inside);
            double outside = spread.outside().get(i) * unit;
            bar(g, Palette.NG_FILL.colour(), left, floorPx - good, pitch - 2, outside);
        }
    }

    /** A single value is still seen. */
    private static double bar(Graphics2D g, Color colour, double left, double floor, double width, double high) {
        double seen = high == 0 ? 0 : Math.max(3, high);
        g.setColor(colour);
        g.fill(new Rectangle2D.Double(left, floor - seen, width, seen));
        return seen;
    }

    private void empty(Graphics2D g) {
        Font font = Type.SECOND.font();
        FontMetrics metrics = g.getFontMetrics(font);
        String words = Brush.fit(metrics, LookWords.text("limits.empty"), widthPx - 16);
        double x = (widthPx - metrics.stringWidth(words)) / 2.0;
        Brush.write(g, words, font, Palette.TEXT_SECOND.colour(), x, Brush.baseline(font, 0, floorPx));
    }
}
