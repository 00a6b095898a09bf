package com.example.callback;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.Exposure;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.Shot;

/** Runs by itself: its library calls {@link #arrived} for every picture. */
final class CallbackCamera implements Camera {
    private record Picture(byte[] grey, long arrivedNanos) {}

    private final int widthPx;
    private final int heightPx;
    private final long latencyNanos;
    private final BlockingQueue<Picture> newest = new LinkedBlockingQueue<>();

    /** @param latencyMs so long at most from the exposure until the picture has arrived */
    CallbackCamera(int widthPx, int heightPx, int latencyMs) {
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        this.latencyNanos = latencyMs * 1_000_000L;
    }

    /** On the library's thread. */
    void arrived(byte[] grey) {
        newest.clear();
        newest.add(new Picture(grey, System.nanoTime()));
    }

    @Override
    public Shot capture(FrameSource frames) throws CameraException, InterruptedException {
        long asked = System.nanoTime();
        Picture picture = newest.take();
        while (picture.arrivedNanos() - asked <= latencyNanos) {
            picture = newest.take();
        }
        Frame frame = frames.take(widthPx, heightPx, PixelFormat.MONO8);
        frame.pixels().put(picture.grey());
        return new Shot(frame, byArrival(picture.arrivedNanos()), Map.of());
    }

    private static Exposure byArrival(long nanos) {
        return new Exposure(
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.of(nanos),
                Exposure.Freshness.ARRIVAL);
    }

    @Override
    public void close() {
        // here the library is told to call no more
    }
}
