package org.shutterline.look;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.ArrayList;
import java.util.List;

/** A picture and its halves, made when first needed, so that a small view of it is smooth and quick to paint. */
final class Pyramid {
    private final List<BufferedImage> levels = new ArrayList<>();

    Pyramid(BufferedImage picture) {
        levels.add(picture);
    }

    BufferedImage picture() {
        return levels.get(0);
    }

    /** Paints with the given scale from picture px to px of the graphics; {@code deviceScale} is what follows after. */
    void paint(Graphics2D graphics, Zoom zoom, double deviceScale) {
        double scale = zoom.scale() * deviceScale;
        int level = 0;
        while (scale * (1 << (level + 1)) <= 1
                && Math.min(level(level).getWidth(), level(level).getHeight()) > 8) {
            level++;
        }
        Graphics2D g = (Graphics2D) graphics.create();
        boolean pixelsShow = scale >= 2;
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                pixelsShow
                        ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR
                        : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.transform(zoom.transform());
        BufferedImage drawn = level(level);
        g.scale(
                (double) picture().getWidth() / drawn.getWidth(),
                (double) picture().getHeight() / drawn.getHeight());
        g.drawImage(drawn, 0, 0, null);
        g.dispose();
    }

    private BufferedImage level(int level) {
        while (levels.size() <= level) {
            levels.add(half(levels.get(levels.size() - 1)));
        }
        return levels.get(level);
    }

    private static BufferedImage half(BufferedImage picture) {
        int width = Math.max(1, picture.getWidth() / 2);
        int height = Math.max(1, picture.getHeight() / 2);
        BufferedImage half = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        if (picture.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            halve(picture.getRaster(), half.getRaster());
            return half;
        }
        Graphics2D g = half.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(picture, 0, 0, width, height, null);
        g.dispose();
        return half;
    }

    /** Means of four; the library takes several times as long for grey, and each live picture comes this way. */
    private static void halve(Raster grey, WritableRaster half) {
        int width = grey.getWidth();
        byte[] rows = new byte[2 * width];
        int[] line = new int[half.getWidth()];
        for (int y = 0; y < half.getHeight(); y++) {
            grey.getDataElements(0, 2 * y, width, 2, rows);
            for (int x = 0; x < line.length; x++) {
                int sum = (rows[2 * x] & 0xFF)
                        + (rows[2 * x + 1] & 0xFF)
                        + (rows[width + 2 * x] & 0xFF)
                        + (rows[width + 2 * x + 1] & 0xFF);
                line[x] = (sum + 2) / 4 * 0x010101;
            }
            half.setDataElements(0, y, line.length, 1, line);
        }
    }
}
