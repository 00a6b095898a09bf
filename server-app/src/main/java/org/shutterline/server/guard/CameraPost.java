package org.shutterline.server.guard;

import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraException.Kind;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.CameraIdentity;

/** Where the camera of one station stands: opens it again and again, always the same one, guarded. Safe for all threads. */
public final class CameraPost {
    private final CameraFactory driver;
    private final GuardSettings settings;
    private final Faults faults;
    private volatile Options options;

    public CameraPost(CameraFactory driver, Options options, GuardSettings settings) {
        this.driver = driver;
        this.options = options;
        this.settings = settings;
        this.faults = new Faults(settings.faults());
    }

    /**
     * Opens it.
     *
     * @throws CameraException if it is not there, or another one is there in its place
     */
    public Camera open() throws CameraException {
        faults.checkThere();
        Camera camera = driver.open(options);
        boolean right = false;
        try {
            check(camera.identity());
            right = true;
        } finally {
            if (!right) {
                camera.close();
            }
        }
        return new GuardedCamera(new FaultyCamera(camera, faults), settings.comparesPixels(driver));
    }

    private void check(CameraIdentity found) throws CameraException {
        String bound = settings.boundTo();
        if (!bound.isEmpty() && !bound.equals(found.serial())) {
            String other = found.words().isEmpty() ? "one that tells no serial number" : found.words();
            throw new CameraException(
                    Kind.CAMERA_AWAY, "another camera is in its place: expected serial " + bound + ", found " + other);
        }
    }

    public Faults faults() {
        return faults;
    }

    /** What the camera is opened with from the next time on. */
    public void options(Options changed) {
        options = changed;
    }

    public Options options() {
        return options;
    }

    public CameraFactory driver() {
        return driver;
    }
}
