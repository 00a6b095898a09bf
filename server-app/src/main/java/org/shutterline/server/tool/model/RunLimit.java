package org.shutterline.server.tool.model;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends one run of a model that takes too long: the library hears of nothing else while it runs. Used by one thread. */
final class RunLimit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunLimit.class);

    private final OrtSession.RunOptions run = new OrtSession.RunOptions();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread watch;
    private volatile boolean ended;

    /** The time begins. */
    RunLimit(Duration most) throws OrtException {
        this.watch = new Thread(() -> watch(most), "model-limit");
        watch.setDaemon(true);
        watch.start();
    }

    private void watch(Duration most) {
        try {
            if (!over.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
                ended = true;
                run.setTerminate(true);
            }
        } catch (InterruptedException nobodyDoesThat) {
            Thread.currentThread().interrupt();
        } catch (OrtException unheard) {
            LOG.warn("a model that takes too long cannot be ended: {}", unheard.getMessage());
        }
    }

    OrtSession.RunOptions options() {
        return run;
    }

    /** Whether the time was over. */
    boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() {
        over.countDown();
        boolean interrupted = false;
        while (watch.isAlive()) {
            try {
                watch.join();
            } catch (InterruptedException later) {
                // what it may touch at this moment is freed next
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        run.close();
    }
}
