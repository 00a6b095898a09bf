package org.shutterline.server.spi;

/**
 * Takes pictures when asked. Used by one thread at a time, always the same; that thread may block in it, and is
 * interrupted when the picture is wanted no more.
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

    /** Frees the camera; never throws. */
    @Override
    void close();
}
