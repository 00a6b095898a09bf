package org.shutterline.server.editor;

import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.PlainPicture;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.PixelFormat;

/**
 * A picture to teach or try on. Immutable.
 *
 * @param pixels mono8 or bgr8
 * @param id that of its result; 0 if it is of none
 * @param name for people
 * @param part the name that the trigger gave
 * @param takenAt when it was asked for; now for a file
 * @param label what a person says of the part
 */
record Picture(
        PlainPicture pixels,
        long id,
        String name,
        Optional<String> part,
        OffsetDateTime takenAt,
        Optional<Verdict> label) {

    /** The same as that of a result. */
    Picture of(InspectionResult result) {
        return new Picture(pixels, result.id(), name, result.part(), result.time(), label);
    }

    /** A copy as tools want it; the caller closes it. */
    Frame frame() {
        ByteBuffer memory = ByteBuffer.allocateDirect(pixels.bytes().length);
        memory.put(pixels.bytes()).flip();
        PixelFormat format = pixels.format().equals(PixelFormat.MONO8.word()) ? PixelFormat.MONO8 : PixelFormat.BGR8;
        return new Frame(pixels.widthPx(), pixels.heightPx(), format, memory, () -> {});
    }
}
