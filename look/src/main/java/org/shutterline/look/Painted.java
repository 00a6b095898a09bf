package org.shutterline.look;

import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;

/** A part that paints itself and is read out as one text. */
abstract class Painted extends JComponent {
    Painted() {
        setOpaque(false);
    }

    abstract void paintOn(Graphics2D g, int widthPx, int heightPx);

    @Override
    protected final void paintComponent(Graphics graphics) {
        Graphics2D g = Brush.of(graphics);
        try {
            paintOn(g, getWidth(), getHeight());
        } finally {
            g.dispose();
        }
    }

    /** What a screen reader says; repaints and lays out again. */
    final void changed(String spoken) {
        getAccessibleContext().setAccessibleName(spoken);
        revalidate();
        repaint();
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessiblePainted();
        }
        return accessibleContext;
    }

    private final class AccessiblePainted extends AccessibleJComponent {
        @Override
        public AccessibleRole getAccessibleRole() {
            return AccessibleRole.LABEL;
        }
    }
}
