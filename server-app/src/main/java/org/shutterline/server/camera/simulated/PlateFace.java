package org.shutterline.server.camera.simulated;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.SplittableRandom;

/**
 * What the upper side of the plate looks like, without its outline and holes: brushed metal, an engraved number, the
 * label. As dense as the picture, so that turning it a little loses nothing. The label is drawn again only when its text
 * changes. Used by one thread.
 */
final class PlateFace {
    private static final double LEFT = -524;
    private static final double TOP = -304;

    private final double scale;
    private final int widthPx;
    private final int heightPx;
    private final byte[] metal;
    private final BufferedImage picture;
    private final byte[] grey;
    private String shown = "";

    PlateFace(double scale) {
        this.scale = scale;
        this.widthPx = (int) Math.ceil(-2 * LEFT * scale) + 4;
        this.heightPx = (int) Math.ceil(-2 * TOP * scale) + 4;
        this.picture = new BufferedImage(widthPx, heightPx, BufferedImage.TYPE_BYTE_GRAY);
        this.grey = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        brush();
        engrave();
        this.metal = grey.clone();
    }

    /** Puts the label of this plate on. */
    void wear(PlateTruth truth) {
        boolean damaged = truth.defects().contains(Defect.DAMAGED_CODE);
        String wanted = damaged + truth.codeText();
        if (wanted.equals(shown)) {
            return;
        }
        System.arraycopy(metal, 0, grey, 0, metal.length);
        Graphics2D ink = inPlateUnits();
        new PlateLabel(ink).draw(truth.codeText(), damaged);
        ink.dispose();
        shown = wanted;
    }

    /** Column of the face, in px, at this place of the plate; whole numbers are centres of pixels. */
    double column(double u) {
        return (u - LEFT) * scale - 0.5;
    }

    double row(double v) {
        return (v - TOP) * scale - 0.5;
    }

    /** The grey between four pixels. */
    double at(double column, double row) {
        int x = Math.max(0, Math.min(widthPx - 2, (int) column));
        int y = Math.max(0, Math.min(heightPx - 2, (int) row));
        double right = column - x;
        double down = row - y;
        int i = y * widthPx + x;
        int a = grey[i] & 0xFF;
        int b = grey[i + 1] & 0xFF;
        int c = grey[i + widthPx] & 0xFF;
        int d = grey[i + widthPx + 1] & 0xFF;
        double above = a + (b - a) * right;
        double below = c + (d - c) * right;
        return above + (below - above) * down;
    }

    private Graphics2D inPlateUnits() {
        Graphics2D ink = picture.createGraphics();
        ink.scale(scale, scale);
        ink.translate(-LEFT, -TOP);
        return ink;
    }

    /** Streaks along the plate: each row has its own grey, which wanders slowly from left to right. */
    private void brush() {
        SplittableRandom dice = new SplittableRandom(41);
        double slow = 0;
        for (int y = 0; y < heightPx; y++) {
            slow = 0.9 * slow + dice.nextDouble(-1, 1);
            double fine = dice.nextDouble(-3, 3);
            double streak = 0;
            for (int x = 0; x < widthPx; x++) {
                streak = 0.985 * streak + dice.nextDouble(-0.75, 0.75);
                grey[y * widthPx + x] = (byte) Math.round(172 + slow + fine + streak);
            }
        }
    }

    private void engrave() {
        Graphics2D ink = inPlateUnits();
        Font font = PrintFont.REGULAR.font().deriveFont(34f);
        ink.setFont(font);
        ink.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.45f));
        ink.setColor(Color.WHITE);
        ink.drawString("4 N", 431.4f, -115.4f);
        ink.setColor(new Color(90, 90, 90));
        ink.drawString("4 N", 430f, -117f);
        ink.dispose();
    }
}
