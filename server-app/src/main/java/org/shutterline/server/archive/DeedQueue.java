package org.shutterline.server.archive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The deeds that wait for the thread {@code archive}, and which of them it writes together: all that somebody waits for, in
 * the order in which they came; those that can wait when no other is there, or when they waited long. Safe for all threads;
 * that one alone takes.
 */
final class DeedQueue {
    private static final Logger LOG = LoggerFactory.getLogger(DeedQueue.class);

    private static final int MOST_AT_ONCE = 256;
    private static final int MOST_LAZY_AT_ONCE = 64;
    private static final long LAZY_WAITS_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /**
     * Deeds to be written in one transaction; none at all if something else is to be looked at.
     *
     * @param durable whether the disk is waited for
     * @param last whether it is the end
     */
    record Batch(List<Deed> deeds, boolean durable, boolean last) {}

    private final Object lock = new Object();
    private final Deque<Deed> urgent = new ArrayDeque<>();
    private final Deque<Deed> lazy = new ArrayDeque<>();
    private long lazySince;
    private boolean roused;
    private boolean closing;

    /** To be written now. */
    void now(Deed deed) {
        synchronized (lock) {
            if (!closing) {
                urgent.add(deed);
                lock.notifyAll();
                return;
            }
        }
        deed.failed("the archive is closed");
    }

    /** To be written when there is time. */
    void later(Deed deed) {
        synchronized (lock) {
            if (!closing) {
                if (lazy.isEmpty()) {
                    lazySince = System.nanoTime();
                }
                lazy.add(deed);
                lock.notifyAll();
                return;
            }
        }
        deed.failed("the archive is closed");
    }

    /** Deeds that wait. */
    int waiting() {
        synchronized (lock) {
            return urgent.size() + lazy.size();
        }
    }

    /** Whoever takes gets a batch at once, if only an empty one. */
    void rouse() {
        synchronized (lock) {
            roused = true;
            lock.notifyAll();
        }
    }

    /** Takes no more; what waits can still be taken, and then the end. */
    void close() {
        synchronized (lock) {
            closing = true;
            lock.notifyAll();
        }
    }

    /**
     * Waits for deeds.
     *
     * @param retryAtNanos while nothing can be written: when to try again, if only with an empty batch, so that a fault ends
     *     by itself; what can wait waits until then
     */
    Batch take(OptionalLong retryAtNanos) {
        synchronized (lock) {
            while (true) {
                long now = System.nanoTime();
                long lazyIn = lazySince + LAZY_WAITS_NANOS - now;
                boolean hasLazy = !lazy.isEmpty() && retryAtNanos.isEmpty();
                boolean overdue = hasLazy && lazyIn < -4 * LAZY_WAITS_NANOS;
                if (!urgent.isEmpty() && !overdue) {
                    return batch(some(urgent, MOST_AT_ONCE), true);
                }
                if (hasLazy && (lazyIn <= 0 || closing)) {
                    lazySince = now;
                    return batch(some(lazy, MOST_LAZY_AT_ONCE), false);
                }
                if (closing) {
                    return new Batch(List.of(), false, true);
                }
                if (roused || retryAtNanos.isPresent() && now - retryAtNanos.getAsLong() >= 0) {
                    return batch(List.of(), false);
                }
                sleep(retryAtNanos.isPresent() ? retryAtNanos.getAsLong() - now : hasLazy ? lazyIn : 0);
            }
        }
    }

    private Batch batch(List<Deed> deeds, boolean durable) {
        roused = false;
        return new Batch(deeds, durable, false);
    }

    /** @param nanos 0 for as long as nothing comes */
    private void sleep(long nanos) {
        try {
            if (nanos == 0) {
                lock.wait();
            } else {
                TimeUnit.NANOSECONDS.timedWait(lock, Math.max(nanos, 1_000_000));
            }
        } catch (InterruptedException e) {
            LOG.warn(
                    "the thread {} was interrupted; it goes on until the archive is closed",
                    Thread.currentThread().getName());
        }
    }

    private static List<Deed> some(Deque<Deed> from, int most) {
        List<Deed> taken = new ArrayList<>(Math.min(most, from.size()));
        while (!from.isEmpty() && taken.size() < most) {
            taken.add(from.poll());
        }
        return taken;
    }
}
