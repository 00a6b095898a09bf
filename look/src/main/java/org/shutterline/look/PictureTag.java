package org.shutterline.look;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;

/** What says how fresh a picture is: the chips in its corner, and the hatch over an old one. */
final class PictureTag {
    private static final int LEFT_PX = 8;
    private static final int HEIGHT_PX = 36;

    private PictureTag() {}

    /** Half as bright, with broad diagonals across. */
    static void hatch(Graphics2D g, int widthPx, int heightPx) {
        g.setColor(new Color(0, 0, 0, 128));
        g.fillRect(0, 0, widthPx, heightPx);
        g.setColor(new Color(200, 212, 224, 26));
        g.setStroke(new BasicStroke(11, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        for (int x = -20; x < widthPx + heightPx + 20; x += 40) {
            g.draw(new Line2D.Double(x + 20.0, -20, x - heightPx - 20.0, heightPx + 20.0));
        }
    }

    /** Draws "OLD PICTURE" and the given words; returns where the next chip may begin. */
    static double old(Graphics2D g, String words) {
        Color ink = Palette.ON_UNKNOWN.colour();
        double width = width(g, LookWords.text("picture.old"), words);
        Brush.fill(g, Palette.UNKNOWN_FILL.colour(), LEFT_PX, LEFT_PX, width, HEIGHT_PX, 6);
        Icons.CLOCK.icon(18, ink).paintIcon(null, g, LEFT_PX + 14, LEFT_PX + 9);
        text(g, LookWords.text("picture.old"), words, ink, LEFT_PX);
        return LEFT_PX + width + 8;
    }

    /** Draws "LIVE" and as much of the given words as there is room for. */
    static void live(Graphics2D g, String all, double leftPx, double rightPx) {
        String head = LookWords.text("picture.live");
        int room = (int) (rightPx - leftPx - width(g, head, " "));
        String words = Brush.fit(g.getFontMetrics(Type.STATION.font()), all, room);
        double width = width(g, head, words);
        Brush.fill(g, Palette.CHIP.colour(0.92), leftPx, LEFT_PX, width, HEIGHT_PX, 6);
        g.setColor(Palette.BUSY_ON_PICTURE.colour());
        g.fill(new Ellipse2D.Double(leftPx + 18, LEFT_PX + HEIGHT_PX / 2.0 - 5, 10, 10));
        text(g, head, words, Palette.ON_CHIP.colour(), leftPx);
    }

    /** The corner of the pane that the chips take. */
    static Rectangle2D room(Graphics2D g, Optional<String> old, Optional<String> live) {
        double right = old.map(words -> 8 + width(g, LookWords.text("picture.old"), words))
                        .orElse(0.0)
                + live.map(words -> 8 + width(g, LookWords.text("picture.live"), words))
                        .orElse(0.0);
        return new Rectangle2D.Double(0, 0, right, right == 0 ? 0 : LEFT_PX + HEIGHT_PX + 4);
    }

    private static double width(Graphics2D g, String head, String words) {
        var metrics = g.getFontMetrics(Type.STATION.font());
        return 42 + metrics.stringWidth(head) + (words.isEmpty() ? 0 : 12 + metrics.stringWidth(words)) + 16;
    }

    private static void text(Graphics2D g, String head, String words, Color ink, double leftPx) {
        Font font = Type.STATION.font();
        double baseline = Brush.baseline(font, LEFT_PX, HEIGHT_PX);
        double x = leftPx + 42;
        x += Brush.write(g, head, font, ink, x, baseline) + 12;
        Brush.write(g, words, font, ink, x, baseline);
    }
}
