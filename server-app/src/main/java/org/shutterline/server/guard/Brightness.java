package org.shutterline.server.guard;

import java.nio.ByteBuffer;
import org.shutterline.server.spi.Frame;

/** How bright a picture is. */
final class Brightness {
    private static final int MOST_PIXELS = 65_536;

    private Brightness() {}

    /** The mean of pixels all over the picture, of their green where it has colours; 0 to 255. */
    static double mean(Frame frame) {
        ByteBuffer bytes = frame.pixels();
        int size = frame.format().bytes();
        int pixels = frame.widthPx() * frame.heightPx();
        // odd, so that it does not stay in few columns
        int step = pixels / MOST_PIXELS | 1;
        long sum = 0;
        int count = 0;
        for (int pixel = 0; pixel < pixels; pixel += step, count++) {
            sum += bytes.get(pixel * size + size / 2) & 0xFF;
        }
        return (double) sum / count;
    }
}
