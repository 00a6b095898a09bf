package org.shutterline.client.ui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;

/** The program's sign: a shutter with a line through it, on blue. The same on light and dark desktops. */
final class AppIcon {
    private static final Color BLUE = new Color(0x1D5BD1);

    private AppIcon() {}

    static List<Image> images() {
        return Stream.of(16, 20, 24, 32, 48, 64, 128).map(AppIcon::image).toList();
    }

    private static Image image(int sizePx) {
        BufferedImage image = new BufferedImage(sizePx, sizePx, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.scale(sizePx / 24.0, sizePx / 24.0);
        g.setColor(BLUE);
        g.fill(new RoundRectangle2D.Double(0, 0, 24, 24, 7, 7));
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(new Ellipse2D.Double(5.5, 5.5, 13, 13));
        g.draw(new Line2D.Double(8.5, 15.5, 15.5, 8.5));
        g.dispose();
        return image;
    }
}
