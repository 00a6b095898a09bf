package org.shutterline.server.station;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The runs of a station that are not answered yet, and one timer for them all, set to the oldest: deadlines come in the
 * order of triggers, and a timer for each would wake its thread with each trigger. Guarded by the lock of its station.
 */
final class DeadlineWatch {
    /** Told on the timer's thread, without the lock. */
    interface Site {
        /** So little time is left that what has no verdict must get one now. */
        void near(Run run);

        /** The deadline is there; does nothing for a run that was answered meanwhile. */
        void passed(Run run);
    }

    private final StationPlan plan;
    private final ScheduledExecutorService timer;
    private final Object lock;
    private final Site site;
    /** In the order of ids; those whose deadline is near are in {@link #near}. */
    private final Deque<Run> unanswered = new ArrayDeque<>();

    private final List<Run> near = new ArrayList<>();
    private boolean set;

    DeadlineWatch(StationPlan plan, ScheduledExecutorService timer, Object lock, Site site) {
        this.plan = plan;
        this.timer = timer;
        this.lock = lock;
        this.site = site;
    }

    /** With the lock held. */
    void accepted(Run run) {
        unanswered.add(run);
        set();
    }

    /** With the lock held. */
    void answered(Run run) {
        unanswered.remove(run);
        near.remove(run);
    }

    /** With the lock held. */
    boolean isAllAnswered() {
        return unanswered.isEmpty() && near.isEmpty();
    }

    /** With the lock held; those whose deadline is near are the older ones. */
    OptionalLong lowestId() {
        return Stream.concat(near.stream(), unanswered.stream())
                .mapToLong(run -> run.id)
                .findFirst();
    }

    private void set() {
        if (!set && !unanswered.isEmpty()) {
            set = true;
            timer.schedule(this::due, nanosTo(unanswered.getFirst(), plan.reserveMs()), TimeUnit.NANOSECONDS);
        }
    }

    private void due() {
        List<Run> due = new ArrayList<>();
        synchronized (lock) {
            set = false;
            while (!unanswered.isEmpty() && nanosTo(unanswered.getFirst(), plan.reserveMs()) <= 0) {
                due.add(unanswered.removeFirst());
            }
            near.addAll(due);
            set();
        }
        for (Run run : due) {
            site.near(run);
            timer.schedule(() -> site.passed(run), nanosTo(run, 0), TimeUnit.NANOSECONDS);
        }
    }

    private long nanosTo(Run run, int beforeMs) {
        return run.readAtNanos + TimeUnit.MILLISECONDS.toNanos(plan.deadlineMs() - beforeMs) - System.nanoTime();
    }
}
