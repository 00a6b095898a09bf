package org.shutterline.server.camera.gige;

import java.util.Optional;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.Shot;

/** How pictures are taken: one implementation for each kind of trigger. Used by one thread. */
interface Pace {
    /** Makes ready after the camera was opened. */
    void begin() throws CameraException, InterruptedException;

    /** Exposure or frame rate were changed. */
    default void adjusted() throws CameraException {}

    /** @see org.shutterline.server.spi.Camera#capture */
    Shot capture(FrameSource frames) throws CameraException, InterruptedException;

    /** @see org.shutterline.server.spi.Camera#await */
    default Optional<Shot> await(FrameSource frames, long mostMs) throws CameraException, InterruptedException {
        return Optional.empty();
    }

    /** Gives back what it holds. */
    default void close() {}
}
