package org.shutterline.server.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes whoever guesses wait: after some free tries each wrong one doubles the wait, up to a limit. Each name has its own
 * wait; nothing else waits. Times are nanoseconds and compared by their difference. Safe for all threads.
 */
final class BackOff {
    /** So many are remembered; beyond that those who have waited longest are forgotten, not those who guess now. */
    private static final int MOST = 4_096;

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 20;

    private final int free;
    private final Duration longest;
    private final Duration forgotten;
    private final Map<String, Guesses> byName = new LinkedHashMap<>(16, 0.75f, true);

    /** @param untilNanos before then nothing is tried */
    private record Guesses(int wrong, long lastNanos, long untilNanos) {}

    /**
     * @param free so many wrong ones cost nothing
     * @param longest no wait is longer
     * @param forgotten after so long without another wrong one all is as at first
     */
    BackOff(int free, Duration longest, Duration forgotten) {
        this.free = free;
        this.longest = longest;
        this.forgotten = forgotten;
    }

    /** How long the next try has to wait; not above 0 if it need not. */
    synchronized Duration wait(String name, long nowNanos) {
        return Optional.ofNullable(byName.get(name))
                .map(guesses -> Duration.ofNanos(guesses.untilNanos - nowNanos))
                .orElse(Duration.ZERO);
    }

    /** It was wrong. */
    synchronized void wrong(String name, long nowNanos) {
        int wrong = 1
                + Optional.ofNullable(byName.get(name))
                        .filter(before -> nowNanos - before.lastNanos <= forgotten.toNanos())
                        .map(Guesses::wrong)
                        .orElse(0);
        byName.put(
                name, new Guesses(wrong, nowNanos, nowNanos + waitAfter(wrong).toNanos()));
        if (byName.size() > MOST) {
            byName.remove(byName.keySet().iterator().next());
        }
    }

    private Duration waitAfter(int wrong) {
        int over = wrong - free;
        if (over <= 0) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST.multipliedBy(1L << Math.min(MOST_DOUBLINGS, over - 1));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }

    /** It was right. */
    synchronized void right(String name) {
        byName.remove(name);
    }
}
