package org.shutterline.protocol.message;

import java.nio.ByteBuffer;

/**
 * Bytes that someone lends: whoever holds a blob closes it once, and reads it no more after that.
 *
 * <p>Not thread-safe; hand it over whole.
 */
public interface Blob extends AutoCloseable {
    /** A read-only view from position 0, valid until {@link #close()}. */
    ByteBuffer bytes();

    @Override
    void close();

    /** Bytes on the heap, which need no release. */
    static Blob of(byte[] bytes) {
        ByteBuffer view = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
        return new Blob() {
            @Override
            public ByteBuffer bytes() {
                return view.duplicate();
            }

            @Override
            public void close() {
                // the garbage collector's
            }
        };
    }
}
