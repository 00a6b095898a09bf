package org.shutterline.look;

import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;

/** A red and yellow warning that something is wrong on purpose; nobody overlooks it, and nobody takes it for a verdict. */
public final class HazardBadge extends Painted {
    private static final int HEIGHT_PX = 24;
    private static final int STRIPES_PX = 28;
    private static final int STEP_PX = 10;

    private String text = "";

    public void show(String words) {
        if (!words.equals(text)) {
            text = words;
            setToolTipText(words);
            changed(words);
        }
    }

    @Override
    public Dimension getPreferredSize() {
        int words = getFontMetrics(Type.SECOND_STRONG.font()).stringWidth(text);
        return new Dimension(STRIPES_PX + 8 + words + 12, HEIGHT_PX);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(STRIPES_PX + 40, HEIGHT_PX);
    }

    @Override
    void paintOn(Graphics2D g, int widthPx, int heightPx) {
        double top = (heightPx - HEIGHT_PX) / 2.0;
        Brush.fill(g, Palette.UNKNOWN_FILL.colour(), 0, top, widthPx, HEIGHT_PX, 6);
        Shape clip = g.getClip();
        g.clip(new RoundRectangle2D.Double(0, top, widthPx, HEIGHT_PX, 12, 12));
        g.clip(new RoundRectangle2D.Double(0, top, STRIPES_PX, HEIGHT_PX, 0, 0));
        g.setColor(Palette.NG_FILL.colour());
        g.setStroke(new BasicStroke(STEP_PX / 2f));
        for (double x = -HEIGHT_PX; x < STRIPES_PX + HEIGHT_PX; x += STEP_PX) {
            g.draw(new Line2D.Double(x, top + HEIGHT_PX, x + HEIGHT_PX, top));
        }
        g.setClip(clip);
        Brush.frame(g, Palette.NG_FILL.colour(), 2, 0, top, widthPx, HEIGHT_PX, 6);
        String fitting = Brush.fit(g.getFontMetrics(Type.SECOND_STRONG.font()), text, widthPx - STRIPES_PX - 14);
        Brush.write(
                g,
                fitting,
                Type.SECOND_STRONG.font(),
                Palette.ON_UNKNOWN.colour(),
                STRIPES_PX + 8,
                Brush.baseline(Type.SECOND_STRONG.font(), top, HEIGHT_PX));
    }
}
