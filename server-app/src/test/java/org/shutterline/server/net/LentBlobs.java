package org.shutterline.server.net;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.shutterline.protocol.message.Blob;

/** Counts the blobs that are out, and how many ever were at once. */
final class LentBlobs {
    private final AtomicInteger out = new AtomicInteger();
    private volatile int most;

    Blob lend(byte[] bytes) {
        most = Math.max(most, out.incrementAndGet());
        AtomicBoolean closed = new AtomicBoolean();
        return new Blob() {
            @Override
            public ByteBuffer bytes() {
                return ByteBuffer.wrap(bytes);
            }

            @Override
            public void close() {
                if (!closed.compareAndSet(false, true)) {
                    throw new IllegalStateException("closed twice");
                }
                out.decrementAndGet();
            }
        };
    }

    int out() {
        return out.get();
    }

    int most() {
        return most;
    }
}
