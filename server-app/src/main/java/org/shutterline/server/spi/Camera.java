package org.shutterline.server.spi;

import java.util.Optional;
import org.shutterline.protocol.plugin.Options;

/**
 * Takes pictures when asked. Used by one thread at a time, always the same; that thread may block in it, and is
 * interrupted when the picture is wanted no more.
 *
 * <p>A driver only delivers. That a picture is not an old one, that the camera is the right one, when it is opened again
 * and what a deadline does is the same for all cameras and not the driver's work.
 */
public interface Camera extends AutoCloseable {
    /**
     * Takes one picture now, exposed after this call began.
     *
     * @param frames where the memory comes from
     * @return a shot whose frame the caller owns
     * @throws CameraException if there is no picture
     * @throws InterruptedException if the caller gave up; the camera is then ready for the next call
     */
    Shot capture(FrameSource frames) throws CameraException, InterruptedException;

    /** Which one it is; asked once after it was opened. */
    default CameraIdentity identity() {
        return CameraIdentity.UNTOLD;
    }

    /**
     * Whether two true pictures may be the same, as a whole or in part, though its driver is a live one: a stream that tells only what
     * has changed since the picture before repeats what is still. Asked once after it was opened.
     */
    default boolean repeatsWhatIsStill() {
        return false;
    }

    /** Whether its settings make it take pictures by itself, when a line of its own rises; then {@link #await} is called whenever nothing is captured. */
    default boolean takesByItself() {
        return false;
    }

    /**
     * Waits for a picture that the camera takes by itself.
     *
     * @param mostMs so long at most, in ms
     * @return a shot whose frame the caller owns, none if none came
     * @throws CameraException if a picture came and could not be had, or the camera is away
     * @throws InterruptedException if the caller gave up
     */
    default Optional<Shot> await(FrameSource frames, long mostMs) throws CameraException, InterruptedException {
        return Optional.empty();
    }

    /**
     * Looks whether the camera is still there, at no cost to the next picture; asked once a second or so while nothing else is.
     *
     * @throws CameraException of the kind CAMERA_AWAY if it is known to be away
     * @throws InterruptedException if something else is asked for
     */
    default void check() throws CameraException, InterruptedException {}

    /**
     * Takes changed settings of the same camera while it is open, such as an exposure time.
     *
     * @return whether it did; if not it is closed and opened with them
     */
    default boolean adjust(Options options) throws CameraException {
        return false;
    }

    /** Frees the camera; never throws. */
    @Override
    void close();
}
