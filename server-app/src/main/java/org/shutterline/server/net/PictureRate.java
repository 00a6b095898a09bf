package org.shutterline.server.net;

import java.time.Duration;

/**
 * Whether a peer takes a picture that it asked for fast enough: who holds one of the few places in memory and takes some bytes
 * now and then would keep it from all others. Only time in which something waits for the peer counts. Used by one thread at a
 * time.
 */
final class PictureRate {
    private final long windowNanos;
    private final long leastBytes;
    private long picture;
    private long fromNanos;
    private long taken;

    /**
     * @param window over which it is measured
     * @param bytesASecond that are to be taken at least; 0 is any number
     */
    PictureRate(Duration window, long bytesASecond) {
        this.windowNanos = window.toNanos();
        this.leastBytes = bytesASecond * window.toMillis() / 1_000;
    }

    void taken(long bytes) {
        taken += bytes;
    }

    /** Nothing waits for the peer. */
    void rest() {
        picture = 0;
    }

    /**
     * Whether less was taken in a whole window of one picture.
     *
     * @param now the number of the picture that is on its way, 0 for none
     */
    boolean isTooLow(long now, long nowNanos) {
        if (now == 0 || now != picture) {
            begin(now, nowNanos);
            return false;
        }
        if (nowNanos - fromNanos < windowNanos) {
            return false;
        }
        boolean low = taken < leastBytes;
        begin(now, nowNanos);
        return low;
    }

    /** How long {@link #isTooLow} need not be asked, at most {@code atMost}. */
    long waitNanos(long nowNanos, long atMost) {
        return picture == 0 ? atMost : Math.min(atMost, fromNanos + windowNanos - nowNanos);
    }

    private void begin(long now, long nowNanos) {
        picture = now;
        fromNanos = nowNanos;
        taken = 0;
    }
}
