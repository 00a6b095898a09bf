package org.shutterline.server.tool.model;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends one run of a model that takes too long: the library hears of nothing else while it runs. */
final class RunLimit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunLimit.class);
    /** Of all models, since its tasks take no time. */
    private static final ScheduledThreadPoolExecutor WATCH = watch();

    private final OrtSession.RunOptions run = new OrtSession.RunOptions();
    private final ScheduledFuture<?> end;
    private boolean ended;
    private boolean closed;

    /** The time begins. */
    RunLimit(Duration most) throws OrtException {
        this.end = WATCH.schedule(this::end, most.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static ScheduledThreadPoolExecutor watch() {
        ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "model-limit");
            thread.setDaemon(true);
            return thread;
        });
        watch.setRemoveOnCancelPolicy(true);
        return watch;
    }

    private synchronized void end() {
        if (closed) {
            return;
        }
        ended = true;
        try {
            run.setTerminate(true);
        } catch (OrtException unheard) {
            LOG.warn("a model that takes too long cannot be ended: {}", unheard.getMessage());
        }
    }

    OrtSession.RunOptions options() {
        return run;
    }

    /** Whether the time was over. */
    synchronized boolean hasEnded() {
        return ended;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            end.cancel(false);
            run.close();
        }
    }
}
