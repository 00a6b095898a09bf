package org.shutterline.server.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Who changes which job: one at a time. Whoever has a job keeps it by going on; it is free again when he lets it go, or did
 * nothing with it for a while. Safe for all threads.
 */
public final class EditLeases {
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Map<String, Lease> byJob = new HashMap<>();

    /** @param nanoTime as {@link System#nanoTime()} */
    public EditLeases(Clock clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /**
     * Somebody who changes jobs.
     *
     * @param key the same for one and the same
     * @param who for people
     * @param from where: an address, or {@link Seat#WINDOW}
     * @param idle after so long without a change it is free again
     */
    public record Editor(String key, String who, String from, Duration idle) {}

    /**
     * Who has a job.
     *
     * @param since when he began
     */
    public record Holder(String who, String from, Instant since) {}

    private record Lease(Editor editor, Instant since, long usedNanos) {
        Holder holder() {
            return new Holder(editor.who(), editor.from(), since);
        }
    }

    /**
     * Takes a job for somebody, or lets him go on with it.
     *
     * @return who else has it; empty if it is his now
     */
    public synchronized Optional<Holder> take(String job, Editor editor) {
        Optional<Lease> now = lease(job);
        Optional<Holder> other =
                now.filter(lease -> !lease.editor().key().equals(editor.key())).map(Lease::holder);
        if (other.isEmpty()) {
            Instant since = now.map(Lease::since).orElseGet(clock::instant);
            byJob.put(job, new Lease(editor, since, nanoTime.getAsLong()));
        }
        return other;
    }

    /** Who has a job, but for one. */
    public synchronized Optional<Holder> other(String job, String key) {
        return lease(job).filter(lease -> !lease.editor().key().equals(key)).map(Lease::holder);
    }

    private Optional<Lease> lease(String job) {
        long now = nanoTime.getAsLong();
        byJob.values()
                .removeIf(lease ->
                        now - lease.usedNanos() >= lease.editor().idle().toNanos());
        return Optional.ofNullable(byJob.get(job));
    }

    /** Somebody is done with a job. */
    public synchronized void free(String job, String key) {
        byJob.computeIfPresent(job, (name, lease) -> lease.editor().key().equals(key) ? null : lease);
    }

    /** A place has gone, and with it all that was changed from there last. */
    public synchronized void freeAllFrom(String place) {
        byJob.values().removeIf(lease -> lease.editor().from().equals(place));
    }

    /** Somebody has gone, and with him all that he had. */
    public synchronized void freeAll(String key) {
        byJob.values().removeIf(lease -> lease.editor().key().equals(key));
    }
}
