package org.shutterline.look;

import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * The pixel under the pointer.
 *
 * @param x column, from 0
 * @param y row, from 0
 * @param rgb red, green, blue, 0 to 255 each in 8 bits
 * @param grey whether the picture has no colour, so that one figure says it
 */
public record PixelReadout(int x, int y, int rgb, boolean grey) {
    static Optional<PixelReadout> of(BufferedImage picture, double x, double y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        if (column < 0 || row < 0 || column >= picture.getWidth() || row >= picture.getHeight()) {
            return Optional.empty();
        }
        boolean grey = picture.getRaster().getNumBands() == 1;
        // getRGB would bend a linear grey; the sample is what the camera gave.
        int rgb = grey ? picture.getRaster().getSample(column, row, 0) * 0x010101 : picture.getRGB(column, row);
        return Optional.of(new PixelReadout(column, row, rgb & 0xFFFFFF, grey));
    }

    /** As the bar under the picture says it. */
    public String words() {
        String column = Integer.toString(x);
        String line = Integer.toString(y);
        if (grey) {
            return LookWords.text("picture.grey", column, line, Integer.toString(rgb & 0xFF));
        }
        return LookWords.text("picture.colour", column, line, channel(16), channel(8), channel(0));
    }

    private String channel(int shift) {
        return Integer.toString(rgb >> shift & 0xFF);
    }
}
