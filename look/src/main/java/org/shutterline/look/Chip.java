package org.shutterline.look;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.Optional;
import javax.swing.Icon;

/** A few words on the tint of a state, with its shape or an icon before them. */
public final class Chip extends Painted {
    private static final int ICON_PX = 14;
    private static final int HEIGHT_PX = 24;

    private State state;
    private Optional<Icons> icon;
    private String text;

    public Chip(State state, String text) {
        this.icon = Optional.empty();
        show(state, text);
    }

    /** With an icon in place of the state's shape, as for a draft. */
    public Chip(State state, Icons icon, String text) {
        this(state, text);
        this.icon = Optional.of(icon);
    }

    public void show(State shown, String words) {
        state = shown;
        text = words;
        setToolTipText(words);
        changed(words);
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(width(getFontMetrics(Type.SECOND_STRONG.font()), text), HEIGHT_PX);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(ICON_PX + 40, HEIGHT_PX);
    }

    @Override
    void paintOn(Graphics2D g, int widthPx, int heightPx) {
        paint(
                g,
                state,
                icon.map(drawn -> drawn.icon(ICON_PX, state.text())),
                text,
                0,
                (heightPx - HEIGHT_PX) / 2,
                widthPx);
    }

    static int width(FontMetrics metrics, String text) {
        return 8 + ICON_PX + 5 + metrics.stringWidth(text) + 12;
    }

    /** Paints a chip of at most the given width and returns the width it took. */
    static int paint(Graphics2D g, State state, Optional<Icon> icon, String text, int x, int y, int atMostPx) {
        return paint(g, state, state.tint(), icon, text, x, y, atMostPx);
    }

    /** The same on another tint, for a chip that stands on its own tint. */
    static int paint(
            Graphics2D g, State state, Color tint, Optional<Icon> icon, String text, int x, int y, int atMostPx) {
        g.setFont(Type.SECOND_STRONG.font());
        FontMetrics metrics = g.getFontMetrics();
        int width = Math.min(atMostPx, width(metrics, text));
        Brush.fill(g, tint, x, y, width, HEIGHT_PX, HEIGHT_PX / 2.0);
        icon.orElseGet(() -> StateShape.of(state, ICON_PX)).paintIcon(null, g, x + 8, y + 5);
        String fitting = Brush.fit(metrics, text, width - ICON_PX - 21);
        Color colour = state.text();
        double baseline = Brush.baseline(Type.SECOND_STRONG.font(), y, HEIGHT_PX);
        Brush.write(g, fitting, Type.SECOND_STRONG.font(), colour, x + 8 + ICON_PX + 5, baseline);
        return width;
    }
}
