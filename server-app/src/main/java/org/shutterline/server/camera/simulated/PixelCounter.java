package org.shutterline.server.camera.simulated;

/**
 * Writes the number of a picture into its pixels, so that whoever gets the picture can tell from it alone which one it is: 32
 * squares of {@value #SQUARE_PX} px in the upper left corner, the highest bit first, white for 1 and black for 0.
 */
final class PixelCounter {
    static final int SQUARE_PX = 4;
    private static final int BITS = 32;

    private PixelCounter() {}

    static void write(long number, byte[] grey, int widthPx) {
        for (int bit = 0; bit < BITS; bit++) {
            byte level = (byte) ((number >> (BITS - 1 - bit) & 1) == 1 ? 255 : 0);
            for (int y = 0; y < SQUARE_PX; y++) {
                for (int x = bit * SQUARE_PX; x < (bit + 1) * SQUARE_PX; x++) {
                    grey[y * widthPx + x] = level;
                }
            }
        }
    }
}
