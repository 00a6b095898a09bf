package org.shutterline.look;

import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.OptionalDouble;
import org.shutterline.protocol.message.Verdict;

/** The last values of one measurement between its limits; what is not OK stands there as its shape. */
public final class TrendChart extends Painted {
    private static final int SHAPE_PX = 12;

    /**
     * One value of the trend.
     *
     * @param value empty where it was not measured, which leaves a gap
     */
    public record Reading(OptionalDouble value, Verdict verdict) {}

    private List<Reading> readings = List.of();
    private Limits limits = new Limits(OptionalDouble.empty(), OptionalDouble.empty(), 2);
    private boolean old;

    public TrendChart() {
        Words.follow(this, this::renew);
    }

    /** Shows values, the oldest first, and the limits that hold now. */
    public void show(
            List<Reading> values, OptionalDouble low, OptionalDouble high, int decimals, boolean noLongerPresent) {
        readings = List.copyOf(values);
        limits = new Limits(low, high, decimals);
        old = noLongerPresent;
        renew();
    }

    private void renew() {
        changed(LookWords.text("trend.spoken", Integer.toString(readings.size())) + ", " + limits.words());
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(360, 160);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(160, 56);
    }

    @Override
    void paintOn(Graphics2D g, int widthPx, int heightPx) {
        if (readings.stream().allMatch(reading -> reading.value().isEmpty())) {
            Font font = Type.BODY.font();
            String words = LookWords.text("trend.empty");
            double x = (widthPx - g.getFontMetrics(font).stringWidth(words)) / 2.0;
            Brush.write(g, words, font, Palette.TEXT_SECOND.colour(), x, Brush.baseline(font, 0, heightPx));
            return;
        }
        TrendScale scale = TrendScale.of(readings, limits);
        FontMetrics metrics = g.getFontMetrics(Type.CAPTION.font());
        String widest = Limits.fixed(scale.top(), limits.decimals());
        String other = Limits.fixed(scale.bottom(), limits.decimals());
        int left = Math.max(metrics.stringWidth(widest), metrics.stringWidth(other)) + 14;
        Plot plot = new Plot(
                left, SHAPE_PX, widthPx - left - SHAPE_PX - 2.0, heightPx - 2.0 * SHAPE_PX, scale, readings.size());
        band(g, plot);
        limits.low().ifPresent(low -> limit(g, plot, low));
        limits.high().ifPresent(high -> limit(g, plot, high));
        line(g, plot);
        points(g, plot);
    }

    private void band(Graphics2D g, Plot plot) {
        if (limits.none()) {
            return;
        }
        double top = limits.high().isPresent() ? plot.y(limits.high().getAsDouble()) : plot.top();
        double bottom = limits.low().isPresent() ? plot.y(limits.low().getAsDouble()) : plot.top() + plot.height();
        g.setColor(Palette.OK_TINT.colour(0.5));
        g.fill(new Rectangle2D.Double(plot.left(), top, plot.width() + SHAPE_PX, bottom - top));
    }

    private void limit(Graphics2D g, Plot plot, double limit) {
        double y = Math.round(plot.y(limit)) + 0.5;
        g.setColor(Palette.TRACK_OK.colour());
        float[] dash = {6, 4};
        g.setStroke(new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dash, 0));
        g.draw(new Line2D.Double(plot.left(), y, plot.left() + plot.width() + SHAPE_PX, y));
        Font font = Type.CAPTION.font();
        String words = Limits.fixed(limit, limits.decimals());
        double x = plot.left() - 10 - g.getFontMetrics(font).stringWidth(words);
        Brush.write(g, words, font, Palette.TEXT_SECOND.colour(), x, y + Brush.capHeight(font) / 2);
    }

    private void line(Graphics2D g, Plot plot) {
        Path2D path = new Path2D.Double();
        boolean gap = true;
        for (int i = 0; i < readings.size(); i++) {
            OptionalDouble value = readings.get(i).value();
            if (value.isEmpty()) {
                gap = true;
            } else if (gap) {
                path.moveTo(plot.x(i), plot.y(value.getAsDouble()));
                gap = false;
            } else {
                path.lineTo(plot.x(i), plot.y(value.getAsDouble()));
            }
        }
        g.setColor((old ? Palette.TEXT_SECOND : Palette.ACCENT_TEXT).colour());
        g.setStroke(Brush.line(1.6));
        g.draw(path);
    }

    private void points(Graphics2D g, Plot plot) {
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            if (reading.value().isEmpty()) {
                continue;
            }
            double x = plot.x(i);
            double y = plot.y(reading.value().getAsDouble());
            if (reading.verdict() != Verdict.OK) {
                StateShape.of(State.of(reading.verdict()), SHAPE_PX).paint(g, x - SHAPE_PX / 2.0, y - SHAPE_PX / 2.0);
            } else if (i + 1 == readings.size()) {
                g.setColor((old ? Palette.TEXT_SECOND : Palette.ACCENT_TEXT).colour());
                g.fill(new Ellipse2D.Double(x - 4.5, y - 4.5, 9, 9));
            }
        }
    }

    private record Plot(double left, double top, double width, double height, TrendScale scale, int count) {
        /** The newest at the right edge. */
        double x(int index) {
            return count < 2 ? left + width : left + 4 + (width - 4) * index / (count - 1);
        }

        double y(double value) {
            return top + height * (1 - scale.part(value));
        }
    }
}
