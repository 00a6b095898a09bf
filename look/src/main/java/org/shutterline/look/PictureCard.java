package org.shutterline.look;

import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import net.miginfocom.swing.MigLayout;

/** A picture with its bar below, as one card. */
public final class PictureCard extends Card {
    private final PicturePane pane = new PicturePane();

    public PictureCard() {
        super(new MigLayout("insets 1, gap 0, wrap 1, fill", "[grow, fill, 0:pref]", "[grow, fill, 0:pref][]"));
        add(pane, "wmin 0, hmin 0");
        add(new PictureBar(pane));
    }

    public PicturePane pane() {
        return pane;
    }

    /** The picture has corners of its own; they are rounded with the card's. */
    @Override
    public void paint(Graphics graphics) {
        super.paint(graphics);
        Graphics2D g = Brush.of(graphics);
        Color behind =
                getParent() == null ? Palette.GROUND.colour() : getParent().getBackground();
        Brush.corners(g, behind, 0, 0, getWidth(), getHeight(), CORNER_PX);
        Brush.frame(g, Palette.HAIRLINE.colour(), 1, 0, 0, getWidth(), getHeight(), CORNER_PX);
        g.dispose();
    }
}
