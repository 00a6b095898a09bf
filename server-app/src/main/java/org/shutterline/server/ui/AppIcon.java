package org.shutterline.server.ui;

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

/** The program's icon: a shutter, drawn at each size that a desktop asks for. */
final class AppIcon {
    private static final Color BLUE = new Color(0x1D5BD1);

    private AppIcon() {}

    static List<Image> sizes() {
        return Stream.of(16, 20, 24, 32, 48, 64, 128).map(AppIcon::draw).toList();
    }

    private static Image draw(int px) {
        BufferedImage icon = new BufferedImage(px, px, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = icon.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(px / 24.0, px / 24.0);
        g.setColor(BLUE);
        g.fill(new RoundRectangle2D.Double(0, 0, 24, 24, 7, 7));
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(new Ellipse2D.Double(5.5, 5.5, 13, 13));
        g.draw(new Line2D.Double(8.5, 14.5, 15.5, 9.5));
        g.dispose();
        return icon;
    }
}
