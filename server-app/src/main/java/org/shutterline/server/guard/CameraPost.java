package org.shutterline.server.guard;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraException.Kind;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.CameraIdentity;

/** Where the camera of one station stands: opens it again and again, always the same one, guarded. Safe for all threads. */
public final class CameraPost {
    private final Faults faults;
    private final AtomicInteger exchanges = new AtomicInteger();
    private volatile Setup setup;
    /** Outlives the opening: a camera that froze and is opened again would show the picture from before. */
    private volatile PictureBands bands = new PictureBands();

    private volatile CameraIdentity seen = CameraIdentity.UNTOLD;

    /**
     * Which camera stands there.
     *
     * @param guard what it is held to; its faults are those of the start
     */
    public record Setup(CameraFactory driver, Options options, GuardSettings guard) {}

    public CameraPost(CameraFactory driver, Options options, GuardSettings settings) {
        this.setup = new Setup(driver, options, settings);
        this.faults = new Faults(settings.faults());
    }

    /**
     * Opens it.
     *
     * @throws CameraException if it is not there, or another one is there in its place
     */
    public Camera open() throws CameraException {
        faults.checkThere();
        int exchange = exchanges.get();
        Setup now = setup;
        Camera camera = now.driver().open(now.options());
        boolean right = false;
        try {
            check(camera.identity(), now.guard().boundTo());
            right = true;
        } finally {
            if (!right) {
                camera.close();
            }
        }
        seen = camera.identity();
        return new GuardedCamera(
                new FaultyCamera(camera, faults),
                now.guard().comparesPixels(now.driver()) ? Optional.of(bands) : Optional.empty(),
                () -> exchange == exchanges.get());
    }

    private static void check(CameraIdentity found, String bound) throws CameraException {
        if (!bound.isEmpty() && !bound.equals(found.serial())) {
            String other = found.words().isEmpty() ? "one that tells no serial number" : found.words();
            throw new CameraException(
                    Kind.CAMERA_AWAY, "another camera is in its place: expected serial " + bound + ", found " + other);
        }
    }

    /** What is to be noted of the picture that was asked for last, also if it never came: its fault on demand. Any thread. */
    public Map<String, String> notes() {
        return faults.notes();
    }

    public Faults faults() {
        return faults;
    }

    public Setup setup() {
        return setup;
    }

    /** The camera that was opened last. */
    public CameraIdentity seen() {
        return seen;
    }

    /** What the same camera is opened with from the next time on. */
    public void options(Options changed) {
        Setup now = setup;
        setup = new Setup(now.driver(), changed, now.guard());
    }

    /** Another camera stands there from the next opening on; the one that is open takes no settings any more. */
    public void exchange(Setup other) {
        setup = other;
        seen = CameraIdentity.UNTOLD;
        bands = new PictureBands();
        exchanges.incrementAndGet();
    }
}
