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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands a task to each watched thread every second, and reports the thread with its stack when it does not come to it in
 * time; again when it goes on. Also finds threads that wait for each other. Thread-safe.
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
        posts.add(new Post(name, within, to));
    }

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
    private static final class Post {
        private final String name;
        private final Duration within;
        private final Executor to;
        private final Rounds rounds = new Rounds();
        private volatile Optional<Thread> seen = Optional.empty();
        private volatile boolean waits;
        private volatile boolean stuck;
        private long askedNanos;

        Post(String name, Duration within, Executor to) {
            this.name = name;
            this.within = within;
            this.to = to;
        }

        Optional<String> trouble() {
            return stuck ? Optional.of(name + " does not come to its work; the log has its stack") : Optional.empty();
        }

        void look(long now) {
            if (!waits) {
                ask(now);
            } else if (!stuck && now - askedNanos > within.toNanos()) {
                stuck = true;
                LOG.error(
                        "{} has not come to its work for {} s; it is here:\n{}",
                        name,
                        within.toSeconds(),
                        seen.map(thread -> '"' + thread.getName() + "\"\n" + Stacks.of(thread.getStackTrace()))
                                .orElse("(it never ran)"));
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
            } catch (RuntimeException | Error notHandedIn) {
                waits = false;
                throw notHandedIn;
            }
        }

        private void alive() {
            seen = Optional.of(Thread.currentThread());
            if (stuck) {
                LOG.info("{} goes on", name);
            }
            stuck = false;
            waits = false;
        }
    }
}
