package org.shutterline.server.camera.simulated;

import java.util.concurrent.TimeUnit;

/**
 * Writes into the pixels of a picture when it was exposed, so that whoever gets the picture can tell from it alone whether it is
 * an old one: milliseconds of {@link System#nanoTime()}, which a camera that is opened again does not begin anew, in 32
 * squares of {@value #SQUARE_PX} px in the upper left corner, the highest bit first, white for 1 and black for 0.
 */
final class PixelCounter {
    static final int SQUARE_PX = 4;
    private static final int BITS = 32;

    private long last;

    /** Writes the time that it is now, or one more than the last, so that no two pictures have the same. */
    void write(byte[] grey, int widthPx) {
        last = Math.max(last + 1, TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
        for (int bit = 0; bit < BITS; bit++) {
            byte level = (byte) ((last >> (BITS - 1 - bit) & 1) == 1 ? 255 : 0);
            for (int y = 0; y < SQUARE_PX; y++) {
                for (int x = bit * SQUARE_PX; x < (bit + 1) * SQUARE_PX; x++) {
                    grey[y * widthPx + x] = level;
                }
            }
        }
    }
}
