package org.shutterline.server.station;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.shutterline.server.spi.ToolException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has tools work on a thread of their own, and waits no longer than they may take: one that never returns is left alone with
 * that thread, and the next work gets another. Used by one thread at a time.
 */
public final class Patience implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

    /** It was waited long enough. */
    public static final class GaveUp extends Exception {
        private static final long serialVersionUID = 1;

        GaveUp(long ms) {
            super("did not return within " + ms + " ms");
        }
    }

    private final String name;
    private Optional<ExecutorService> worker = Optional.empty();
    /** The newest that was left alone: what it used is freed when it has returned, if it ever does. */
    private CompletableFuture<?> leftAlone = CompletableFuture.completedFuture("");

    /** @param name of its threads, which have the priority of whoever waits */
    public Patience(String name) {
        this.name = name;
    }

    /**
     * @param late given what was done after all when nobody waited for it any more; on the abandoned thread
     * @throws GaveUp if it did not return in time
     * @throws ToolException if the work threw that; what else it throws unchecked comes through too
     */
    public <T> T within(long ms, Callable<T> work, Consumer<Optional<T>> late) throws GaveUp, ToolException {
        long start = System.nanoTime();
        return within(ms, () -> ms - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start), work, late);
    }

    /**
     * The same for work that gets more time while it gets on.
     *
     * @param ms what is said of how long was waited
     * @param leftMs asked when the time that it told last is over; 0 or less ends the waiting
     */
    <T> T within(long ms, LongSupplier leftMs, Callable<T> work, Consumer<Optional<T>> late)
            throws GaveUp, ToolException {
        CompletableFuture<T> done = new CompletableFuture<>();
        CompletableFuture<Boolean> returned = new CompletableFuture<>();
        ExecutorService thread = worker.orElseGet(this::thread);
        worker = Optional.of(thread);
        thread.execute(() -> {
            run(work, done, late);
            returned.complete(true);
        });
        try {
            if (!isDone(done, leftMs)) {
                LOG.warn("tools did not return within {} ms, their thread is left alone", ms);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
        if (done.cancel(false)) {
            abandon(returned);
            throw new GaveUp(ms);
        }
        return finished(done);
    }

    private static boolean isDone(CompletableFuture<?> done, LongSupplier leftMs) throws InterruptedException {
        for (long left = leftMs.getAsLong(); left > 0; left = leftMs.getAsLong()) {
            try {
                done.get(left, TimeUnit.MILLISECONDS);
                return true;
            } catch (ExecutionException failed) {
                return true;
            } catch (TimeoutException early) {
                continue;
            }
        }
        return false;
    }

    private static <T> void run(Callable<T> work, CompletableFuture<T> done, Consumer<Optional<T>> late) {
        Optional<T> result = Optional.empty();
        try {
            T value = work.call();
            result = Optional.of(value);
            done.complete(value);
        } catch (Exception | Error failed) {
            done.completeExceptionally(failed);
        }
        if (done.isCancelled()) {
            late.accept(result);
        }
    }

    private static <T> T finished(CompletableFuture<T> done) throws ToolException {
        try {
            return done.get();
        } catch (ExecutionException failed) {
            throw thrown(failed.getCause());
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Unchecked ones are thrown, a ToolException is given back to be thrown. */
    private static ToolException thrown(Throwable cause) {
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof ToolException words ? words : new ToolException(String.valueOf(cause.getMessage()));
    }

    private void abandon(CompletableFuture<Boolean> returned) {
        leftAlone = returned;
        worker.ifPresent(ExecutorService::shutdownNow);
        worker = Optional.empty();
    }

    /** Frees something that the work used; if work was left alone, not before that has returned. Waits no longer than this. */
    public void last(long ms, Runnable free) {
        if (!leftAlone.isDone()) {
            leftAlone.thenRun(free);
            return;
        }
        try {
            within(
                    ms,
                    () -> {
                        free.run();
                        return true;
                    },
                    late -> {});
        } catch (GaveUp | ToolException never) {
            LOG.warn("tools cannot be freed: {}", never.getMessage());
        }
    }

    private ExecutorService thread() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
    }

    /** Ends the thread when it has done what it does. */
    @Override
    public void close() {
        worker.ifPresent(ExecutorService::shutdown);
        worker = Optional.empty();
    }
}
