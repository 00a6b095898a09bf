package org.shutterline.look;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.message.Verdict;

/** A sheet-metal plate as a camera would see it, and what three tools say of it. */
public final class PlatePicture {
    public static final int WIDTH_PX = 1280;
    public static final int HEIGHT_PX = 800;

    private PlatePicture() {}

    /** @param good whether hole A is whole */
    public static Picture source(boolean good, long seed) {
        return encoded(paint(good, seed));
    }

    public static Picture thumbnail(boolean good, long seed) {
        Image small = paint(good, seed).getScaledInstance(192, 120, Image.SCALE_AREA_AVERAGING);
        BufferedImage image = new BufferedImage(192, 120, BufferedImage.TYPE_BYTE_GRAY);
        image.getGraphics().drawImage(small, 0, 0, null);
        return encoded(image);
    }

    private static Picture encoded(BufferedImage image) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "jpeg", bytes);
            return new Picture("jpeg", image.getWidth(), image.getHeight(), Blob.of(bytes.toByteArray()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The same as an image. */
    public static BufferedImage paint(boolean good, long seed) {
        BufferedImage image = new BufferedImage(WIDTH_PX, HEIGHT_PX, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setPaint(new GradientPaint(0, 0, new Color(46, 46, 46), WIDTH_PX, HEIGHT_PX, new Color(30, 30, 30)));
        g.fillRect(0, 0, WIDTH_PX, HEIGHT_PX);
        g.setPaint(new GradientPaint(0, 100, new Color(196, 196, 196), 0, 700, new Color(150, 150, 150)));
        g.fill(new RoundRectangle2D.Double(130, 110, 660, 580, 24, 24));
        g.fill(new RoundRectangle2D.Double(760, 205, 390, 390, 24, 24));
        g.setColor(new Color(20, 20, 20));
        g.fill(new Ellipse2D.Double(205, 185, 160, 160));
        g.fill(new Ellipse2D.Double(235, 485, 100, 100));
        g.fill(new RoundRectangle2D.Double(805, 355, 110, 76, 76, 76));
        g.fill(new Ellipse2D.Double(1040, 350, 84, 84));
        if (!good) {
            g.setColor(new Color(180, 180, 180));
            g.fill(new Ellipse2D.Double(250, 322, 60, 34));
        }
        label(g);
        noise(image, seed);
        g.dispose();
        return image;
    }

    private static void label(Graphics2D g) {
        g.setColor(new Color(238, 238, 238));
        g.fill(new Rectangle2D.Double(425, 250, 310, 300));
        Random modules = new Random(7);
        g.setColor(new Color(24, 24, 24));
        for (int y = 0; y < 21; y++) {
            for (int x = 0; x < 21; x++) {
                boolean corner = (x < 7 || x > 13) && y < 7 || x < 7 && y > 13;
                if (!corner && modules.nextBoolean()) {
                    g.fill(new Rectangle2D.Double(445 + x * 9, 268 + y * 9, 9, 9));
                }
            }
        }
        g.setStroke(new BasicStroke(9));
        for (int[] at : new int[][] {{445, 268}, {571, 268}, {445, 394}}) {
            g.draw(new Rectangle2D.Double(at[0] + 4.5, at[1] + 4.5, 54, 54));
            g.fill(new Rectangle2D.Double(at[0] + 18, at[1] + 18, 27, 27));
        }
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 40));
        g.drawString("ABC123", 445, 510);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 20));
        g.drawString("plate-A  rev 4", 445, 538);
    }

    private static void noise(BufferedImage image, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 60_000; i++) {
            int x = random.nextInt(WIDTH_PX);
            int y = random.nextInt(HEIGHT_PX);
            int grey = image.getRaster().getSample(x, y, 0) + random.nextInt(13) - 6;
            image.getRaster().setSample(x, y, 0, Math.max(0, Math.min(255, grey)));
        }
    }

    /** What the tools looked at and found. */
    public static List<Overlay> marks(boolean good, String holeA) {
        Verdict verdict = good ? Verdict.OK : Verdict.NG;
        return List.of(
                new Overlay(Overlay.Kind.REGION, box(165, 145, 240, 240), verdict, "", "hole A"),
                new Overlay(
                        Overlay.Kind.CIRCLE,
                        List.of(new Point(285, 265), new Point(365, 265)),
                        verdict,
                        "hole A: " + (good ? holeA : holeA + ", too small"),
                        "hole A"),
                new Overlay(Overlay.Kind.REGION, box(205, 455, 160, 160), Verdict.OK, "", "hole B"),
                new Overlay(
                        Overlay.Kind.CIRCLE,
                        List.of(new Point(285, 535), new Point(335, 535)),
                        Verdict.OK,
                        "hole B: 3.21 mm",
                        "hole B"),
                new Overlay(Overlay.Kind.POLYGON, box(437, 260, 205, 205), Verdict.OK, "code: ABC123", "code"),
                new Overlay(Overlay.Kind.REGION, box(945, 190, 76, 420), Verdict.OK, "", "width"),
                new Overlay(
                        Overlay.Kind.DISTANCE,
                        List.of(new Point(983, 205), new Point(983, 595)),
                        Verdict.OK,
                        "width: 12.01 mm",
                        "width"));
    }

    private static List<Point> box(double x, double y, double width, double height) {
        return List.of(
                new Point(x, y), new Point(x + width, y), new Point(x + width, y + height), new Point(x, y + height));
    }
}
