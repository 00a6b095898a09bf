package org.shutterline.look;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;

/** A cross through the middle of the picture and a circle about it, to point a camera by. */
public final class CrosshairLayer implements PictureLayer {
    private static final Color HALO = new Color(0, 0, 0, 150);

    private final PicturePane pane;

    public CrosshairLayer(PicturePane pane) {
        this.pane = pane;
    }

    @Override
    public void paint(Graphics2D g, Zoom zoom) {
        pane.picture().ifPresent(picture -> {
            cross(g, zoom, picture.getWidth(), picture.getHeight(), HALO, 3);
            cross(g, zoom, picture.getWidth(), picture.getHeight(), Palette.REGION.colour(), 1);
        });
    }

    private static void cross(Graphics2D g, Zoom zoom, int widthPx, int heightPx, Color colour, double linePx) {
        Point2D from = zoom.transform().transform(new Point2D.Double(0, 0), null);
        Point2D to = zoom.transform().transform(new Point2D.Double(widthPx, heightPx), null);
        double x = (from.getX() + to.getX()) / 2;
        double y = (from.getY() + to.getY()) / 2;
        double radius = Math.min(to.getX() - from.getX(), to.getY() - from.getY()) / 4;
        g.setColor(colour);
        g.setStroke(Brush.line(linePx));
        g.draw(new Line2D.Double(from.getX(), y, to.getX(), y));
        g.draw(new Line2D.Double(x, from.getY(), x, to.getY()));
        g.draw(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }
}
