package org.shutterline.server.camera.video;

import java.nio.ByteBuffer;
import org.shutterline.server.spi.Frame;

/** A number in the pixels: sixteen upright bars, white for a one, that survive any codec. */
final class Counter {
    static final int WIDTH = 320;
    static final int HEIGHT = 240;

    private static final int BITS = 16;

    private Counter() {}

    /** Grey pixels that show it. */
    static byte[] pixels(int number) {
        byte[] pixels = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < pixels.length; i++) {
            int bit = i % WIDTH * BITS / WIDTH;
            pixels[i] = (byte) ((number >> bit & 1) == 1 ? 255 : 0);
        }
        return pixels;
    }

    /** The number that a picture shows; fails if not every bar is of one level from top to bottom. */
    static int read(Frame frame) {
        int number = 0;
        int step = WIDTH / BITS;
        for (int bit = 0; bit < BITS; bit++) {
            int x = bit * step + step / 2;
            boolean white = level(frame, x, 4) > 127;
            for (int y = 4; y < HEIGHT; y += 8) {
                if (level(frame, x, y) > 127 != white) {
                    throw new AssertionError("torn at bar " + bit + ", row " + y);
                }
            }
            number |= white ? 1 << bit : 0;
        }
        return number;
    }

    private static int level(Frame frame, int x, int y) {
        ByteBuffer pixels = frame.pixels();
        return pixels.get((y * frame.widthPx() + x) * frame.format().bytes()) & 0xFF;
    }
}
