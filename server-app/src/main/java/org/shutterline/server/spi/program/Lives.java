package org.shutterline.server.spi.program;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.shutterline.server.spi.ToolException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lives of a program, one after the other: when one is over what is left of it is killed, and the next begins, after
 * longer and longer waits if none comes to answer. Safe for all threads.
 */
final class Lives {
    private static final Logger LOG = LoggerFactory.getLogger(Lives.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 10;

    private final ProgramPlan plan;
    private final Thread keeper;
    private final Object lock = new Object();
    private Optional<Running> running;
    private String trouble = "";
    private long nextStartNanos;
    private int failures;
    private boolean closed;

    Lives(ProgramPlan plan, Running first) {
        this.plan = plan;
        this.running = Optional.of(first);
        this.keeper = new Thread(() -> keep(first), "program-" + plan.name() + "-keep");
        keeper.setDaemon(true);
    }

    void begin() {
        keeper.start();
    }

    /**
     * Waits until one can be asked.
     *
     * @throws ToolException if there is none by then, or there will be none
     */
    Running awaitReady(long until) throws ToolException {
        synchronized (lock) {
            while (true) {
                if (closed) {
                    throw new ToolException("its program is closed");
                }
                if (running.isPresent()
                        && running.get().ready().isDone()
                        && !running.get().over().isDone()) {
                    return running.get();
                }
                long left = until - System.nanoTime();
                if (left <= 0 || running.isEmpty() && nextStartNanos - until > 0) {
                    throw new ToolException(
                            running.isPresent() && !running.get().over().isDone()
                                    ? "its program is not ready yet" + (trouble.isEmpty() ? "" : "; before, " + trouble)
                                    : "its program does not run: " + trouble);
                }
                waitFor(left);
            }
        }
    }

    private void waitFor(long nanos) throws ToolException {
        try {
            TimeUnit.NANOSECONDS.timedWait(lock, nanos);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new ToolException("it was interrupted", end);
        }
    }

    /** It did what it is for: when it fails the next time, the wait is short again. */
    void answered() {
        synchronized (lock) {
            failures = 0;
        }
    }

    private void keep(Running first) {
        Optional<Running> next = Optional.of(first);
        try {
            while (next.isPresent()) {
                live(next.get());
                next = restart();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets it work until it is over, and cleans up behind it. */
    private void live(Running one) throws InterruptedException {
        try {
            awaitHello(one);
            String why = one.over().join();
            failed(why);
        } finally {
            one.end();
        }
    }

    private void awaitHello(Running one) throws InterruptedException {
        try {
            CompletableFuture.anyOf(one.ready(), one.over())
                    .get(plan.startLimit().toNanos(), TimeUnit.NANOSECONDS);
            synchronized (lock) {
                lock.notifyAll();
            }
        } catch (TimeoutException silent) {
            one.condemn("it did not say hello within " + plan.startLimit().toMillis() + " ms");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void failed(String why) {
        synchronized (lock) {
            running = Optional.empty();
            trouble = why;
            failures++;
            long wait = failures == 1
                    ? 0
                    : Math.min(LONGEST_WAIT.toNanos(), FIRST_WAIT.toNanos() << Math.min(MOST_DOUBLINGS, failures - 2));
            nextStartNanos = System.nanoTime() + wait;
            lock.notifyAll();
            if (!closed) {
                LOG.warn("program {}: {}; started again in {} ms", plan.name(), why, wait / 1_000_000);
            }
        }
    }

    /** The next life, when its time has come; empty when it is closed. */
    private Optional<Running> restart() throws InterruptedException {
        while (isWanted()) {
            try {
                Running next = Running.start(plan);
                adopt(next);
                return Optional.of(next);
            } catch (IOException notStarted) {
                failed("it cannot be started: " + notStarted.getMessage());
            } catch (RuntimeException | Error broken) {
                // as where there is no thread to be had just now; it may be better at the next try
                failed("it cannot be started: " + broken);
            }
        }
        return Optional.empty();
    }

    private boolean isWanted() throws InterruptedException {
        synchronized (lock) {
            long wait = nextStartNanos - System.nanoTime();
            while (wait > 0 && !closed) {
                TimeUnit.NANOSECONDS.timedWait(lock, wait);
                wait = nextStartNanos - System.nanoTime();
            }
            return !closed;
        }
    }

    private void adopt(Running next) {
        synchronized (lock) {
            running = Optional.of(next);
            if (closed) {
                next.condemn("it was closed");
            }
        }
    }

    /** Tells the last one to end; it is killed if it does not within a moment. Does not wait. A second call does nothing. */
    void farewell() {
        Optional<Running> last;
        synchronized (lock) {
            closed = true;
            last = running;
            lock.notifyAll();
        }
        last.ifPresent(Running::sayGoodbye);
    }

    /** After {@link #farewell}: waits until it has ended. */
    void awaitEnd() {
        try {
            keeper.join();
        } catch (InterruptedException end) {
            synchronized (lock) {
                running.ifPresent(one -> one.condemn("it was closed"));
            }
            Thread.currentThread().interrupt();
        }
    }
}
