package org.shutterline.server.net;

import java.time.Duration;

/** How long, and for how many bytes, somebody is served who has to log in and did not yet. Used by the connection's thread. */
final class Patience {
    private static final int MOST_BYTES = 1_024;

    private final long untilNanos;
    private int bytes;

    /** It begins now. */
    Patience(Duration within) {
        this.untilNanos = System.nanoTime() + within.toNanos();
    }

    /** Bytes came, of which none is for people to read yet. */
    void received(int count) {
        bytes += count;
    }

    long leftNanos() {
        return untilNanos - System.nanoTime();
    }

    boolean isOver() {
        return bytes > MOST_BYTES || leftNanos() <= 0;
    }
}
