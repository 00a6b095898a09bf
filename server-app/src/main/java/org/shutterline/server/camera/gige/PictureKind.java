package org.shutterline.server.camera.gige;

import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.FrameSource;

/**
 * What pictures a camera sends.
 *
 * @param payloadBytes what it sends for one; more than the pixels if it adds something behind them
 */
record PictureKind(int widthPx, int heightPx, PixelLayout layout, int payloadBytes) {
    long pixelBytes() {
        return layout.bytes(widthPx, heightPx);
    }

    Frame take(FrameSource frames) throws CameraException {
        return frames.take(widthPx, heightPx, layout.becomes());
    }

    /** Whether the camera's packets can be received in the memory of a frame. */
    boolean landsInFrames() {
        return layout.isPlain() && payloadBytes == pixelBytes();
    }
}
