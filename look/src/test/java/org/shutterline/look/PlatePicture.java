package org.shutterline.look;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.message.Verdict;

/** A drawn plate with holes, a code and a label, 1920 x 1200 px, and the marks of the tools that look at it. */
final class PlatePicture {
    static final int WIDTH = 1920;
    static final int HEIGHT = 1200;

    private PlatePicture() {}

    static BufferedImage draw(boolean smallHole) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(34, 34, 34));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.setPaint(new GradientPaint(200, 170, new Color(205, 205, 205), 1700, 1030, new Color(150, 150, 150)));
        g.fill(new RoundRectangle2D.Double(200, 168, 984, 864, 40, 40));
        g.fill(new RoundRectangle2D.Double(1100, 312, 624, 576, 40, 40));
        hole(g, 432, 400, smallHole ? 112 : 122);
        hole(g, 432, 800, 78);
        g.fill(new RoundRectangle2D.Double(1212, 540, 164, 116, 110, 110));
        hole(g, 1628, 598, 60);
        g.setColor(new Color(240, 240, 240));
        g.fill(new RoundRectangle2D.Double(636, 376, 472, 450, 12, 12));
        code(g);
        g.setColor(new Color(30, 30, 30));
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 62));
        g.drawString("ABC123", 676, 762);
        g.dispose();
        return picture;
    }

    private static void hole(Graphics2D g, double x, double y, double r) {
        g.setColor(new Color(26, 26, 26));
        g.fill(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
        g.setColor(new Color(90, 90, 90));
        g.setStroke(new BasicStroke(4));
        g.draw(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
        g.setColor(new Color(26, 26, 26));
    }

    private static void code(Graphics2D g) {
        Random random = new Random(7);
        g.setColor(new Color(20, 20, 20));
        for (int row = 0; row < 21; row++) {
            for (int column = 0; column < 21; column++) {
                if (random.nextBoolean()) {
                    g.fillRect(672 + column * 13, 408 + row * 13, 13, 13);
                }
            }
        }
    }

    static List<Overlay> marks(boolean smallHole) {
        Verdict holeA = smallHole ? Verdict.NG : Verdict.OK;
        return List.of(
                new Overlay(Overlay.Kind.REGION, box(250, 228, 364, 344), holeA, "", "hole A"),
                circle(432, 400, 122, holeA, smallHole ? "hole A: 4.84 mm, too small" : "hole A: 5.02 mm", "hole A"),
                new Overlay(Overlay.Kind.REGION, box(310, 690, 244, 220), Verdict.OK, "", "hole B"),
                circle(432, 800, 78, Verdict.OK, "hole B: 3.21 mm", "hole B"),
                new Overlay(Overlay.Kind.POLYGON, box(660, 396, 300, 300), Verdict.OK, "code: ABC123", "code"),
                new Overlay(Overlay.Kind.REGION, box(1422, 280, 112, 640), Verdict.OK, "", "width"),
                new Overlay(
                        Overlay.Kind.DISTANCE,
                        List.of(new Point(1478, 312), new Point(1478, 888)),
                        Verdict.OK,
                        "width: 12.03 mm",
                        "width"));
    }

    private static Overlay circle(double x, double y, double r, Verdict verdict, String label, String tool) {
        return new Overlay(Overlay.Kind.CIRCLE, List.of(new Point(x, y), new Point(x + r, y)), verdict, label, tool);
    }

    private static List<Point> box(double x, double y, double width, double height) {
        return List.of(
                new Point(x, y), new Point(x + width, y), new Point(x + width, y + height), new Point(x, y + height));
    }
}
