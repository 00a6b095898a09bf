package com.example.testcard;

import java.nio.ByteBuffer;
import java.util.Map;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.Shot;

/** Delivers upright bars, black at the left edge and white at the right one. */
final class TestCardCamera implements Camera {
    private final int widthPx;
    private final int heightPx;
    private final int bars;
    private long number;

    TestCardCamera(int widthPx, int heightPx, int bars) {
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        this.bars = bars;
    }

    @Override
    public Shot capture(FrameSource frames) throws CameraException {
        Frame frame = frames.take(widthPx, heightPx, PixelFormat.MONO8);
        ByteBuffer pixels = frame.pixels();
        for (int i = 0; i < widthPx * heightPx; i++) {
            pixels.put((byte) greyAt(i % widthPx));
        }
        number++;
        return new Shot(frame, Map.of("number", Long.toString(number)));
    }

    private int greyAt(int x) {
        return 255 * (x * bars / widthPx) / (bars - 1);
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
