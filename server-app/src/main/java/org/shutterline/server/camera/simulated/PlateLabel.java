package org.shutterline.server.camera.simulated;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Map;

/** Draws the white label with its code and print. Units of the plate from its middle. */
final class PlateLabel {
    static final double LEFT = -218;
    static final double TOP = -148;
    static final double WIDTH = 316;
    static final double HEIGHT = 300;

    private static final double CODE_LEFT = LEFT + 20;
    private static final double CODE_TOP = TOP + 16;
    private static final double CODE_SIZE = 200;
    private static final Color PAPER = grey(236);
    private static final Color INK = grey(24);

    private final Graphics2D ink;
    private final Font regular;
    private final Font bold;

    PlateLabel(Graphics2D ink) {
        this.ink = ink;
        this.regular = PrintFont.REGULAR.font();
        this.bold = PrintFont.BOLD.font();
        ink.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        ink.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        ink.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        ink.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    }

    void draw(String codeText, boolean damaged) {
        shadow();
        ink.setColor(PAPER);
        ink.fill(new RoundRectangle2D.Double(LEFT, TOP, WIDTH, HEIGHT, 8, 8));
        ink.setColor(INK);
        modules(code(codeText));
        print(bold, 38, codeText, LEFT + 22, TOP + 254);
        print(regular, 21, "plate-A  rev 4", LEFT + 23, TOP + 284);
        upright();
        if (damaged) {
            tear();
        }
    }

    private void shadow() {
        for (int i = 5; i >= 1; i--) {
            ink.setColor(new Color(0, 0, 0, 14));
            ink.fill(new RoundRectangle2D.Double(LEFT + 2 - i, TOP + 3 - i, WIDTH + 2 * i, HEIGHT + 2 * i, 8, 8));
        }
    }

    private static BitMatrix code(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    0,
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8",
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M));
        } catch (WriterException e) {
            throw new IllegalArgumentException("no code can hold the text '" + text + "'", e);
        }
    }

    private void modules(BitMatrix code) {
        double size = CODE_SIZE / code.getWidth();
        Path2D path = new Path2D.Double();
        for (int row = 0; row < code.getHeight(); row++) {
            for (int column = 0; column < code.getWidth(); column++) {
                if (code.get(column, row)) {
                    path.append(
                            new Rectangle2D.Double(CODE_LEFT + column * size, CODE_TOP + row * size, size, size),
                            false);
                }
            }
        }
        ink.fill(path);
    }

    private void upright() {
        Graphics2D turned = (Graphics2D) ink.create();
        turned.translate(LEFT + 240, TOP + 22);
        turned.rotate(Math.PI / 2);
        turned.setFont(bold.deriveFont(30f));
        turned.drawString("PLATE-A", 0, 0);
        turned.setFont(regular.deriveFont(21f));
        turned.drawString("LOT 26-47", 0, -38);
        turned.dispose();
    }

    private void print(Font font, float size, String text, double left, double baseline) {
        ink.setFont(font.deriveFont(size));
        ink.drawString(text, (float) left, (float) baseline);
    }

    /** A strip torn off through two of the three squares by which a reader finds the code, and a smear beside it. */
    private void tear() {
        Path2D strip = new Path2D.Double();
        strip.moveTo(LEFT + 2, TOP + 2);
        strip.lineTo(LEFT + 104, TOP + 2);
        strip.lineTo(LEFT + 92, TOP + 66);
        strip.lineTo(LEFT + 110, TOP + 118);
        strip.lineTo(LEFT + 88, TOP + 170);
        strip.lineTo(LEFT + 98, TOP + 222);
        strip.lineTo(LEFT + 2, TOP + 222);
        strip.closePath();
        ink.setColor(grey(168));
        ink.fill(strip);
        ink.setColor(grey(205));
        ink.setStroke(new BasicStroke(2.5f));
        ink.draw(strip);
    }

    private static Color grey(int level) {
        return new Color(level, level, level);
    }
}
