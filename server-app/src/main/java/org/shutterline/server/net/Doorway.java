package org.shutterline.server.net;

import java.net.InetAddress;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Who may come in, at all listeners together. Thread-safe. */
final class Doorway {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Limits limits;
    private final LongSupplier nanos;
    private final Map<InetAddress, Integer> inside = new HashMap<>();
    private final Map<InetAddress, Integer> knocks = new HashMap<>();
    private int all;
    private long secondBegan;

    /** @param nanos the clock */
    Doorway(Limits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
        this.secondBegan = nanos.getAsLong();
    }

    /** Somebody connects from there; the limit that forbids it, if one does. */
    synchronized Optional<Limit> knock(InetAddress from) {
        long now = nanos.getAsLong();
        if (now - secondBegan >= SECOND) {
            secondBegan = now;
            knocks.clear();
        }
        return knocks.merge(from, 1, Integer::sum) > limits.connectsASecond()
                ? Optional.of(Limit.CONNECTS_A_SECOND)
                : Optional.empty();
    }

    /** The limit that forbids one more from there, if one does, once others have left who are inside now. */
    synchronized Optional<Limit> full(InetAddress from, Collection<InetAddress> leaving) {
        int most = limits.connections() - (from.isLoopbackAddress() ? 0 : limits.keptForLoopback());
        if (all - leaving.size() >= most) {
            return Optional.of(Limit.CONNECTIONS);
        }
        return inside.getOrDefault(from, 0) - Collections.frequency(leaving, from) >= limits.ofAddress()
                ? Optional.of(Limit.CONNECTIONS_OF_ADDRESS)
                : Optional.empty();
    }

    /** One from there is inside until its place is given back. */
    synchronized Place enter(InetAddress from) {
        all++;
        inside.merge(from, 1, Integer::sum);
        return new Place(from);
    }

    /** How many are inside. */
    synchronized int inside() {
        return all;
    }

    private synchronized void leave(Place place) {
        if (!place.left) {
            place.left = true;
            all--;
            inside.computeIfPresent(place.from, (from, count) -> count > 1 ? count - 1 : null);
        }
    }

    /** The room that one connection takes. */
    final class Place {
        private final InetAddress from;
        private boolean left;

        private Place(InetAddress from) {
            this.from = from;
        }

        /** May be called again, and then does nothing. */
        void giveBack() {
            leave(this);
        }
    }
}
