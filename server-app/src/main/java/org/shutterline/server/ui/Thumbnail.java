package org.shutterline.server.ui;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;
import javax.swing.JComponent;
import org.shutterline.look.Palette;

/** A small picture that fills its place; what is too high or too wide is cut evenly. */
final class Thumbnail extends JComponent {
    private Optional<BufferedImage> picture = Optional.empty();

    void show(Optional<BufferedImage> shown) {
        if (!shown.equals(picture)) {
            picture = shown;
            repaint();
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        if (picture.isEmpty()) {
            return;
        }
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.clipRect(0, 0, getWidth(), getHeight());
        BufferedImage shown = picture.get();
        double scale = Math.max((double) getWidth() / shown.getWidth(), (double) getHeight() / shown.getHeight());
        int width = (int) Math.ceil(shown.getWidth() * scale);
        int height = (int) Math.ceil(shown.getHeight() * scale);
        g.drawImage(shown, (getWidth() - width) / 2, (getHeight() - height) / 2, width, height, null);
        g.setColor(Palette.HAIRLINE.colour());
        g.drawRect(0, 0, getWidth() - 1, getHeight() - 1);
        g.dispose();
    }
}
