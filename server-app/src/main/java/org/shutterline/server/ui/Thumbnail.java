package org.shutterline.server.ui;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;
import javax.swing.JComponent;
import org.shutterline.look.Icons;
import org.shutterline.look.Palette;

/** A small picture that fills its place; what is too high or too wide is cut evenly. */
public final class Thumbnail extends JComponent {
    private static final int ICON_PX = 24;

    private Optional<BufferedImage> picture = Optional.empty();
    private Optional<Icons> placeholder = Optional.empty();

    /** What stands there while there is no picture. */
    public void placeholder(Icons icon) {
        placeholder = Optional.of(icon);
    }

    public void show(Optional<BufferedImage> shown) {
        if (!shown.equals(picture)) {
            picture = shown;
            repaint();
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        if (picture.isEmpty()) {
            placeholder.ifPresent(icon -> paint(graphics, icon));
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

    private void paint(Graphics graphics, Icons icon) {
        graphics.setColor(Palette.AROUND_PICTURE.colour());
        graphics.fillRect(0, 0, getWidth(), getHeight());
        icon.icon(ICON_PX, Palette.OFFLINE_ON_PICTURE.colour())
                .paintIcon(this, graphics, (getWidth() - ICON_PX) / 2, (getHeight() - ICON_PX) / 2);
    }
}
