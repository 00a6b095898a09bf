package org.shutterline.server.guard;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraException.Kind;
import org.shutterline.server.spi.CameraIdentity;
import org.shutterline.server.spi.Exposure;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.Shot;

/** Lets no picture through that may be old, repeated, torn or half empty, and says in its notes how fresh it is. */
final class GuardedCamera implements Camera {
    private final Camera camera;
    private final Freshness freshness;
    private final BooleanSupplier belongs;

    /**
     * @param bands the picture before, if its pictures are compared with it; that may have been before it was opened
     * @param belongs whether its station still has this camera; one that was exchanged takes no settings
     */
    GuardedCamera(Camera camera, Optional<PictureBands> bands, BooleanSupplier belongs) {
        this.camera = camera;
        this.freshness = new Freshness(bands);
        this.belongs = belongs;
    }

    @Override
    public Shot capture(FrameSource frames) throws CameraException, InterruptedException {
        long asked = System.nanoTime();
        return checked(camera.capture(frames), OptionalLong.of(asked));
    }

    @Override
    public Optional<Shot> await(FrameSource frames, long mostMs) throws CameraException, InterruptedException {
        Optional<Shot> shot = camera.await(frames, mostMs);
        return shot.isPresent() ? Optional.of(checked(shot.get(), OptionalLong.empty())) : shot;
    }

    private Shot checked(Shot shot, OptionalLong asked) throws CameraException {
        Optional<String> trouble = freshness.trouble(shot, asked);
        if (trouble.isPresent()) {
            shot.frame().close();
            String onDemand = Optional.ofNullable(shot.notes().get(Faults.NOTE))
                    .filter(fault -> !fault.equals("none"))
                    .map(fault -> " (fault on demand: " + fault + ")")
                    .orElse("");
            throw new CameraException(Kind.THIS_PICTURE, trouble.get() + onDemand);
        }
        return noted(shot, shot.exposure());
    }

    private static Shot noted(Shot shot, Exposure exposure) {
        Shot stamped = exposure.cameraNanos().isEmpty()
                ? shot
                : shot.noted("cameraNanos", Long.toString(exposure.cameraNanos().getAsLong()));
        return exposure.freshness() == Exposure.Freshness.TRIGGER
                ? stamped
                : stamped.noted("freshness", exposure.freshness().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public CameraIdentity identity() {
        return camera.identity();
    }

    @Override
    public boolean takesByItself() {
        return camera.takesByItself();
    }

    @Override
    public void check() throws CameraException, InterruptedException {
        camera.check();
    }

    @Override
    public boolean adjust(Options options) throws CameraException {
        return belongs.getAsBoolean() && camera.adjust(options);
    }

    @Override
    public void close() {
        camera.close();
    }
}
