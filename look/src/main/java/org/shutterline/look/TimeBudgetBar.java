package org.shutterline.look;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.Locale;
import java.util.OptionalDouble;

/** What all tools of a job took, against what they may take. */
public final class TimeBudgetBar extends Painted {
    private static final int BAR_PX = 8;

    private OptionalDouble took = OptionalDouble.empty();
    private OptionalDouble budget = OptionalDouble.empty();

    public TimeBudgetBar() {
        Words.follow(this, this::renew);
    }

    /** Shows ms; empty when the job has not run, or has no time limit. */
    public void show(OptionalDouble tookMs, OptionalDouble budgetMs) {
        took = tookMs;
        budget = budgetMs;
        renew();
    }

    private void renew() {
        changed(LookWords.text("budget.name") + ": " + words());
    }

    String words() {
        String spent = took.isPresent() ? figure(took.getAsDouble(), 1) : LookWords.text("budget.none");
        return budget.isPresent()
                ? LookWords.text("budget.of", spent, figure(budget.getAsDouble(), 0))
                : LookWords.text("budget.ms", spent);
    }

    private static String figure(double ms, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", ms);
    }

    boolean over() {
        return took.isPresent() && budget.isPresent() && took.getAsDouble() > budget.getAsDouble();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(240, 34);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(160, 34);
    }

    @Override
    void paintOn(Graphics2D g, int widthPx, int heightPx) {
        Font strong = Type.SECOND_STRONG.font();
        Font plain = Type.SECOND.font();
        double baseline = Brush.baseline(plain, 0, 18);
        int wide = g.getFontMetrics(strong).stringWidth(words());
        String name = Brush.fit(g.getFontMetrics(plain), LookWords.text("budget.name"), widthPx - wide - 8);
        Brush.write(g, name, plain, Palette.TEXT_SECOND.colour(), 0, baseline);
        Color ink = over() ? State.NG.text() : Palette.TEXT.colour();
        Brush.write(g, words(), strong, ink, widthPx - wide - 1.0, baseline);
        double top = heightPx - BAR_PX;
        Brush.fill(g, Palette.TRACK.colour(), 0, top, widthPx, BAR_PX, BAR_PX / 2.0);
        if (took.isPresent() && budget.isPresent()) {
            double part = Math.min(1, took.getAsDouble() / Math.max(1e-9, budget.getAsDouble()));
            Color fill = over() ? State.NG.fill() : Palette.ACCENT_FILL.colour();
            Brush.fill(g, fill, 0, top, Math.max(BAR_PX, part * widthPx), BAR_PX, BAR_PX / 2.0);
        }
    }
}
