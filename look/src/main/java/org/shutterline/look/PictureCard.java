package org.shutterline.look;

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
}
