package org.shutterline.server.worker;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A process whose camera could not be opened, kept until the next try a few seconds later: to start one takes as much of the
 * computer as the other stations need. It is ended if no try comes, and after some tries, whatever its driver left in it. Safe
 * for all threads.
 */
final class WaitingProcess {
    /** A station tries again after 3 s at most. */
    private static final long KEPT_NANOS = 4_000_000_000L;

    private static final int MOST_TRIES = 20;

    private Optional<Kept> kept = Optional.empty();

    /** @param tries in which its camera could not be opened */
    record Kept(CameraProcess process, int tries) {}

    /** Who takes it asks or closes it. */
    synchronized Optional<Kept> take() {
        Optional<Kept> taken = kept;
        kept = Optional.empty();
        notifyAll();
        taken.filter(one -> one.process().isOver())
                .ifPresent(one -> one.process().close());
        return taken.filter(one -> !one.process().isOver());
    }

    void keep(CameraProcess process, int tries) {
        if (tries >= MOST_TRIES) {
            process.close();
            return;
        }
        Kept mine = new Kept(process, tries);
        Optional<Kept> other = take();
        synchronized (this) {
            kept = Optional.of(mine);
        }
        other.ifPresent(one -> one.process().close());
        Thread end = new Thread(() -> end(mine), "camera-waits");
        end.setDaemon(true);
        end.start();
    }

    private void end(Kept mine) {
        try {
            if (isLeft(mine)) {
                mine.process().close();
            }
        } catch (InterruptedException hurried) {
            mine.process().close();
        }
    }

    /** Whether nobody took it in its time; then nobody can any more. */
    private synchronized boolean isLeft(Kept mine) throws InterruptedException {
        long until = System.nanoTime() + KEPT_NANOS;
        for (long left = KEPT_NANOS; kept.filter(one -> one == mine).isPresent(); left = until - System.nanoTime()) {
            if (left <= 0) {
                kept = Optional.empty();
                return true;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return false;
    }
}
