package org.shutterline.server.net;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Knows whether the process stood still (frozen, swapped out, suspended): a thread {@code stillness} ticks every 100 ms,
 * and a gap of more than 1 s between two ticks is a standstill, which is told for 50 ms after its end.
 *
 * <p>Thread-safe.
 */
public final class Stillness implements AutoCloseable {
    private static final long TICK_NANOS = 100_000_000;
    private static final long GAP_NANOS = 1_000_000_000;
    private static final long TOLD_NANOS = 50_000_000;

    private final LongSupplier clock;
    private volatile long lastTick;
    private volatile long lastEnd;
    private volatile boolean closed;

    Stillness(LongSupplier clock) {
        this.clock = clock;
        this.lastTick = clock.getAsLong();
        this.lastEnd = lastTick - TOLD_NANOS - 1;
    }

    /** Starts ticking. */
    public static Stillness watching() {
        Stillness stillness = new Stillness(System::nanoTime);
        Thread thread = new Thread(stillness::tickOn, "stillness");
        thread.setDaemon(true);
        thread.start();
        return stillness;
    }

    /**
     * Whether the process stood still for more than 1 s and went on less than 50 ms before.
     *
     * @param nowNanos {@link System#nanoTime()}
     */
    public boolean stoodStill(long nowNanos) {
        return !closed && (nowNanos - lastTick > GAP_NANOS || nowNanos - lastEnd <= TOLD_NANOS);
    }

    @Override
    public void close() {
        closed = true;
    }

    void tick() {
        long now = clock.getAsLong();
        if (now - lastTick > GAP_NANOS) {
            lastEnd = now;
        }
        lastTick = now;
    }

    private void tickOn() {
        while (!closed) {
            LockSupport.parkNanos(TICK_NANOS);
            tick();
        }
    }
}
