package org.shutterline.look;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.util.Locale;

/**
 * How sharp the picture is now, and the sharpest it was: whoever turns a lens turns it past the best place and back to the
 * mark. The bar is as long as the share of the best.
 */
public final class SharpnessMeter extends Painted {
    private static final int HEIGHT_PX = 78;
    private static final int BAR_PX = 10;
    private static final int BEST_PX = 22;
    private static final double NEAR = 0.97;
    private static final String NONE = "\u2013";

    private double now;
    private double best;

    public SharpnessMeter() {
        Words.follow(this, this::renew);
    }

    public void show(double sharpness) {
        now = sharpness;
        best = Math.max(best, sharpness);
        renew();
    }

    /** The best begins anew, as for another camera or another part. */
    public void forget() {
        now = 0;
        best = 0;
        renew();
    }

    public double best() {
        return best;
    }

    private void renew() {
        changed(LookWords.text("sharpness.now") + " " + number(now) + ", " + bestWords());
    }

    private String bestWords() {
        return LookWords.text("sharpness.best", number(best));
    }

    private static String number(double sharpness) {
        return sharpness <= 0 ? NONE : String.format(Locale.ROOT, sharpness < 100 ? "%.1f" : "%.0f", sharpness);
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(220, HEIGHT_PX);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(140, HEIGHT_PX);
    }

    @Override
    void paintOn(Graphics2D g, int widthPx, int heightPx) {
        double middle = heightPx - BAR_PX - 4.0 - BEST_PX;
        double nowLine = Brush.baseline(Type.VALUE.font(), 0, middle);
        double bestLine = Brush.baseline(Type.SECOND.font(), middle, BEST_PX);
        Brush.write(g, number(now), Type.VALUE.font(), Palette.TEXT.colour(), 0, nowLine);
        Brush.write(g, bestWords(), Type.SECOND.font(), Palette.TEXT_SECOND.colour(), 0, bestLine);
        Brush.fill(g, Palette.TRACK.colour(), 0, heightPx - BAR_PX, widthPx, BAR_PX, BAR_PX / 2.0);
        double share = best <= 0 ? 0 : now / best;
        Brush.fill(
                g,
                (share >= NEAR ? Palette.OK_FILL : Palette.ACCENT_FILL).colour(),
                0,
                heightPx - BAR_PX,
                share * widthPx,
                BAR_PX,
                BAR_PX / 2.0);
    }
}
