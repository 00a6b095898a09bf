package org.shutterline.server.cameras;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.shutterline.protocol.message.PlainPicture;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraException.Kind;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.CameraIdentity;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.FrameSource;

/** Looks through a camera that no station has: it is opened for that alone. */
final class FreeEye implements Eye {
    private final CameraFactory driver;
    private final FrameSource frames;
    private final AtomicReference<Options> changed = new AtomicReference<>();
    private Options options;
    private Optional<Camera> camera = Optional.empty();
    private volatile CameraIdentity identity = CameraIdentity.UNTOLD;

    FreeEye(CameraFactory driver, Options options, FrameSource frames) {
        this.driver = driver;
        this.options = options;
        this.frames = frames;
    }

    @Override
    public PlainPicture look() throws CameraException, InterruptedException {
        try {
            takeChanges();
            Camera open = open();
            try (Frame frame = open.capture(frames).frame()) {
                return Eye.copyOf(frame);
            }
        } catch (BadSetting incomplete) {
            throw new CameraException(Kind.CAMERA_AWAY, incomplete.getMessage(), incomplete);
        } catch (CameraException failed) {
            if (failed.kind() == Kind.CAMERA_AWAY) {
                close();
            }
            throw failed;
        }
    }

    private void takeChanges() throws CameraException {
        Optional<Options> wanted = Optional.ofNullable(changed.getAndSet(null));
        if (wanted.isPresent()) {
            options = wanted.get();
            if (camera.isPresent() && !camera.get().adjust(options)) {
                close();
            }
        }
    }

    private Camera open() throws CameraException {
        if (camera.isEmpty()) {
            Camera opened = driver.open(options);
            camera = Optional.of(opened);
            identity = opened.identity();
        }
        return camera.get();
    }

    @Override
    public CameraIdentity identity() {
        return identity;
    }

    @Override
    public void options(Options wanted) {
        changed.set(wanted);
    }

    @Override
    public void close() {
        camera.ifPresent(Camera::close);
        camera = Optional.empty();
    }
}
