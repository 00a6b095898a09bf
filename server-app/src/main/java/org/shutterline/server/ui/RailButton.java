package org.shutterline.server.ui;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.Icon;
import javax.swing.JToggleButton;
import org.shutterline.look.Icons;
import org.shutterline.look.Palette;
import org.shutterline.look.State;
import org.shutterline.look.StateShape;
import org.shutterline.look.Type;

/** A place in the rail: an icon with its word below, tinted while chosen, and a small triangle when something is wrong there. */
final class RailButton extends JToggleButton {
    private static final int ICON_PX = 24;

    private static final int MARGIN_PX = 4;
    private static final String ELLIPSIS = "\u2026";

    private Icon plain;
    private Icon chosen;
    private boolean narrow;
    private boolean warning;

    RailButton(Icons icon) {
        this.plain = icon.icon(ICON_PX, Palette.TEXT_SECOND.colour());
        this.chosen = icon.icon(ICON_PX, Palette.ACCENT_TEXT.colour());
        setContentAreaFilled(false);
        setBorderPainted(false);
        setOpaque(false);
        setRolloverEnabled(true);
    }

    void icon(Icons icon) {
        plain = icon.icon(ICON_PX, Palette.TEXT_SECOND.colour());
        chosen = icon.icon(ICON_PX, Palette.ACCENT_TEXT.colour());
        repaint();
    }

    void warn(boolean yes) {
        if (warning != yes) {
            warning = yes;
            repaint();
        }
    }

    void narrow(boolean yes) {
        narrow = yes;
        revalidate();
    }

    @Override
    public Dimension getPreferredSize() {
        return narrow ? new Dimension(48, 48) : new Dimension(80, 64);
    }

    @Override
    public Dimension getMinimumSize() {
        return getPreferredSize();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        if (isSelected() || getModel().isRollover()) {
            g.setColor((isSelected() ? Palette.ACCENT_TINT : Palette.SUNKEN).colour());
            g.fillRoundRect(0, 0, getWidth(), getHeight(), 12, 12);
        }
        if (isFocusOwner()) {
            g.setColor(Palette.ACCENT_TEXT.colour());
            g.setStroke(new java.awt.BasicStroke(2));
            g.drawRoundRect(1, 1, getWidth() - 2, getHeight() - 2, 10, 10);
        }
        int top = narrow ? (getHeight() - ICON_PX) / 2 : 12;
        (isSelected() ? chosen : plain).paintIcon(this, g, (getWidth() - ICON_PX) / 2, top);
        if (!narrow) {
            word(g);
        }
        if (warning) {
            StateShape.of(State.FAULT, 16).paintIcon(this, g, getWidth() / 2 + (narrow ? 6 : 14), top - 8);
        }
        g.dispose();
    }

    private void word(Graphics2D g) {
        Font font = (isSelected() ? Type.CAPTION_STRONG : Type.CAPTION).font();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setFont(font);
        g.setColor((isSelected() ? Palette.ACCENT_TEXT : Palette.TEXT_SECOND).colour());
        String text = cut(g.getFontMetrics());
        int width = g.getFontMetrics().stringWidth(text);
        g.drawString(text, (getWidth() - width) / 2, 54);
    }

    /** Who is logged on may have a long name. */
    private String cut(FontMetrics metrics) {
        String text = getText();
        int room = getWidth() - 2 * MARGIN_PX;
        if (metrics.stringWidth(text) <= room) {
            return text;
        }
        int length = text.length();
        while (length > 1 && metrics.stringWidth(text.substring(0, length) + ELLIPSIS) > room) {
            length--;
        }
        return text.substring(0, length) + ELLIPSIS;
    }
}
