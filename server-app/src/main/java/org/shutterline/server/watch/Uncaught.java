package org.shutterline.server.watch;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what no thread caught, and counts it. Thread-safe. */
public final class Uncaught implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Uncaught.class);

    private final AtomicLong count = new AtomicLong();

    private Uncaught() {}

    /** Of all threads of this process from now on. */
    public static Uncaught installed() {
        Uncaught uncaught = new Uncaught();
        Thread.setDefaultUncaughtExceptionHandler(uncaught);
        return uncaught;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable mistake) {
        count.incrementAndGet();
        LOG.error("thread {} met an error that nobody caught", thread.getName(), mistake);
    }

    public long count() {
        return count.get();
    }
}
