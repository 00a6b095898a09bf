package org.shutterline.server.net;

import java.time.Duration;
import java.util.Optional;

/** How long, and for how many bytes, somebody is served who has to log in and did not yet. Used by the connection's thread. */
final class Patience {
    private final long untilNanos;
    private final int mostBytes;
    private int bytes;

    /** It begins now. */
    Patience(Duration within, int mostBytes) {
        this.mostBytes = mostBytes;
        this.untilNanos = System.nanoTime() + within.toNanos();
    }

    /** Bytes came, of which none is for people to read yet. */
    void received(int count) {
        bytes += count;
    }

    long leftNanos() {
        return untilNanos - System.nanoTime();
    }

    /** What it ended by, if it did. */
    Optional<Limit> over() {
        if (bytes > mostBytes) {
            return Optional.of(Limit.LOGIN_BYTES);
        }
        return leftNanos() <= 0 ? Optional.of(Limit.LOGIN_TIME) : Optional.empty();
    }
}
