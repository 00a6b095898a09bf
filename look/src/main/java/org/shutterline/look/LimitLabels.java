package org.shutterline.look;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * The figures under a chart of limits. A figure is never shortened: where they would touch, those of the limits move
 * apart, and that of the present value stands above the axis.
 */
record LimitLabels(int decimals, State state) {
    private static final int APART_PX = 6;
    private static final Font FONT = Type.CAPTION_STRONG.font();

    private record Label(String words, double left, int width) {
        double right() {
            return left + width;
        }

        boolean touches(Label other) {
            return left < other.right() + APART_PX && other.left < right() + APART_PX;
        }
    }

    void paint(
            Graphics2D g,
            int widthPx,
            int floor,
            DoubleUnaryOperator x,
            LimitsChart.Band band,
            OptionalDouble present) {
        Label low = label(g, band.low(), x, widthPx);
        Label high = label(g, band.high(), x, widthPx);
        if (low.width() > 0 && high.width() > 0 && low.touches(high)) {
            double overlap = (low.right() + APART_PX - high.left()) / 2;
            low = new Label(low.words(), Math.max(0, low.left() - overlap), low.width());
            double left = Math.max(low.right() + APART_PX, high.left() + overlap);
            high = new Label(high.words(), Math.min(widthPx - high.width(), left), high.width());
        }
        double baseline = floor + 13 + Brush.capHeight(FONT);
        write(g, low, Palette.TEXT.colour(), baseline);
        write(g, high, Palette.TEXT.colour(), baseline);
        Label value = label(g, present, x, widthPx);
        if (value.width() > 0) {
            boolean taken = low.width() > 0 && value.touches(low) || high.width() > 0 && value.touches(high);
            if (taken) {
                aside(g, value, x.applyAsDouble(present.getAsDouble()), widthPx);
            } else {
                write(g, value, state.text(), baseline);
            }
        }
    }

    /** Beside the top of the dashed line, on the side with room. */
    private void aside(Graphics2D g, Label value, double line, int widthPx) {
        boolean right = line + 6 + value.width() <= widthPx;
        double left = right ? line + 6 : line - 6 - value.width();
        double top = 4;
        Brush.fill(g, Palette.SURFACE.colour(0.8), left - 3, top, value.width() + 6.0, 18, 4);
        write(g, new Label(value.words(), left, value.width()), state.text(), Brush.baseline(FONT, top, 18));
    }

    private Label label(Graphics2D g, OptionalDouble at, DoubleUnaryOperator x, int widthPx) {
        if (at.isEmpty()) {
            return new Label("", 0, 0);
        }
        String words = Limits.fixed(at.getAsDouble(), decimals);
        FontMetrics metrics = g.getFontMetrics(FONT);
        int width = metrics.stringWidth(words);
        double left = x.applyAsDouble(at.getAsDouble()) - width / 2.0;
        return new Label(words, Math.max(0, Math.min(widthPx - width - 1.0, left)), width);
    }

    private static void write(Graphics2D g, Label label, Color colour, double baseline) {
        Brush.write(g, label.words(), FONT, colour, label.left(), baseline);
    }
}
