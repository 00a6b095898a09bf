package org.shutterline.server.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.shutterline.server.net.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands a task to each watched thread every second, and reports the thread with its stack when it does not come to it in
 * time; again when it goes on. Threads that take no tasks tell what they are at instead. Also finds threads that wait for each other. Thread-safe.
 */
public final class Watchdog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final int DEADLOCKS_EVERY = 10;

    private final LongSupplier nanos;
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread;
    private volatile boolean deadlocked;
    private final Rounds deadlocks = new Rounds();
    private int rounds;

    /** Starts watching. */
    public static Watchdog watching() {
        Watchdog dog = new Watchdog(System::nanoTime);
        dog.thread.scheduleWithFixedDelay(dog::round, 1, 1, TimeUnit.SECONDS);
        return dog;
    }

    /** @param nanos the clock */
    Watchdog(LongSupplier nanos) {
        this.nanos = nanos;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "watchdog");
            made.setDaemon(true);
            return made;
        });
    }

    /**
     * Watches a thread, or several that share their work, until the end.
     *
     * @param name as people are told it
     * @param within it must come to a new task
     * @param to hands it a task; may refuse one when it has ended
     */
    public void watch(String name, Duration within, Executor to) {
        posts.add(new Handed(name, within, to));
    }

    /**
     * Likewise one that takes no tasks.
     *
     * @param at what it does now; empty while it waits for work, or is at something that may take long
     */
    public void watch(String name, Duration within, Supplier<Optional<Busy>> at) {
        posts.add(new Telling(name, within, at));
    }

    /**
     * What a thread is at.
     *
     * @param sinceNanos by {@link System#nanoTime()}
     */
    public record Busy(Thread thread, long sinceNanos) {}

    /** What is stuck now, a sentence each. */
    public List<String> troubles() {
        List<String> troubles = new ArrayList<>();
        posts.forEach(post -> post.trouble().ifPresent(troubles::add));
        if (deadlocked) {
            troubles.add("threads wait for each other; the log has their stacks");
        }
        return troubles;
    }

    /** Looks once. */
    void round() {
        posts.forEach(post -> post.rounds.go(() -> post.look(nanos.getAsLong())));
        deadlocks.go(this::lookForDeadlocks);
    }

    private void lookForDeadlocks() {
        if (rounds++ % DEADLOCKS_EVERY == 0 && !deadlocked) {
            String stacks = Stacks.deadlocked();
            if (!stacks.isEmpty()) {
                deadlocked = true;
                LOG.error("threads wait for each other for ever:\n{}", stacks);
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** One watched thread. */
    private abstract static class Post {
        final String name;
        final Duration within;
        final Rounds rounds = new Rounds();
        private volatile boolean stuck;

        Post(String name, Duration within) {
            this.name = name;
            this.within = within;
        }

        abstract void look(long now);

        Optional<String> trouble() {
            return stuck ? Optional.of(name + " does not come to its work; the log has its stack") : Optional.empty();
        }

        void stuckIfSince(long since, long now, Optional<Thread> thread) {
            if (!stuck && now - since > within.toNanos()) {
                stuck = true;
                LOG.error(
                        "{} has not come to its work for {} s; it is here:\n{}",
                        name,
                        within.toSeconds(),
                        thread.map(seen -> '"' + seen.getName() + "\"\n" + Stacks.of(seen.getStackTrace()))
                                .orElse("(it never ran)"));
            }
        }

        void goesOn() {
            if (stuck) {
                LOG.info("{} goes on", name);
            }
            stuck = false;
        }
    }

    /** One that is handed tasks. */
    private static final class Handed extends Post {
        private final Executor to;
        private volatile Optional<Thread> seen = Optional.empty();
        private volatile boolean waits;
        private long askedNanos;

        Handed(String name, Duration within, Executor to) {
            super(name, within);
            this.to = to;
        }

        @Override
        void look(long now) {
            if (waits) {
                stuckIfSince(askedNanos, now, seen);
            } else {
                ask(now);
            }
        }

        private void ask(long now) {
            askedNanos = now;
            waits = true;
            try {
                to.execute(this::alive);
            } catch (RejectedExecutionException ended) {
                LOG.debug("{} has ended", name);
                waits = false;
            } catch (OutOfMemoryError noThread) {
                // whoever needs one tells that it gets none; asked again in a second
                LOG.debug("{} cannot be asked: {}", name, noThread.getMessage());
                waits = false;
            } catch (RuntimeException | Error notHandedIn) {
                waits = false;
                throw notHandedIn;
            }
        }

        private void alive() {
            seen = Optional.of(Thread.currentThread());
            goesOn();
            waits = false;
        }
    }

    /** One that takes no tasks, and tells since when it has been at what it does. */
    private static final class Telling extends Post {
        private final Supplier<Optional<Busy>> at;

        Telling(String name, Duration within, Supplier<Optional<Busy>> at) {
            super(name, within);
            this.at = at;
        }

        @Override
        void look(long now) {
            Optional<Busy> busy = at.get();
            if (busy.isPresent() && now - busy.get().sinceNanos() > within.toNanos()) {
                stuckIfSince(
                        busy.get().sinceNanos(), now, Optional.of(busy.get().thread()));
            } else {
                goesOn();
            }
        }
    }
}
