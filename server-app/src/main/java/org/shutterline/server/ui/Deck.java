package org.shutterline.server.ui;

import java.awt.CardLayout;
import java.awt.Component;
import javax.swing.JPanel;

/** Shows one of several faces; choosing the one that is shown already costs nothing. */
public final class Deck extends JPanel {
    private final CardLayout faces = new CardLayout();
    private String shown = "";

    public Deck() {
        setLayout(faces);
        setOpaque(false);
    }

    public Deck with(String name, Component face) {
        add(face, name);
        if (shown.isEmpty()) {
            shown = name;
        }
        return this;
    }

    public void show(String name) {
        if (!name.equals(shown)) {
            shown = name;
            faces.show(this, name);
        }
    }
}
