package org.shutterline.server.tool;

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
}
