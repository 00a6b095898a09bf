package org.shutterline.server.camera.gige;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.shutterline.server.spi.Frame;

/**
 * Where a picture is received.
 *
 * @param memory outside the heap
 * @param frame whose memory it is, if it is a frame's
 */
record Landing(ByteBuffer memory, Optional<Frame> frame) {
    /** It is not used any more. */
    void close() {
        frame.ifPresent(Frame::close);
    }
}
