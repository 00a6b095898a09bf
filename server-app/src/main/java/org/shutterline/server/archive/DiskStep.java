package org.shutterline.server.archive;

import java.util.Optional;

/**
 * The step that a thread is at, of those that wait for the disk and are over soon; steps that may take long are none. Its
 * thread alone begins and ends them; safe for all to look.
 */
public final class DiskStep {
    private volatile Optional<Since> now = Optional.empty();

    DiskStep() {}

    /** @param nanos by {@link System#nanoTime()} */
    public record Since(Thread thread, long nanos) {}

    /** Since when it is at one; empty while it is at none. */
    public Optional<Since> now() {
        return now;
    }

    void take(Runnable step) {
        Optional<Since> before = now;
        now = begun();
        try {
            step.run();
        } finally {
            now = before;
        }
    }

    /** One of several that belong together is over: time counts anew. */
    void goOn() {
        if (now.isPresent()) {
            now = begun();
        }
    }

    private static Optional<Since> begun() {
        return Optional.of(new Since(Thread.currentThread(), System.nanoTime()));
    }
}
