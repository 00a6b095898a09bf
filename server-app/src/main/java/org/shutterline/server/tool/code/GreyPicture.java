package org.shutterline.server.tool.code;

import com.google.zxing.LuminanceSource;
import java.util.Arrays;

/** Grey pixels as the code reader wants them; can be turned, which a reader of bars needs for upright ones. */
final class GreyPicture extends LuminanceSource {
    private final byte[] levels;

    GreyPicture(byte[] levels, int width, int height) {
        super(width, height);
        this.levels = levels;
    }

    @Override
    public byte[] getRow(int y, byte[] row) {
        byte[] to = row != null && row.length >= getWidth() ? row : new byte[getWidth()];
        System.arraycopy(levels, y * getWidth(), to, 0, getWidth());
        return to;
    }

    @Override
    public byte[] getMatrix() {
        return levels;
    }

    @Override
    public boolean isRotateSupported() {
        return true;
    }

    /** Column x, row y goes to column y, row (width - 1 - x). */
    @Override
    public GreyPicture rotateCounterClockwise() {
        int width = getWidth();
        int height = getHeight();
        byte[] turned = new byte[levels.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned[(width - 1 - x) * height + y] = levels[y * width + x];
            }
        }
        return new GreyPicture(turned, height, width);
    }

    GreyPicture inverted() {
        byte[] other = Arrays.copyOf(levels, levels.length);
        for (int i = 0; i < other.length; i++) {
            other[i] = (byte) ~other[i];
        }
        return new GreyPicture(other, getWidth(), getHeight());
    }

    /** The darkest and the brightest of a hundred brought to black and white, what lies between evenly. */
    GreyPicture stretched() {
        int[] counts = new int[256];
        for (byte level : levels) {
            counts[level & 0xFF]++;
        }
        int dark = levelBelow(counts, levels.length / 100);
        int bright = Math.max(dark + 1, levelBelow(counts, levels.length - levels.length / 100 - 1));
        byte[] other = new byte[levels.length];
        for (int i = 0; i < other.length; i++) {
            int level = ((levels[i] & 0xFF) - dark) * 255 / (bright - dark);
            other[i] = (byte) Math.max(0, Math.min(255, level));
        }
        return new GreyPicture(other, getWidth(), getHeight());
    }

    /** The level at this place if all were in order. */
    private static int levelBelow(int[] counts, int place) {
        int seen = 0;
        for (int level = 0; level < 256; level++) {
            seen += counts[level];
            if (seen > place) {
                return level;
            }
        }
        return 255;
    }

    /** Grey at a place between pixels, by its four neighbours; the nearest pixel beyond the rim. 0.5 is a pixel's centre. */
    double at(double x, double y) {
        double left = Math.floor(x - 0.5);
        double top = Math.floor(y - 0.5);
        double right = x - 0.5 - left;
        double down = y - 0.5 - top;
        int column = (int) left;
        int row = (int) top;
        return (1 - down) * ((1 - right) * pixel(column, row) + right * pixel(column + 1, row))
                + down * ((1 - right) * pixel(column, row + 1) + right * pixel(column + 1, row + 1));
    }

    private int pixel(int column, int row) {
        int x = Math.max(0, Math.min(getWidth() - 1, column));
        int y = Math.max(0, Math.min(getHeight() - 1, row));
        return levels[y * getWidth() + x] & 0xFF;
    }
}
