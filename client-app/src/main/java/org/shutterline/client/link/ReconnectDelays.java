package org.shutterline.client.link;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next try: 0.25 s, doubling to 5 s, each up to a fifth shorter by chance so that many
 * clients do not come back in one moment. The first three tries fall within 2 s. Used by one thread.
 */
public final class ReconnectDelays {
    private static final long FIRST_MS = 250;
    private static final long LONGEST_MS = 5_000;
    private static final double SPREAD = 0.2;

    private final DoubleSupplier chance;
    private long nextMs = FIRST_MS;

    /** @param chance numbers from 0 to below 1 */
    public ReconnectDelays(DoubleSupplier chance) {
        this.chance = chance;
    }

    /** The wait before the next try. */
    public Duration next() {
        long ms = nextMs;
        nextMs = Math.min(LONGEST_MS, ms * 2);
        return Duration.ofMillis(Math.round(ms * (1 - SPREAD * chance.getAsDouble())));
    }

    /** A connection stood: the next wait is the shortest again. */
    public void restart() {
        nextMs = FIRST_MS;
    }
}
