package org.shutterline.server.cameras;

import org.shutterline.protocol.message.PlainPicture;

/**
 * What tells of focus and exposure. Of a colour picture it is of its green, which has half of a sensor's pixels.
 *
 * <p>Sharpness is the variance of the Laplacian {@code up + down + left + right - 4 middle} (Pech-Pacheco et al., 2000), of
 * the middle half of the picture in both directions or of the whole. It only compares pictures of one scene: it rises with
 * edges, light and noise.
 */
public final class PictureFigures {
    private final double sharpness;
    private final int[] histogram;
    private final int pixels;

    private PictureFigures(double sharpness, int[] histogram, int pixels) {
        this.sharpness = sharpness;
        this.histogram = histogram;
        this.pixels = pixels;
    }

    /** @param picture raw pixels, {@code mono8} or {@code bgr8} */
    static PictureFigures of(PlainPicture picture, boolean whole) {
        int[] histogram = new int[256];
        int step = step(picture);
        byte[] bytes = picture.bytes();
        int pixels = picture.widthPx() * picture.heightPx();
        for (int at = step / 2, n = 0; n < pixels; at += step, n++) {
            histogram[bytes[at] & 0xFF]++;
        }
        return new PictureFigures(sharpness(picture, whole), histogram, pixels);
    }

    /** Grey levels squared. */
    public double sharpness() {
        return sharpness;
    }

    /** How many pixels have each of 256 greys. */
    public int[] histogram() {
        return histogram.clone();
    }

    /** The share of pixels that are 0, 0 to 1. */
    public double black() {
        return (double) histogram[0] / pixels;
    }

    /** The share of pixels that are 255, 0 to 1. */
    public double white() {
        return (double) histogram[255] / pixels;
    }

    static int step(PlainPicture picture) {
        return picture.format().equals("bgr8") ? 3 : 1;
    }

    private static double sharpness(PlainPicture picture, boolean whole) {
        int left = whole ? 1 : Math.max(1, picture.widthPx() / 4);
        int top = whole ? 1 : Math.max(1, picture.heightPx() / 4);
        int right = picture.widthPx() - left;
        int bottom = picture.heightPx() - top;
        int step = step(picture);
        int row = picture.widthPx() * step;
        byte[] grey = picture.bytes();
        long sum = 0;
        long squares = 0;
        long count = 0;
        for (int y = top; y < bottom; y++) {
            int at = y * row + left * step + step / 2;
            for (int x = left; x < right; x++, at += step) {
                int laplacian = (grey[at - row] & 0xFF)
                        + (grey[at + row] & 0xFF)
                        + (grey[at - step] & 0xFF)
                        + (grey[at + step] & 0xFF)
                        - 4 * (grey[at] & 0xFF);
                sum += laplacian;
                squares += (long) laplacian * laplacian;
                count++;
            }
        }
        if (count == 0) {
            return 0;
        }
        double mean = (double) sum / count;
        return (double) squares / count - mean * mean;
    }
}
