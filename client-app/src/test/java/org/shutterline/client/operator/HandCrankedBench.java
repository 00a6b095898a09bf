package org.shutterline.client.operator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A bench whose time passes only when it is cranked; everything runs on the test's own thread. */
public final class HandCrankedBench implements Bench {
    private final Deque<Runnable> due = new ArrayDeque<>();
    private final List<Later> later = new ArrayList<>();
    private Instant now;

    private record Later(Instant at, Runnable task) {}

    public HandCrankedBench(Instant start) {
        now = start;
    }

    @Override
    public void run(Runnable task) {
        due.add(task);
    }

    @Override
    public Alarm after(Duration wait, Runnable task) {
        Later entry = new Later(now.plus(wait), task);
        later.add(entry);
        return () -> later.remove(entry);
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
        Optional<Later> next = nextUntil(end);
        while (next.isPresent()) {
            later.remove(next.get());
            now = next.get().at();
            next.get().task().run();
            settle();
            next = nextUntil(end);
        }
        now = end;
    }

    private Optional<Later> nextUntil(Instant end) {
        return later.stream().filter(entry -> !entry.at().isAfter(end)).min(Comparator.comparing(Later::at));
    }
}
