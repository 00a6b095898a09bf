package org.shutterline.server.cameras;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.guard.LatencyMeasure.Light;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.Shot;

/** A camera that sees a lamp, which the test switches, {@link #DELAY_MS} late. Safe for all threads. */
final class LampDriver implements CameraFactory, Light {
    static final int DELAY_MS = 60;
    static final int INTERVAL_MS = 10;

    private static final Setting<Integer> LATENCY =
            Setting.whole("latencyMs", 0, 5_000).byDefault(200).unit("ms");

    /** How many are open now. */
    final AtomicInteger open = new AtomicInteger();
    /** The most that were open at one time. */
    final AtomicInteger mostOpen = new AtomicInteger();
    /** What each was opened with. */
    final List<Integer> latencies = new ArrayList<>();

    private final List<Long> changes = new ArrayList<>();
    private boolean away;

    @Override
    public synchronized void change() {
        changes.add(System.nanoTime());
    }

    synchronized int changes() {
        return changes.size();
    }

    /** From now on it cannot be opened. */
    synchronized void pull() {
        away = true;
    }

    @Override
    public String id() {
        return "lamp";
    }

    @Override
    public String title() {
        return "Camera at a lamp";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(LATENCY);
    }

    @Override
    public boolean isLive() {
        return true;
    }

    @Override
    public String describe(Options options) {
        return "Lamp";
    }

    @Override
    public synchronized Camera open(Options options) throws CameraException {
        if (away) {
            throw new CameraException(CameraException.Kind.CAMERA_AWAY, "its plug was pulled");
        }
        latencies.add(options.get(LATENCY));
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        return new LateCamera();
    }

    private synchronized boolean isLit(long nanos) {
        return changes.stream().filter(at -> at - nanos <= 0).count() % 2 == 1;
    }

    private final class LateCamera implements Camera {
        private final CountDownLatch never = new CountDownLatch(1);

        @Override
        public Shot capture(FrameSource frames) throws CameraException, InterruptedException {
            if (never.await(INTERVAL_MS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException();
            }
            Frame frame = frames.take(32, 32, PixelFormat.MONO8);
            byte[] pixels = new byte[frame.bytes()];
            Arrays.fill(
                    pixels,
                    isLit(System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(DELAY_MS)) ? (byte) 200 : (byte) 20);
            frame.pixels().put(pixels);
            return new Shot(frame, Map.of());
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }
}
