package org.shutterline.look;

import java.awt.Color;
import java.awt.Container;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.LayoutManager;
import javax.swing.JPanel;

/** A rounded surface with a hairline, on which everything else stands. */
public class Card extends JPanel {
    static final int CORNER_PX = 6;

    /** How a card is tinted. */
    public enum Tone {
        PLAIN(Palette.SURFACE, Palette.HAIRLINE),
        /** The chosen one of several. */
        CHOSEN(Palette.ACCENT_TINT, Palette.ACCENT_TEXT),
        /** Something needs a hand here. */
        WARNING(Palette.UNKNOWN_TINT, Palette.UNKNOWN_FILL),
        /** Data was lost, or a part is bad. */
        BAD(Palette.NG_TINT, Palette.NG_FILL);

        private final Palette fill;
        private final Palette edge;

        Tone(Palette fill, Palette edge) {
            this.fill = fill;
            this.edge = edge;
        }
    }

    private Tone tone = Tone.PLAIN;

    public Card(LayoutManager layout) {
        super(layout);
        setOpaque(false);
    }

    public final void tone(Tone changed) {
        tone = changed;
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Brush.of(graphics);
        Brush.fill(g, tone.fill.colour(), 0, 0, getWidth(), getHeight(), CORNER_PX);
        g.dispose();
    }

    /** What stands in the card may have corners of its own, as a picture or a table; they are rounded with the card's. */
    @Override
    public void paint(Graphics graphics) {
        super.paint(graphics);
        Graphics2D g = Brush.of(graphics);
        Brush.corners(g, behind(), 0, 0, getWidth(), getHeight(), CORNER_PX);
        Brush.frame(g, tone.edge.colour(), 1, 0, 0, getWidth(), getHeight(), CORNER_PX);
        g.dispose();
    }

    private Color behind() {
        for (Container around = getParent(); around != null; around = around.getParent()) {
            if (around instanceof Card card) {
                return card.tone.fill.colour();
            }
            if (around.isOpaque()) {
                return around.getBackground();
            }
        }
        return Palette.GROUND.colour();
    }
}
