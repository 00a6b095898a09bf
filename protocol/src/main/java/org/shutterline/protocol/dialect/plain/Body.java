package org.shutterline.protocol.dialect.plain;

import java.util.Arrays;
import java.util.function.Function;
import org.shutterline.protocol.line.LineFramer;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.spi.ClientStep;

/** The bytes of a picture while they come. Takes memory as they come, not as they were promised. One thread. */
final class Body {
    private static final int FIRST_CAPACITY = 1 << 20;

    private final PictureHead head;
    private final Function<Picture, ClientStep> whole;
    private byte[] bytes;
    private int filled;

    /** @param whole what to do with the picture */
    Body(PictureHead head, Function<Picture, ClientStep> whole) {
        this.head = head;
        this.whole = whole;
        this.bytes = new byte[Math.min(head.length(), FIRST_CAPACITY)];
    }

    /** Takes what is there; true once all bytes have come. */
    boolean fill(LineFramer framer) {
        while (filled < head.length()) {
            if (filled == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(head.length(), 2L * bytes.length));
            }
            int count = framer.read(bytes, filled, bytes.length - filled);
            if (count == 0) {
                return false;
            }
            filled += count;
        }
        return true;
    }

    ClientStep step() {
        return whole.apply(head.with(bytes));
    }
}
