package org.shutterline.server.station;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.TriggerRequest;

/**
 * The last triggers of a station, so that one sent again is known. It counts by {@link #nowMs}, so that a clock on the wall that
 * is set forgets none. Not thread-safe.
 */
final class OnceMemory {
    private final int mostTriggers;
    private final long mostMs;
    private final Deque<Known> known = new ArrayDeque<>();

    OnceMemory(int mostTriggers, long mostMs) {
        this.mostTriggers = mostTriggers;
        this.mostMs = mostMs;
    }

    /** Time that goes on evenly, in ms from anywhere. */
    static long nowMs() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    /**
     * What happened before a restart, as old as the clock on the wall says; what it says is yet to come happened just now.
     *
     * @param newestFirst what an archive kept
     */
    void recall(List<InspectionResult> newestFirst, Instant wall, long nowMs) {
        for (InspectionResult result : newestFirst) {
            long ageMs = Math.max(
                    0, Duration.between(result.time().toInstant(), wall).toMillis());
            Known one = new Known(result.id(), result.once(), result.part(), nowMs - ageMs);
            one.result = Optional.of(result);
            known.addFirst(one);
        }
        forgetOldest();
    }

    void accepted(long id, TriggerRequest request, long nowMs) {
        known.addLast(new Known(id, request.once(), request.part(), nowMs));
        forgetOldest();
    }

    /** Its row is durable. */
    void kept(InspectionResult result) {
        for (Known one : known) {
            if (one.id == result.id()) {
                one.result = Optional.of(result);
                one.once = result.once();
            }
        }
    }

    /** It has no durable row: the same key takes a new picture. */
    void unsafe(long id) {
        for (Known one : known) {
            if (one.id == id) {
                one.once = Optional.empty();
            }
        }
    }

    /** The trigger of this key, if there was one not too long ago. */
    Optional<Known> find(String once, long nowMs) {
        return known.stream()
                .filter(one -> one.once.isPresent() && one.once.get().equals(once))
                .filter(one -> nowMs - one.atMs <= mostMs)
                .reduce((older, newer) -> newer);
    }

    private void forgetOldest() {
        while (known.size() > mostTriggers) {
            known.removeFirst();
        }
    }

    /** One trigger. */
    static final class Known {
        private final long id;
        private final Optional<String> part;
        private final long atMs;
        private Optional<String> once;
        private Optional<InspectionResult> result = Optional.empty();

        private Known(long id, Optional<String> once, Optional<String> part, long atMs) {
            this.id = id;
            this.once = once;
            this.part = part;
            this.atMs = atMs;
        }

        long id() {
            return id;
        }

        Optional<String> part() {
            return part;
        }

        /** Empty while it is still running. */
        Optional<InspectionResult> result() {
            return result;
        }
    }
}
