package org.shutterline.server.cameras;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.CameraIdentity;
import org.shutterline.server.spi.FoundCamera;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.Shot;

/** Cameras that are found: pictures of a slope from 0 to 255, brighter with the exposure. Safe for all threads. */
public final class FindableDriver implements CameraFactory {
    private static final Setting<String> SERIAL = Setting.text("serial");
    private static final Setting<Double> EXPOSURE =
            Setting.number("exposureMs", 0.1, 100).byDefault(1.0).unit("ms");

    /** How many are open now. */
    public final AtomicInteger open = new AtomicInteger();

    private final List<FoundCamera> found = new ArrayList<>();
    private final CountDownLatch hang = new CountDownLatch(1);
    private boolean hangs;
    private String trouble = "";

    public synchronized FindableDriver finds(String serial) {
        found.add(new FoundCamera(
                new CameraIdentity("Acme", "Slope 5", serial, "10.0.0." + (found.size() + 2)),
                Map.of("serial", serial)));
        return this;
    }

    public synchronized FindableDriver cannotLook(String why) {
        trouble = why;
        return this;
    }

    public synchronized FindableDriver hangs() {
        hangs = true;
        return this;
    }

    @Override
    public String id() {
        return "slope";
    }

    @Override
    public String title() {
        return "Slope camera";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(SERIAL, EXPOSURE);
    }

    @Override
    public boolean isLive() {
        return true;
    }

    @Override
    public List<FoundCamera> find() throws CameraException, InterruptedException {
        boolean wait;
        synchronized (this) {
            if (!trouble.isEmpty()) {
                throw new CameraException(CameraException.Kind.CAMERA_AWAY, trouble);
            }
            wait = hangs;
        }
        if (wait) {
            hang.await();
        }
        synchronized (this) {
            return List.copyOf(found);
        }
    }

    @Override
    public String describe(Options options) {
        return "Slope " + options.get(SERIAL);
    }

    @Override
    public Camera open(Options options) {
        open.incrementAndGet();
        return new SlopeCamera(options);
    }

    private final class SlopeCamera implements Camera {
        private Options options;

        private SlopeCamera(Options options) {
            this.options = options;
        }

        @Override
        public Shot capture(FrameSource frames) throws CameraException {
            Frame frame = frames.take(256, 64, PixelFormat.MONO8);
            var pixels = frame.pixels();
            for (int n = 0; n < 256 * 64; n++) {
                pixels.put((byte) Math.min(255, n % 256 * options.get(EXPOSURE)));
            }
            return new Shot(frame, Map.of());
        }

        @Override
        public CameraIdentity identity() {
            return new CameraIdentity("Acme", "Slope 5", options.get(SERIAL), "");
        }

        @Override
        public boolean adjust(Options changed) {
            options = changed;
            return true;
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }
}
