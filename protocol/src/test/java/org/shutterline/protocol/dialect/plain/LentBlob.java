package org.shutterline.protocol.dialect.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.shutterline.protocol.message.Blob;

/** Three bytes, {@code abc}, that count how often they were closed. */
final class LentBlob implements Blob {
    private int closed;

    @Override
    public ByteBuffer bytes() {
        assertThat(closed).as("read after the close").isZero();
        return ByteBuffer.wrap(new byte[] {'a', 'b', 'c'});
    }

    @Override
    public void close() {
        closed++;
    }

    boolean isClosedOnce() {
        return closed == 1;
    }
}
