package org.shutterline.server.spi;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;

/** The pixels of a decoded picture, brought to eight bits. */
final class DecodedPicture {
    private final BufferedImage picture;
    private final int width;
    private final int height;

    DecodedPicture(BufferedImage picture) {
        this.picture = picture;
        this.width = picture.getWidth();
        this.height = picture.getHeight();
    }

    byte[] in(PixelFormat wanted) throws IOException {
        if (isStoredAs(wanted)) {
            return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        }
        int type = picture.getRaster().getDataBuffer().getDataType();
        if (type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE) {
            throw new IOException("its samples are not whole numbers");
        }
        return convert(wanted);
    }

    private boolean isStoredAs(PixelFormat wanted) {
        int type = wanted == PixelFormat.MONO8 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
        return picture.getType() == type
                && picture.getRaster().getDataBuffer() instanceof DataBufferByte data
                && data.getData().length == width * height * wanted.bytes();
    }

    private byte[] convert(PixelFormat wanted) {
        boolean bySample = isBySample(picture.getColorModel());
        byte[] pixels = new byte[width * height * wanted.bytes()];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            if (bySample) {
                readSamples(y, row);
            } else {
                picture.getRGB(0, y, width, 1, row, 0, width);
            }
            write(row, pixels, y * width * wanted.bytes(), wanted);
        }
        return pixels;
    }

    /** Grey and plain colour are taken as stored, since the colour model would bend grey by its own curve. */
    private static boolean isBySample(ColorModel model) {
        return !(model instanceof IndexColorModel)
                && !model.isAlphaPremultiplied()
                && (model.getColorSpace().getType() == ColorSpace.TYPE_GRAY
                        || model.getColorSpace().isCS_sRGB());
    }

    private void readSamples(int y, int[] row) {
        Raster raster = picture.getRaster();
        ColorModel model = picture.getColorModel();
        int colours = model.getNumColorComponents();
        int[] samples = raster.getPixels(0, y, width, 1, (int[]) null);
        int bands = raster.getNumBands();
        for (int x = 0; x < width; x++) {
            int at = x * bands;
            int red = eightBits(samples[at], model.getComponentSize(0));
            int green = colours == 1 ? red : eightBits(samples[at + 1], model.getComponentSize(1));
            int blue = colours == 1 ? red : eightBits(samples[at + 2], model.getComponentSize(2));
            int alpha = model.hasAlpha() ? eightBits(samples[at + colours], model.getComponentSize(colours)) : 255;
            row[x] = alpha << 24 | red << 16 | green << 8 | blue;
        }
    }

    private static int eightBits(int sample, int bits) {
        return bits >= 8 ? sample >>> (bits - 8) & 0xFF : sample * 255 / ((1 << bits) - 1);
    }

    private static void write(int[] row, byte[] pixels, int from, PixelFormat wanted) {
        int at = from;
        for (int argb : row) {
            int alpha = argb >>> 24;
            int red = overWhite(argb >> 16 & 0xFF, alpha);
            int green = overWhite(argb >> 8 & 0xFF, alpha);
            int blue = overWhite(argb & 0xFF, alpha);
            if (wanted == PixelFormat.MONO8) {
                pixels[at++] = (byte) ((299 * red + 587 * green + 114 * blue + 500) / 1000);
            } else {
                pixels[at++] = (byte) blue;
                pixels[at++] = (byte) green;
                pixels[at++] = (byte) red;
            }
        }
    }

    private static int overWhite(int level, int alpha) {
        return alpha == 255 ? level : (level * alpha + 255 * (255 - alpha) + 127) / 255;
    }
}
