package org.shutterline.look;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics2D;

/** A state as shape and word, with a second text beside it such as a round-trip time. */
public final class Lamp extends Painted {
    private static final int GAP_PX = 8;

    private final int shapePx;
    private State state = State.OFFLINE;
    private String word = "";
    private String second = "";

    /** A lamp whose shape is 14 to 24 px. */
    public Lamp(int shapePx) {
        this.shapePx = shapePx;
    }

    public Lamp() {
        this(16);
    }

    public void show(State shown, String words, String beside) {
        state = shown;
        word = words;
        second = beside;
        setToolTipText((words + " " + beside).strip());
        changed((words + " " + beside).strip());
    }

    @Override
    public Dimension getPreferredSize() {
        int width = shapePx + GAP_PX + getFontMetrics(Type.BODY_STRONG.font()).stringWidth(word) + 4;
        if (!second.isEmpty()) {
            width += GAP_PX + getFontMetrics(Type.BODY.font()).stringWidth(second);
        }
        return new Dimension(width, Math.max(24, shapePx));
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(shapePx, Math.max(24, shapePx));
    }

    @Override
    void paintOn(Graphics2D g, int widthPx, int heightPx) {
        StateShape.of(state, shapePx).paint(g, 0, (heightPx - shapePx) / 2.0);
        double baseline = Brush.baseline(Type.BODY.font(), 0, heightPx);
        int x = shapePx + GAP_PX;
        FontMetrics strong = g.getFontMetrics(Type.BODY_STRONG.font());
        String fitting = Brush.fit(strong, word, widthPx - x);
        x += Brush.write(g, fitting, Type.BODY_STRONG.font(), state.text(), x, baseline) + GAP_PX;
        FontMetrics plain = g.getFontMetrics(Type.BODY.font());
        if (!second.isEmpty() && widthPx - x > 24) {
            Brush.write(
                    g,
                    Brush.fit(plain, second, widthPx - x),
                    Type.BODY.font(),
                    Palette.TEXT_SECOND.colour(),
                    x,
                    baseline);
        }
    }
}
