package org.shutterline.look;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What one tool found just now: its state as shape and tint, the value, what it took, and why if it is not OK. */
public final class ReadingCard extends Painted {
    private static final int HEIGHT_PX = 56;
    private static final int SHAPE_PX = 28;
    private static final int PAD_PX = 12;

    private Optional<State> state = Optional.empty();
    private String value = "";
    private String unit = "";
    private OptionalDouble took = OptionalDouble.empty();
    private String reason = "";

    public ReadingCard() {
        Words.follow(this, this::renew);
    }

    /**
     * Shows a reading.
     *
     * @param found the value as text; empty when there is none
     * @param ms what the tool took
     * @param why in plain words; empty for "new with each change"
     */
    public void show(State shown, String found, String itsUnit, OptionalDouble ms, String why) {
        state = Optional.of(shown);
        value = found;
        unit = Units.word(itsUnit);
        took = ms;
        reason = why;
        renew();
    }

    /** The tool has not run. */
    public void showNothing() {
        state = Optional.empty();
        value = "";
        unit = "";
        took = OptionalDouble.empty();
        reason = "";
        renew();
    }

    private void renew() {
        String word = state.map(State::word).orElse("");
        String spoken = String.join(" ", word, value(), unit, took(), second()).strip();
        setToolTipText(spoken);
        changed(spoken);
    }

    private String value() {
        return value.isEmpty() ? LookWords.text("row.missing") : value;
    }

    private String took() {
        return took.isPresent()
                ? LookWords.text("tools.ms", String.format(Locale.ROOT, "%.1f", took.getAsDouble()))
                : "";
    }

    /** The line below the time. */
    String second() {
        if (state.isEmpty()) {
            return LookWords.text("reading.none");
        }
        return reason.isEmpty() ? LookWords.text("reading.live") : reason;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(336, HEIGHT_PX);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(240, HEIGHT_PX);
    }

    @Override
    void paintOn(Graphics2D g, int widthPx, int heightPx) {
        State shown = state.orElse(State.OFFLINE);
        Brush.fill(g, shown.tint(), 0, 0, widthPx, heightPx, Card.CORNER_PX);
        StateShape.of(shown, SHAPE_PX).paint(g, PAD_PX, (heightPx - SHAPE_PX) / 2.0);
        int left = PAD_PX + SHAPE_PX + PAD_PX;
        int right = widthPx - PAD_PX;
        left += value(g, left, right - left, heightPx) + 2 * PAD_PX;
        beside(g, left, right, heightPx);
    }

    /** A long text leaves a third of the room for what stands beside it; a number is short. */
    private int value(Graphics2D g, int left, int roomPx, int heightPx) {
        Font font = Type.VALUE.font();
        String fitting = Brush.fit(g.getFontMetrics(font), value(), roomPx * 2 / 3);
        double baseline = Brush.baseline(font, 0, heightPx);
        int wide = Brush.write(g, fitting, font, Palette.TEXT.colour(), left, baseline);
        if (unit.isEmpty()) {
            return wide;
        }
        return wide
                + 7
                + Brush.write(g, unit, Type.BODY.font(), Palette.TEXT_SECOND.colour(), left + wide + 7.0, baseline);
    }

    private void beside(Graphics2D g, int left, int right, int heightPx) {
        Font strong = Type.SECOND_STRONG.font();
        Font plain = Type.SECOND.font();
        boolean bad = !reason.isEmpty() && state.isPresent();
        boolean alone = took().isEmpty();
        if (!alone) {
            double x = right - g.getFontMetrics(strong).stringWidth(took()) - 1.0;
            Brush.write(g, took(), strong, Palette.TEXT.colour(), x, Brush.baseline(strong, 10, 18));
        }
        Font font = bad ? strong : plain;
        Color colour = bad ? state.orElseThrow().text() : Palette.TEXT_SECOND.colour();
        boolean fits = g.getFontMetrics(font).stringWidth(second()) <= right - left;
        if (!fits && !bad) {
            return;
        }
        String words = Brush.fit(g.getFontMetrics(font), second(), right - left);
        double x = right - g.getFontMetrics(font).stringWidth(words) - 1.0;
        Brush.write(
                g, words, font, colour, x, alone ? Brush.baseline(font, 0, heightPx) : Brush.baseline(font, 28, 18));
    }
}
