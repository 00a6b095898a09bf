package org.shutterline.server.spi;

/** Where a camera gets the memory for a picture. Safe for all threads. */
public interface FrameSource {
    /**
     * Memory for one picture, of any content; the caller owns it.
     *
     * @param widthPx 1 to 32,768
     * @param heightPx likewise
     * @throws CameraException if so much memory is not to be had now
     */
    Frame take(int widthPx, int heightPx, PixelFormat format) throws CameraException;
}
