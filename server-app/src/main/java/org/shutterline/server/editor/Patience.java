package org.shutterline.server.editor;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.shutterline.server.spi.ToolException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has tools work on a thread of their own, and waits no longer than they may take: one that never returns is left alone with
 * that thread, and the next work gets another. Used by one thread at a time.
 */
final class Patience implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

    /** It was waited long enough. */
    static final class GaveUp extends Exception {
        private static final long serialVersionUID = 1;

        GaveUp(long ms) {
            super("did not return within " + ms + " ms");
        }
    }

    private Optional<ExecutorService> worker = Optional.empty();
    /** The newest that was left alone: what it used is freed when it has returned, if it ever does. */
    private CompletableFuture<?> leftAlone = CompletableFuture.completedFuture("");

    /**
     * @param late given what was done after all when nobody waited for it any more; on the abandoned thread
     * @throws GaveUp if it did not return in time
     * @throws ToolException if the work threw that; what else it throws unchecked comes through too
     */
    <T> T within(long ms, Callable<T> work, Consumer<Optional<T>> late) throws GaveUp, ToolException {
        CompletableFuture<T> done = new CompletableFuture<>();
        CompletableFuture<Boolean> returned = new CompletableFuture<>();
        ExecutorService thread = worker.orElseGet(Patience::thread);
        worker = Optional.of(thread);
        thread.execute(() -> {
            run(work, done, late);
            returned.complete(true);
        });
        try {
            return done.get(ms, TimeUnit.MILLISECONDS);
        } catch (TimeoutException never) {
            if (done.cancel(false)) {
                LOG.warn("a tool of a draft did not return within {} ms, its thread is left alone", ms);
                abandon(returned);
                throw new GaveUp(ms);
            }
            return finished(done);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            done.cancel(false);
            abandon(returned);
            throw new GaveUp(ms);
        } catch (ExecutionException failed) {
            throw thrown(failed.getCause());
        }
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
    void last(long ms, Runnable free) {
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
            LOG.warn("a tool of a draft cannot be freed: {}", never.getMessage());
        }
    }

    private static ExecutorService thread() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(task, "editor-tools");
            made.setDaemon(true);
            made.setPriority(Thread.MIN_PRIORITY + 1);
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
