package org.shutterline.look;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Locale;

/**
 * How many pixels of a picture have each grey, from black at the left to white at the right. Heights are square roots, so
 * that few pixels are seen beside many; the two ends, where nothing can be told apart any more, have colours of their own.
 */
public final class HistogramChart extends Painted {
    private static final int LABELS_PX = 20;
    private static final int END_PX = 5;

    private int[] counts = new int[256];
    private long all;

    public HistogramChart() {
        Words.follow(this, this::renew);
    }

    /** @param ofEachGrey 256 counts */
    public void show(int[] ofEachGrey) {
        counts = ofEachGrey.clone();
        all = Arrays.stream(counts).asLongStream().sum();
        renew();
    }

    public void showNone() {
        show(new int[256]);
    }

    private String words(String key, int grey) {
        return LookWords.text(key, share(grey));
    }

    private String share(int grey) {
        return String.format(Locale.ROOT, "%.1f", all == 0 ? 0 : 100.0 * counts[grey] / all);
    }

    /** A figure is never shortened: where its words do not fit it stands alone. */
    private String fitting(FontMetrics metrics, String key, int grey, int widthPx) {
        String words = words(key, grey);
        return metrics.stringWidth(words) <= widthPx ? words : LookWords.text("picture.percent", share(grey));
    }

    private void renew() {
        changed(words("histogram.black", 0) + ", " + words("histogram.white", 255));
        setToolTipText(getAccessibleContext().getAccessibleName());
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(280, 84);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(140, 60);
    }

    @Override
    void paintOn(Graphics2D g, int widthPx, int heightPx) {
        double floor = heightPx - LABELS_PX;
        Brush.fill(g, Palette.SUNKEN.colour(), 0, 0, widthPx, floor, 4);
        if (all == 0) {
            return;
        }
        curve(g, widthPx, floor);
        var metrics = g.getFontMetrics(Type.CAPTION.font());
        double baseline = Brush.baseline(Type.CAPTION.font(), floor, LABELS_PX);
        String black = fitting(metrics, "histogram.black", 0, widthPx / 2 - 4);
        String white = fitting(metrics, "histogram.white", 255, widthPx / 2 - 4);
        Brush.write(g, black, Type.CAPTION.font(), Palette.TEXT_SECOND.colour(), 0, baseline);
        Brush.write(
                g,
                white,
                Type.CAPTION.font(),
                Palette.TEXT_SECOND.colour(),
                widthPx - metrics.stringWidth(white),
                baseline);
    }

    private void curve(Graphics2D g, int widthPx, double floor) {
        double most = Math.sqrt(Arrays.stream(counts).max().orElse(1));
        double step = (widthPx - 2.0 * END_PX) / 254;
        Path2D curve = new Path2D.Double();
        curve.moveTo(END_PX, floor);
        for (int grey = 1; grey < 255; grey++) {
            double y = floor - height(grey, most, floor);
            curve.lineTo(END_PX + (grey - 1) * step, y);
            curve.lineTo(END_PX + grey * step, y);
        }
        curve.lineTo(widthPx - END_PX, floor);
        curve.closePath();
        g.setColor(Palette.TEXT_SECOND.colour());
        g.fill(curve);
        g.setColor(Palette.ACCENT_FILL.colour());
        g.fill(new Rectangle2D.Double(0, floor - height(0, most, floor), END_PX, height(0, most, floor)));
        g.setColor(Palette.NG_FILL.colour());
        double white = height(255, most, floor);
        g.fill(new Rectangle2D.Double(widthPx - END_PX, floor - white, END_PX, white));
    }

    private double height(int grey, double most, double floor) {
        return (floor - 4) * Math.sqrt(counts[grey]) / most;
    }
}
