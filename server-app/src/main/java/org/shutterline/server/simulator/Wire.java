package org.shutterline.server.simulator;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/** One connection as bytes. */
interface Wire extends AutoCloseable {
    /** Opens connections to one peer. */
    @FunctionalInterface
    interface Opener {
        /** @throws IOException if there is none to be had */
        Wire open() throws IOException;
    }

    /** Writes these bytes in one piece. */
    void send(byte[] bytes) throws IOException;

    /**
     * The next bytes.
     *
     * @return empty if none came in time
     * @throws IOException if the peer has closed, or the connection broke
     */
    Optional<ByteBuffer> receive(Duration patience) throws IOException;

    /** Breaks the connection off, so that the peer is told of a reset. */
    void reset();

    @Override
    void close();
}
