package org.shutterline.server.access;

import java.time.Duration;
import java.util.HashMap;
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

    /** Of so many parts it is known what is theirs. */
    private static final int MOST_PARTS = 8;

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 20;

    private final int free;
    private final Duration longest;
    private final Duration forgotten;
    private final Map<String, Guesses> byName = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param ofPart how many of the wrong ones belong to a part; of some parts only
     * @param untilNanos before then nothing is tried
     */
    private record Guesses(int wrong, Map<String, Integer> ofPart, long lastNanos, long untilNanos) {}

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

    /**
     * It was wrong.
     *
     * @param part of what is counted under the name, which a right one of the same part takes back
     */
    synchronized void wrong(String name, String part, long nowNanos) {
        Optional<Guesses> before = Optional.ofNullable(byName.get(name))
                .filter(guesses -> nowNanos - guesses.lastNanos <= forgotten.toNanos());
        int wrong = 1 + before.map(Guesses::wrong).orElse(0);
        Map<String, Integer> ofPart = new HashMap<>(before.map(Guesses::ofPart).orElse(Map.of()));
        if (ofPart.size() < MOST_PARTS || ofPart.containsKey(part)) {
            ofPart.merge(part, 1, Integer::sum);
        }
        byName.put(
                name,
                new Guesses(wrong, ofPart, nowNanos, nowNanos + waitAfter(wrong).toNanos()));
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

    /** It was right: the wrong ones of this part count no more, those of others do. */
    synchronized void right(String name, String part) {
        byName.computeIfPresent(name, (same, guesses) -> {
            Map<String, Integer> others = new HashMap<>(guesses.ofPart);
            int wrong = guesses.wrong - Optional.ofNullable(others.remove(part)).orElse(0);
            return wrong > 0 ? new Guesses(wrong, others, guesses.lastNanos, guesses.untilNanos) : null;
        });
    }
}
