package org.shutterline.server.camera.gige;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.FrameSource;

/**
 * Memory to receive pictures in: that of frames where the camera's bytes are those of a frame, so that nothing is copied;
 * else memory of its own, whose pixels are brought into a frame.
 */
final class LandingField {
    private final PictureKind kind;
    private final Deque<ByteBuffer> own = new ArrayDeque<>();

    LandingField(PictureKind kind) {
        this.kind = kind;
    }

    /** Room for one picture. */
    Landing take(FrameSource frames) throws CameraException {
        if (kind.landsInFrames()) {
            Frame frame = kind.take(frames);
            return new Landing(frame.pixels(), Optional.of(frame));
        }
        return ofItsOwn();
    }

    /** Room for a picture that becomes no frame. */
    Landing ofItsOwn() throws CameraException {
        return new Landing(own.isEmpty() ? fresh() : own.pop(), Optional.empty());
    }

    private ByteBuffer fresh() throws CameraException {
        try {
            return ByteBuffer.allocateDirect(kind.payloadBytes());
        } catch (OutOfMemoryError none) {
            throw new CameraException(
                    CameraException.Kind.THIS_PICTURE, "there is no memory to receive a picture", none);
        }
    }

    /** The picture that was received, as a frame of the caller; the landing is used up. */
    Frame frame(Landing landing, FrameSource frames) throws CameraException {
        if (landing.frame().isPresent()) {
            return landing.frame().get();
        }
        try {
            Frame frame = kind.take(frames);
            kind.layout().develop(landing.memory().duplicate().limit((int) kind.pixelBytes()), frame);
            return frame;
        } finally {
            giveBack(landing);
        }
    }

    void giveBack(Landing landing) {
        if (landing.frame().isPresent()) {
            landing.close();
        } else {
            own.push(landing.memory());
        }
    }
}
