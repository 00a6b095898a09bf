package org.shutterline.server.monitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bench with two threads of its own, such as {@code monitor} and {@code monitor-files}. What is handed in after its end is dropped. */
public final class BenchThread implements Bench, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BenchThread.class);

    private final Clock clock;
    private final String name;
    private final ScheduledExecutorService thread;
    private final ExecutorService files;

    public BenchThread(String name, Clock clock) {
        this.name = name;
        this.clock = clock;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, name));
        this.files = Executors.newSingleThreadExecutor(task -> daemon(task, name + "-files"));
    }

    private static Thread daemon(Runnable task, String name) {
        Thread made = new Thread(task, name);
        made.setDaemon(true);
        return made;
    }

    @Override
    public void run(Runnable task) {
        handIn(thread, task);
    }

    @Override
    public void every(Duration period, Runnable task) {
        thread.scheduleWithFixedDelay(guarded(task), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void aside(Runnable task) {
        handIn(files, task);
    }

    private void handIn(ExecutorService to, Runnable task) {
        try {
            to.execute(guarded(task));
        } catch (RejectedExecutionException ended) {
            LOG.debug("{} has ended", name);
        }
    }

    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error wrong) {
                LOG.error("{} goes on after an error of its own", name, wrong);
            }
        };
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    /** Ends when all is done that was handed in; what comes later is dropped, and what is done again and again is not. */
    public void endWhenDone() {
        thread.shutdown();
        files.shutdown();
    }

    @Override
    public void close() {
        thread.shutdownNow();
        files.shutdown();
    }
}
