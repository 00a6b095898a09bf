package org.shutterline.server.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A bench whose time passes only when it is cranked; everything runs on the test's own thread. */
public final class HandCrankedBench implements Bench {
    private final Deque<Runnable> due = new ArrayDeque<>();
    private final List<Again> again = new ArrayList<>();
    private Instant now;

    private static final class Again {
        private final Duration period;
        private final Runnable task;
        private Instant next;

        private Again(Duration period, Runnable task, Instant next) {
            this.period = period;
            this.task = task;
            this.next = next;
        }
    }

    public HandCrankedBench(Instant start) {
        now = start;
    }

    @Override
    public void run(Runnable task) {
        due.add(task);
    }

    @Override
    public void every(Duration period, Runnable task) {
        again.add(new Again(period, task, now.plus(period)));
    }

    @Override
    public void aside(Runnable task) {
        due.add(task);
    }

    @Override
    public Instant now() {
        return now;
    }

    /** Does all that is due now. */
    public void settle() {
        while (!due.isEmpty()) {
            due.poll().run();
        }
    }

    /** Lets time pass, doing each thing at its time. */
    public void pass(Duration time) {
        settle();
        Instant end = now.plus(time);
        while (true) {
            Again first = again.stream()
                    .filter(task -> !task.next.isAfter(end))
                    .min((a, b) -> a.next.compareTo(b.next))
                    .orElse(null);
            if (first == null) {
                break;
            }
            now = first.next;
            first.next = first.next.plus(first.period);
            first.task.run();
            settle();
        }
        now = end;
    }
}
