package org.shutterline.client.operator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.Verdict;

/**
 * The last results of one station, each once, whichever way and in whatever order they came; fewer where a server tells more
 * in each than any station has to tell. Used by one thread.
 */
final class ResultLog {
    private static final int MOST = 1_000;
    /** Of all of them as text. A thousand results of 64 values each take less. */
    private static final long MOST_CHARACTERS = 16_000_000;

    private static final Duration LATELY = Duration.ofSeconds(60);

    private final NavigableMap<Long, InspectionResult> byId = new TreeMap<>();
    private final Deque<Instant> arrivals = new ArrayDeque<>();
    private final long[] dropped = new long[Verdict.values().length];
    private long characters;
    private Optional<StationStatus> counted = Optional.empty();
    /** Results up to this id are in what {@link #counted} says, or were counted before the counters were reset. */
    private long countedUpTo;

    /** @return whether it was not known yet */
    boolean add(InspectionResult result) {
        Optional<InspectionResult> known = Optional.ofNullable(byId.put(result.id(), result));
        characters += length(result) - known.map(ResultLog::length).orElse(0);
        while (byId.size() > MOST || characters > MOST_CHARACTERS && byId.size() > 1) {
            drop(byId.pollFirstEntry().getValue());
        }
        return known.isEmpty();
    }

    private static int length(InspectionResult result) {
        return result.toString().length();
    }

    private void drop(InspectionResult oldest) {
        characters -= length(oldest);
        if (oldest.id() > countedUpTo) {
            dropped[oldest.verdict().ordinal()]++;
        }
    }

    /** A result came just now, and not from the past. The last thousand say how many come in a minute. */
    void arrived(Instant now) {
        arrivals.addLast(now);
        if (arrivals.size() > MOST) {
            arrivals.removeFirst();
        }
    }

    /** The server's own counters; results above its last id are counted on top. */
    void counted(StationStatus status) {
        counted = Optional.of(status);
        countFrom(status.lastId());
    }

    /** Where the server counts nothing: results count from now on. */
    void countFromHere() {
        countFrom(newestId());
    }

    private void countFrom(long id) {
        countedUpTo = id;
        Arrays.fill(dropped, 0);
    }

    /** The highest id, 0 if there is none. */
    long newestId() {
        return byId.isEmpty() ? 0 : byId.lastKey();
    }

    Optional<InspectionResult> newest() {
        return byId.isEmpty() ? Optional.empty() : Optional.of(byId.lastEntry().getValue());
    }

    Optional<InspectionResult> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Newest first. */
    List<InspectionResult> last(int most) {
        return byId.descendingMap().values().stream().limit(most).toList();
    }

    int countAfter(long id) {
        return byId.tailMap(id, false).size();
    }

    OperatorState.Counts counts(Instant now) {
        long[] more = dropped.clone();
        byId.tailMap(countedUpTo, false)
                .values()
                .forEach(result -> more[result.verdict().ordinal()]++);
        return new OperatorState.Counts(
                counted.map(StationStatus::ok).orElse(0L) + more[Verdict.OK.ordinal()],
                counted.map(StationStatus::ng).orElse(0L) + more[Verdict.NG.ordinal()],
                counted.map(StationStatus::unknown).orElse(0L) + more[Verdict.UNKNOWN.ordinal()],
                perMinute(now));
    }

    private OptionalDouble perMinute(Instant now) {
        while (!arrivals.isEmpty() && arrivals.peekFirst().isBefore(now.minus(LATELY))) {
            arrivals.removeFirst();
        }
        if (arrivals.size() < 2) {
            return OptionalDouble.empty();
        }
        long spanMs = Duration.between(arrivals.peekFirst(), now).toMillis();
        return OptionalDouble.of((arrivals.size() - 1) * 60_000.0 / Math.max(1, spanMs));
    }

    void clear() {
        byId.clear();
        characters = 0;
        arrivals.clear();
        counted = Optional.empty();
        countFrom(0);
    }
}
