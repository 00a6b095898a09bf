package org.shutterline.server.guard;

import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraException.Kind;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.CameraIdentity;

/** Where the camera of one station stands: opens it again and again, always the same one, guarded. Safe for all threads. */
public final class CameraPost {
    private final Faults faults;
    private final Object lock = new Object();
    private Standing standing;
    private CameraIdentity seen = CameraIdentity.UNTOLD;

    /**
     * Since the last exchange.
     *
     * @param bands outlives the opening: a camera that froze and is opened again would show the picture from before
     */
    private record Standing(Setup setup, PictureBands bands, int exchange) {}

    /**
     * Which camera stands there.
     *
     * @param guard what it is held to; its faults are those of the start
     */
    public record Setup(CameraFactory driver, Options options, GuardSettings guard) {}

    public CameraPost(CameraFactory driver, Options options, GuardSettings settings) {
        this.standing = new Standing(new Setup(driver, options, settings), new PictureBands(), 0);
        this.faults = new Faults(settings.faults());
    }

    /**
     * Opens it.
     *
     * @throws CameraException if it is not there, or another one is there in its place
     */
    public Camera open() throws CameraException {
        faults.checkThere();
        Standing now = standing();
        GuardSettings guard = now.setup().guard();
        CameraFactory driver = now.setup().driver();
        Camera camera = driver.open(now.setup().options());
        CameraIdentity found;
        boolean right = false;
        try {
            found = camera.identity();
            check(found, guard.boundTo());
            right = true;
        } finally {
            if (!right) {
                camera.close();
            }
        }
        synchronized (lock) {
            if (belongs(now.exchange())) {
                seen = found;
            }
        }
        return new GuardedCamera(
                new FaultyCamera(camera, faults),
                guard.comparesPixels(driver, camera) ? Optional.of(now.bands()) : Optional.empty(),
                () -> belongs(now.exchange()));
    }

    private Standing standing() {
        synchronized (lock) {
            return standing;
        }
    }

    /** Whether no other camera has been put there since. */
    private boolean belongs(int exchange) {
        return standing().exchange() == exchange;
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
        return standing().setup();
    }

    /** The camera that was opened last. */
    public CameraIdentity seen() {
        synchronized (lock) {
            return seen;
        }
    }

    /** What the same camera is opened with from the next time on. */
    public void options(Options changed) {
        synchronized (lock) {
            Setup now = standing.setup();
            standing =
                    new Standing(new Setup(now.driver(), changed, now.guard()), standing.bands(), standing.exchange());
        }
    }

    /** Another camera stands there from the next opening on; the one that is open takes no settings any more. */
    public void exchange(Setup other) {
        synchronized (lock) {
            standing = new Standing(other, new PictureBands(), standing.exchange() + 1);
            seen = CameraIdentity.UNTOLD;
        }
    }
}
