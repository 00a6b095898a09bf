package org.shutterline.server.camera.gige;

import java.util.Optional;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraIdentity;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.Shot;

/** A GenICam camera that is open. */
final class GigeCamera implements Camera {
    private static final long CLOSING_MS = 1_500;

    private final GenicamDevice device;
    private final CameraIdentity identity;
    private final CameraSetup setup;
    private final Intake intake;
    private final Pace pace;
    private GigeSettings settings;
    private boolean closed;

    private GigeCamera(GenicamDevice device, GigeSettings settings) throws CameraException {
        this.device = device;
        this.settings = settings;
        this.identity = device.identity();
        this.setup = new CameraSetup(device, settings);
        this.intake = new Intake(device, setup, setup.apply(), settings.trigger());
        CameraClock clock = new CameraClock();
        SoftwarePace triggered = new SoftwarePace(intake, device, clock, settings.timeoutMs());
        if (settings.trigger() == TriggerMode.SOFTWARE) {
            this.pace = triggered;
        } else if (settings.trigger() == TriggerMode.FREE) {
            this.pace = new FreePace(intake, triggered, device, clock, settings.timeoutMs());
        } else {
            this.pace = new LinePace(intake, triggered, clock, settings.trigger());
        }
    }

    /** Sets the camera up, all of it; a camera that cannot be is given back. */
    static GigeCamera over(GenicamDevice device, GigeSettings settings) throws CameraException {
        GigeCamera camera;
        try {
            camera = new GigeCamera(device, settings);
        } catch (CameraException away) {
            end(device::close);
            throw away;
        }
        try {
            camera.begin();
        } catch (CameraException away) {
            camera.close();
            throw away;
        }
        return camera;
    }

    private void begin() throws CameraException {
        try {
            pace.begin();
        } catch (InterruptedException wantedNoMore) {
            Thread.currentThread().interrupt();
            throw new CameraException(CameraException.Kind.CAMERA_AWAY, "given up while it was opened", wantedNoMore);
        }
    }

    @Override
    public CameraIdentity identity() {
        return identity;
    }

    @Override
    public Shot capture(FrameSource frames) throws CameraException, InterruptedException {
        return pace.capture(frames);
    }

    @Override
    public boolean takesByItself() {
        return settings.trigger().isLine();
    }

    @Override
    public Optional<Shot> await(FrameSource frames, long mostMs) throws CameraException, InterruptedException {
        return pace.await(frames, mostMs);
    }

    @Override
    public void check() throws CameraException {
        device.checkOurs();
    }

    @Override
    public boolean adjust(Options options) throws CameraException {
        GigeSettings changed = GigeSettings.read(options);
        if (!changed.lit(settings.light()).equals(settings)) {
            return false;
        }
        setup.light(changed.light());
        if (changed.light().frameRate().isPresent()) {
            setup.trigger(intake.mode());
        }
        settings = changed;
        pace.adjusted();
        return true;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            end(() -> {
                pace.close();
                intake.close();
                device.close();
            });
        }
    }

    /** A camera that does not answer holds its last calls for seconds: they are left to end by themselves. */
    private static void end(Runnable lastCalls) {
        Thread ending = new Thread(lastCalls, "gige-close");
        ending.setDaemon(true);
        ending.start();
        try {
            ending.join(CLOSING_MS);
        } catch (InterruptedException wantedNoMore) {
            Thread.currentThread().interrupt();
        }
    }
}
