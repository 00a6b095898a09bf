package org.shutterline.server.station;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.shutterline.protocol.message.StationStatus;

/**
 * The state machine of a station, the lock that guards it, and whoever is told of it. The lock is held for moments only, never
 * while a camera, a tool or a disk works.
 */
final class Guard {
    final Object lock = new Object();
    /** Only with the lock held. */
    final Station station;

    private final Object telling = new Object();
    private final StationListener listener;

    Guard(Station station, StationListener listener) {
        this.station = station;
        this.listener = listener;
    }

    StationStatus status() {
        synchronized (lock) {
            return station.status();
        }
    }

    /** Tells how it stands, in the order in which it became so: a state that was overtaken is never told last. */
    void changed() {
        synchronized (telling) {
            listener.changed(status());
        }
    }

    /** Waits, the lock being held and freed meanwhile, until it is so; at most so long. Returns whether it is. */
    boolean await(BooleanSupplier so, long mostMs) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(mostMs);
        while (!so.getAsBoolean() && until - System.nanoTime() > 0) {
            TimeUnit.NANOSECONDS.timedWait(lock, until - System.nanoTime());
        }
        return so.getAsBoolean();
    }
}
