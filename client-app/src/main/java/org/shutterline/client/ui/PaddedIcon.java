package org.shutterline.client.ui;

import java.awt.Component;
import java.awt.Graphics;
import javax.swing.Icon;

/** An icon with room beside it. */
record PaddedIcon(Icon icon, int leftPx, int rightPx) implements Icon {
    @Override
    public void paintIcon(Component on, Graphics graphics, int x, int y) {
        icon.paintIcon(on, graphics, x + leftPx, y);
    }

    @Override
    public int getIconWidth() {
        return leftPx + icon.getIconWidth() + rightPx;
    }

    @Override
    public int getIconHeight() {
        return icon.getIconHeight();
    }
}
