package org.shutterline.server.spi.program;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.opencv.core.Mat;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.ToolException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program that is asked about pictures, and kept alive: started, watched, killed with all that it started when it is
 * late, breaks the agreement or ends, and started again, after longer and longer waits if it never comes to answer. Asked by
 * one thread at a time.
 */
public final class Program implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Program.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 10;
    /** Whoever sets a job up waits no longer for one that is slow, however long it may take. */
    private static final Duration LONGEST_START_WAIT = Duration.ofSeconds(20);

    /** So much of a tool's time is left to tell that it was not enough. */
    private static final long MARGIN_NANOS = 3_000_000;

    /** It could not be used, and is not tried again. */
    public static final class NotReady extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Optional<String> refusal;

        NotReady(String why, Optional<String> refusal) {
            super(why);
            this.refusal = refusal;
        }

        /** What it said against its settings, if that is why. */
        public Optional<String> refusal() {
            return refusal;
        }
    }

    private final ProgramPlan plan;
    private final Thread keeper;
    private final Object lock = new Object();
    private Optional<Running> running;
    private String trouble = "";
    private long nextStartNanos;
    private int failures;
    private boolean closed;
    private long pictures;

    private Program(ProgramPlan plan, Running first) {
        this.plan = plan;
        this.running = Optional.of(first);
        this.keeper = new Thread(() -> keep(first), "program-" + plan.name() + "-keep");
        keeper.setDaemon(true);
    }

    /**
     * Starts it, and waits until it says that it is ready, has failed, or its start limit has passed, 20 s at most. One that has
     * failed is tried again later.
     *
     * @throws IOException if there is no such program, or the system does not start it
     */
    public static Program start(ProgramPlan plan) throws IOException {
        Running first = Running.start(plan);
        Program program = new Program(plan, first);
        program.keeper.start();
        awaitReadyOrOver(first, plan);
        return program;
    }

    /**
     * The same for one that must be ready at once: it is ended for good if it is not.
     *
     * @throws NotReady if it refused its settings, ended, or did not say hello in time
     */
    public static Program startReady(ProgramPlan plan) throws IOException, NotReady {
        Running first = Running.start(plan);
        awaitReadyOrOver(first, plan);
        if (first.over().isDone() || !first.ready().isDone()) {
            first.condemn("it did not say hello within " + plan.startLimit().toMillis() + " ms");
            try {
                first.end();
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
            throw new NotReady(first.over().join(), first.refusal());
        }
        Program program = new Program(plan, first);
        program.keeper.start();
        return program;
    }

    private static void awaitReadyOrOver(Running first, ProgramPlan plan) {
        long most = Math.min(plan.startLimit().toNanos(), LONGEST_START_WAIT.toNanos());
        try {
            CompletableFuture.anyOf(first.ready(), first.over()).get(most, TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException slow) {
            LOG.debug("program {} is not ready yet", plan.name(), slow);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Asks about one picture.
     *
     * @param more what its line says beside the number, the size and the format
     * @param picture CV_8UC1 or CV_8UC3, read during the call only
     * @param nanosLeft until then there must be an answer
     * @return the answer, a JSON object that names this picture
     * @throws ToolException if there is none in time, with the reason; the program is then ended and started again
     */
    public Map<String, Object> ask(Map<String, Object> more, Mat picture, long nanosLeft) throws ToolException {
        long until = System.nanoTime() + nanosLeft - Math.min(MARGIN_NANOS, nanosLeft / 20);
        Running alive = awaitReady(until);
        long number = ++pictures;
        int bytes = (int) (picture.total() * picture.elemSize());
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("picture", number);
        head.put("width", picture.cols());
        head.put("height", picture.rows());
        head.put("format", (picture.channels() == 1 ? PixelFormat.MONO8 : PixelFormat.BGR8).word());
        head.put("bytes", bytes);
        head.put("leftMs", Math.max(0, (until - System.nanoTime()) / 1_000_000));
        head.putAll(more);
        copy(picture, alive.room(bytes));
        return await(alive, alive.ask(number, head, bytes), until);
    }

    private static void copy(Mat picture, byte[] room) {
        if (picture.isContinuous()) {
            picture.get(0, 0, room);
            return;
        }
        Mat whole = picture.clone();
        whole.get(0, 0, room);
        whole.release();
    }

    private Running awaitReady(long until) throws ToolException {
        synchronized (lock) {
            while (true) {
                if (closed) {
                    throw new ToolException("its program is closed");
                }
                if (running.isPresent()
                        && running.get().ready().isDone()
                        && !running.get().over().isDone()) {
                    return running.get();
                }
                long left = until - System.nanoTime();
                if (left <= 0 || running.isEmpty() && nextStartNanos - until > 0) {
                    throw new ToolException(
                            running.isPresent() && !running.get().over().isDone()
                                    ? "its program is not ready yet" + (trouble.isEmpty() ? "" : "; before, " + trouble)
                                    : "its program does not run: " + trouble);
                }
                waitFor(left);
            }
        }
    }

    private void waitFor(long nanos) throws ToolException {
        try {
            TimeUnit.NANOSECONDS.timedWait(lock, nanos);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new ToolException("it was interrupted", end);
        }
    }

    private Map<String, Object> await(Running alive, Running.Question question, long until) throws ToolException {
        CompletableFuture<Void> done = CompletableFuture.allOf(question.answer(), question.taken());
        try {
            CompletableFuture.anyOf(done, alive.over()).get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            alive.condemn(
                    question.taken().isDone() ? "it did not answer in time" : "it did not read its picture in time");
        } catch (InterruptedException end) {
            alive.condemn("nobody waits for its answer any more");
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
        if (!done.isDone()) {
            throw new ToolException("its program failed: " + alive.over().join());
        }
        synchronized (lock) {
            failures = 0;
        }
        return question.answer().join();
    }

    private void keep(Running first) {
        Optional<Running> next = Optional.of(first);
        try {
            while (next.isPresent()) {
                live(next.get());
                next = restart();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets it work until it is over, and cleans up behind it. */
    private void live(Running one) throws InterruptedException {
        try {
            awaitHello(one);
            String why = one.over().join();
            failed(why);
        } finally {
            one.end();
        }
    }

    private void awaitHello(Running one) throws InterruptedException {
        try {
            CompletableFuture.anyOf(one.ready(), one.over())
                    .get(plan.startLimit().toNanos(), TimeUnit.NANOSECONDS);
            synchronized (lock) {
                lock.notifyAll();
            }
        } catch (TimeoutException silent) {
            one.condemn("it did not say hello within " + plan.startLimit().toMillis() + " ms");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void failed(String why) {
        synchronized (lock) {
            running = Optional.empty();
            trouble = why;
            failures++;
            long wait = failures == 1
                    ? 0
                    : Math.min(LONGEST_WAIT.toNanos(), FIRST_WAIT.toNanos() << Math.min(MOST_DOUBLINGS, failures - 2));
            nextStartNanos = System.nanoTime() + wait;
            lock.notifyAll();
            if (!closed) {
                LOG.warn("program {}: {}; started again in {} ms", plan.name(), why, wait / 1_000_000);
            }
        }
    }

    /** The next life, when its time has come; empty when it is closed. */
    private Optional<Running> restart() throws InterruptedException {
        while (isWanted()) {
            try {
                Running next = Running.start(plan);
                adopt(next);
                return Optional.of(next);
            } catch (IOException notStarted) {
                failed("it cannot be started: " + notStarted.getMessage());
            }
        }
        return Optional.empty();
    }

    private boolean isWanted() throws InterruptedException {
        synchronized (lock) {
            long wait = nextStartNanos - System.nanoTime();
            while (wait > 0 && !closed) {
                TimeUnit.NANOSECONDS.timedWait(lock, wait);
                wait = nextStartNanos - System.nanoTime();
            }
            return !closed;
        }
    }

    private void adopt(Running next) {
        synchronized (lock) {
            running = Optional.of(next);
            if (closed) {
                next.condemn("it was closed");
            }
        }
    }

    /** Tells it to end; it is killed if it does not within a moment. Does not wait. A second call does nothing. */
    public void farewell() {
        Optional<Running> last;
        synchronized (lock) {
            closed = true;
            last = running;
            lock.notifyAll();
        }
        last.ifPresent(Running::sayGoodbye);
    }

    /** The same, and waits until it has ended. */
    @Override
    public void close() {
        farewell();
        try {
            keeper.join();
        } catch (InterruptedException end) {
            synchronized (lock) {
                running.ifPresent(one -> one.condemn("it was closed"));
            }
            Thread.currentThread().interrupt();
        }
    }
}
