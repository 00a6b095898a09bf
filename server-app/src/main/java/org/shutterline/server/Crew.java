package org.shutterline.server;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that all parts of one server share; docs/threads.md has them all. Safe for all threads. */
final class Crew implements AutoCloseable {
    private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(1, named("deadlines"));
    private final ExecutorService lookups = Executors.newFixedThreadPool(2, named("look-up"));
    private final ExecutorService replays = Executors.newSingleThreadExecutor(named("replay"));
    private final ExecutorService counting = Executors.newSingleThreadExecutor(named("counting"));

    Crew() {
        deadlines.setRemoveOnCancelPolicy(true);
    }

    private static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Wakes when a trigger's deadline is near; its tasks are short. */
    ScheduledThreadPoolExecutor deadlines() {
        return deadlines;
    }

    /** Answers what must be read from the disk. */
    ExecutorService lookups() {
        return lookups;
    }

    /** Runs flight records again, which may take long. */
    ExecutorService replays() {
        return replays;
    }

    /** Counts results for the statistics of the window. */
    ExecutorService counting() {
        return counting;
    }

    /** What is looked up or counted comes to its end; what is run again, or waits for its time, does not. */
    @Override
    public void close() {
        lookups.shutdown();
        replays.shutdownNow();
        counting.shutdown();
        deadlines.shutdownNow();
    }
}
