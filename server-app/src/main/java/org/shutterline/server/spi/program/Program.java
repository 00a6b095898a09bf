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

    private final Lives lives;
    private long pictures;

    private Program(Lives lives) {
        this.lives = lives;
    }

    /**
     * Starts it, and waits until it says that it is ready, has failed, or its start limit has passed, 20 s at most. One that has
     * failed is tried again later.
     *
     * @throws IOException if there is no such program, or the system does not start it
     */
    public static Program start(ProgramPlan plan) throws IOException {
        Running first = Running.start(plan);
        Program program = kept(first, plan);
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
        return kept(first, plan);
    }

    private static Program kept(Running first, ProgramPlan plan) {
        Lives lives = new Lives(plan, first);
        lives.begin();
        return new Program(lives);
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
        Running alive = lives.awaitReady(until);
        if (until - System.nanoTime() <= 0) {
            // not the program's fault: it goes on
            throw new ToolException("its time is over");
        }
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

    private Map<String, Object> await(Running alive, Running.Question question, long until) throws ToolException {
        CompletableFuture<Void> done = CompletableFuture.allOf(question.answer(), question.taken());
        try {
            CompletableFuture.anyOf(done, alive.over()).get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            alive.condemn(
                    question.taken().isDone() ? "it did not answer in time" : "it did not read its picture in time");
            throw failed(alive);
        } catch (InterruptedException end) {
            alive.condemn("nobody waits for its answer any more");
            Thread.currentThread().interrupt();
            throw failed(alive);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
        if (!done.isDone()) {
            throw failed(alive);
        }
        lives.answered();
        return question.answer().join();
    }

    /** What comes after a program was condemned is no answer any more. */
    private static ToolException failed(Running alive) {
        return new ToolException("its program failed: " + alive.over().join());
    }

    /** Tells it to end; it is killed if it does not within a moment. Does not wait. A second call does nothing. */
    public void farewell() {
        lives.farewell();
    }

    /** The same, and waits until it has ended. */
    @Override
    public void close() {
        lives.farewell();
        lives.awaitEnd();
    }
}
