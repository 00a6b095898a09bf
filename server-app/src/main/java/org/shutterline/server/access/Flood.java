package org.shutterline.server.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Lets some lines of each kind through and sums up those after them: of a second first, then of a minute, then of each hour.
 * A kind of which an hour brings none begins anew. Safe for all threads.
 */
final class Flood {
    /** Beyond so many kinds all that are new are one. */
    private static final int MOST_KINDS = 1_024;

    private static final String ALL_OTHERS = "";

    private enum Span {
        SECOND("1 s", Duration.ofSeconds(1)),
        MINUTE("1 min", Duration.ofMinutes(1)),
        HOUR("1 h", Duration.ofHours(1));

        private final String words;
        private final long nanos;

        Span(String words, Duration length) {
            this.words = words;
            this.nanos = length.toNanos();
        }

        Span next() {
            return values()[Math.min(ordinal() + 1, HOUR.ordinal())];
        }
    }

    private final int most;
    private final LongSupplier nanoTime;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    /** @param most so many of a kind pass */
    Flood(int most, LongSupplier nanoTime) {
        this.most = most;
        this.nanoTime = nanoTime;
    }

    /** Whether this one passes; if not, it is in a sum later. */
    synchronized boolean admits(String name, Entry entry) {
        long now = nanoTime.getAsLong();
        String counted = kinds.containsKey(name) || kinds.size() < MOST_KINDS ? name : ALL_OTHERS;
        return kinds.computeIfAbsent(counted, fresh -> new Kind()).admits(entry, now);
    }

    /** The sums whose time has come; to be asked for about each second. */
    synchronized List<Entry> due() {
        long now = nanoTime.getAsLong();
        List<Entry> due = new ArrayList<>();
        for (Iterator<Kind> all = kinds.values().iterator(); all.hasNext(); ) {
            Kind kind = all.next();
            if (now - kind.untilNanos >= 0) {
                kind.sum(due);
                if (!kind.goesOn(now)) {
                    all.remove();
                }
            }
        }
        return due;
    }

    /** All that was not told yet. */
    synchronized List<Entry> rest() {
        List<Entry> rest = new ArrayList<>();
        kinds.values().forEach(kind -> kind.sum(rest));
        kinds.clear();
        return rest;
    }

    /** What is known of one kind. */
    private final class Kind {
        private int passed;
        private boolean flooded;
        private Span span = Span.SECOND;
        private long untilNanos;
        private long held;
        private Entry last;

        boolean admits(Entry entry, long now) {
            if (passed < most) {
                passed++;
                untilNanos = now + Span.HOUR.nanos;
                return true;
            }
            if (!flooded) {
                flooded = true;
                untilNanos = now + span.nanos;
            }
            held++;
            last = entry;
            return false;
        }

        /** Adds the line that tells of all that were held back since the one before. */
        void sum(List<Entry> sums) {
            if (held > 0) {
                String outcome = last.outcome() + "; the last of " + held + " within " + span.words;
                sums.add(new Entry(last.at(), last.who(), last.from(), last.deed(), outcome));
            }
        }

        boolean goesOn(long now) {
            if (!flooded || held == 0 && span == Span.HOUR) {
                return false;
            }
            span = span.next();
            untilNanos = now + span.nanos;
            held = 0;
            return true;
        }
    }
}
