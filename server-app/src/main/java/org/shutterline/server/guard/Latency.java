package org.shutterline.server.guard;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * How long the pictures of a live camera take until they are here, as changes of the light showed it.
 *
 * @param changes how often the light was changed
 * @param seenNanos for each change that was seen in the pictures: from the change until the first picture that was exposed
 *     wholly after it; that picture took no longer, and less by one interval at most
 * @param intervalNanos from one picture to the next, usually; 0 while it is not known
 */
public record Latency(int changes, List<Long> seenNanos, long intervalNanos) {
    private static final int FEWEST = 3;

    public Latency {
        seenNanos = seenNanos.stream().sorted().toList();
    }

    /** What the setting {@code latencyMs} must be; empty if too few changes were seen to tell. */
    public OptionalInt latencyMs() {
        return seenNanos.size() < FEWEST ? OptionalInt.empty() : OptionalInt.of(ms(seenNanos.size() - 1));
    }

    /** The longest less the shortest, in ms. Up to one interval is not the camera's: it was not about to expose. */
    public OptionalInt spreadMs() {
        return seenNanos.isEmpty() ? OptionalInt.empty() : OptionalInt.of(ms(seenNanos.size() - 1) - ms(0));
    }

    /** In the middle of all, in ms. */
    public OptionalInt medianMs() {
        return seenNanos.isEmpty() ? OptionalInt.empty() : OptionalInt.of(ms(seenNanos.size() / 2));
    }

    private int ms(int place) {
        return Math.toIntExact(TimeUnit.NANOSECONDS.toMillis(seenNanos.get(place) + 999_999));
    }
}
