package org.shutterline.server.camera.video;

import java.util.OptionalLong;
import org.shutterline.server.spi.Exposure;
import org.shutterline.server.spi.Exposure.Freshness;

/**
 * When a picture of a stream came about.
 *
 * @param number counts the whole pictures of this stream from 1
 * @param arrivedNanos {@link System#nanoTime()} when all of it had arrived
 * @param exposedNanos {@link System#nanoTime()} by the time stamp of its source, where that has the same clock
 */
record Fresh(long number, long arrivedNanos, OptionalLong exposedNanos) {
    /** Whether it was surely exposed after this time, if it never takes longer than these latencies. */
    boolean isAfter(long askedNanos, Latency latency) {
        return exposedNanos.isPresent()
                ? exposedNanos.getAsLong() - askedNanos >= latency.stampNanos()
                : arrivedNanos - askedNanos >= latency.arrivalNanos();
    }

    Exposure exposure() {
        return new Exposure(
                OptionalLong.of(number),
                exposedNanos,
                exposedNanos,
                OptionalLong.of(arrivedNanos),
                exposedNanos.isPresent() ? Freshness.STAMP : Freshness.ARRIVAL);
    }
}
