package org.shutterline.server.station;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Code;
import org.shutterline.server.spi.Frame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that inspect a station's pictures side by side, each with an inspector of its own. */
final class Lanes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    /** A picture that a lane works on: the frame is the run's, the loan keeps its memory. */
    record Piece(Run run, Frame frame, Blob loan) {}

    /** Told on the lane's thread. */
    interface Done {
        void inspected(Run run, Judgement judgement, long fromNanos);
    }

    private final long judgeNanos;
    private final Function<Run, Optional<Piece>> takeUp;
    private final Done done;
    private final BlockingQueue<Run> queue = new LinkedTransferQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    /** By lane, null where there is none; both guarded by this array. */
    private final Run[] working;

    private final Run[] overdue;
    private volatile boolean closed;

    /** @param judgeNanos so long after its trigger a part must be judged */
    Lanes(String name, int count, long judgeNanos, Function<Run, Optional<Piece>> takeUp, Done done) {
        this.judgeNanos = judgeNanos;
        this.takeUp = takeUp;
        this.done = done;
        this.working = new Run[count];
        this.overdue = new Run[count];
        for (int i = 0; i < count; i++) {
            int lane = i;
            Thread thread = new Thread(() -> loop(lane), name + "-inspect-" + (lane + 1));
            thread.setDaemon(true);
            threads.add(thread);
        }
    }

    void start() {
        threads.forEach(Thread::start);
    }

    void inspect(Run run) {
        queue.add(run);
    }

    /**
     * The deadline of a run has come while it is inspected: its lane is given up until it returns.
     *
     * @return what is wrong, once so many lanes are lost that the station cannot go on
     */
    Optional<String> overdue(Run run) {
        synchronized (working) {
            for (int lane = 0; lane < working.length; lane++) {
                if (working[lane] == run) {
                    overdue[lane] = run;
                    LOG.warn("the inspection of {} is late; its thread is here:{}", run.id, stack(threads.get(lane)));
                }
            }
        }
        return isStuck() ? Optional.of("a tool of job " + run.job.name() + " does not return") : Optional.empty();
    }

    private static String stack(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .map(frame -> "\n\tat " + frame)
                .collect(Collectors.joining());
    }

    /** Whether a second tool, or the only lane's, does not return. */
    boolean isStuck() {
        synchronized (working) {
            long lost = Arrays.stream(overdue).filter(Objects::nonNull).count();
            return lost >= Math.min(2, overdue.length);
        }
    }

    private void loop(int lane) {
        while (!closed) {
            try {
                Run run = queue.take();
                take(lane, run);
            } catch (InterruptedException end) {
                LOG.debug("{} ends", Thread.currentThread().getName());
            }
        }
    }

    private void take(int lane, Run run) {
        note(lane, run);
        try {
            takeUp.apply(run).ifPresent(piece -> work(lane, piece));
        } finally {
            note(lane, null);
        }
    }

    private void work(int lane, Piece piece) {
        long from = System.nanoTime();
        Run run = piece.run();
        Judgement judgement;
        try {
            judgement = run.job
                    .lane(lane)
                    .inspect(piece.frame(), run.request.part(), run.time.toInstant(), run.readAtNanos + judgeNanos);
        } catch (RuntimeException | Error broken) {
            LOG.error("the inspection of {} broke", run.id, broken);
            judgement = Judgement.none(run.job.job(), Code.INSPECTION_FAILED, "the inspection broke");
        } finally {
            piece.loan().close();
        }
        note(lane, null);
        done.inspected(run, judgement, from);
    }

    /** What a lane works on; with it goes what was said of the run before. */
    private void note(int lane, Run run) {
        synchronized (working) {
            working[lane] = run;
            overdue[lane] = null;
        }
    }

    /** After {@link #close}: whether the thread of a lane has ended, waiting so long for it. */
    boolean hasEnded(int lane, long mostMs) throws InterruptedException {
        threads.get(lane).join(mostMs);
        return !threads.get(lane).isAlive();
    }

    @Override
    public void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
    }
}
