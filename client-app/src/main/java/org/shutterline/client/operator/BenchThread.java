package org.shutterline.client.operator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bench with a thread of its own, named {@code operator}. What is handed in after its end is dropped. */
public final class BenchThread implements Bench, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BenchThread.class);

    private final Clock clock;
    private final ScheduledThreadPoolExecutor thread;

    public BenchThread(Clock clock) {
        this.clock = clock;
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, "operator");
            made.setDaemon(true);
            return made;
        });
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public void run(Runnable task) {
        after(Duration.ZERO, task);
    }

    @Override
    public Alarm after(Duration wait, Runnable task) {
        try {
            ScheduledFuture<?> due = thread.schedule(() -> guarded(task), wait.toMillis(), TimeUnit.MILLISECONDS);
            return () -> due.cancel(false);
        } catch (RejectedExecutionException ended) {
            return () -> {};
        }
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error wrong) {
            LOG.error("The operator's bench goes on after an error of its own", wrong);
        }
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
