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

/**
 * The threads that inspect a station's pictures side by side, each with an inspector of its own. The first that does not return
 * is given a substitute.
 */
final class Lanes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    /** A picture that a lane works on: the frame is the run's, the loan keeps its memory. */
    record Piece(Run run, Frame frame, Blob loan) {}

    /** Told on the lane's thread. */
    interface Done {
        void inspected(Run run, Judgement judgement, long fromNanos);
    }

    /** Told on the thread of a substitute. */
    interface Substitution {
        /** Its tools are to be set up; what is thrown keeps it from working. */
        void prepare(int lane);

        /** It takes pictures now. */
        void ready();
    }

    private final long judgeNanos;
    private final Function<Run, Optional<Piece>> takeUp;
    private final Done done;
    private final BlockingQueue<Run> queue = new LinkedTransferQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Substitution substitution;
    private volatile boolean substituted;
    /** By lane, null where there is none; both guarded by this array. */
    private final Run[] working;

    private final Run[] overdue;
    private volatile boolean closed;

    /** @param judgeNanos so long after its trigger a part must be judged */
    Lanes(
            String name,
            int count,
            long judgeNanos,
            Function<Run, Optional<Piece>> takeUp,
            Done done,
            Substitution substitution) {
        this.judgeNanos = judgeNanos;
        this.takeUp = takeUp;
        this.done = done;
        this.substitution = substitution;
        this.working = new Run[count + 1];
        this.overdue = new Run[count + 1];
        for (int i = 0; i < count; i++) {
            int lane = i;
            threads.add(thread(name, lane, () -> loop(lane)));
        }
        threads.add(thread(name, count, () -> substitute(count)));
    }

    private static Thread thread(String name, int lane, Runnable work) {
        Thread thread = new Thread(work, name + "-inspect-" + (lane + 1));
        thread.setDaemon(true);
        return thread;
    }

    void start() {
        threads.subList(0, threads.size() - 1).forEach(Thread::start);
    }

    void inspect(Run run) {
        queue.add(run);
    }

    /**
     * The deadline of a run has come while it is inspected: its lane is lost until it returns, and gets a substitute.
     *
     * @return whether it has not returned meanwhile
     */
    boolean overdue(Run run) {
        synchronized (working) {
            for (int lane = 0; lane < working.length; lane++) {
                if (working[lane] == run) {
                    overdue[lane] = run;
                    LOG.warn("the inspection of {} is late; its thread is here:{}", run.id, stack(threads.get(lane)));
                    startSubstitute();
                    return true;
                }
            }
        }
        return false;
    }

    private void startSubstitute() {
        Thread substitute = threads.get(threads.size() - 1);
        if (!closed && substitute.getState() == Thread.State.NEW) {
            substitute.start();
        }
    }

    /** Those that do not return. */
    List<Run> lost() {
        synchronized (working) {
            return Arrays.stream(overdue).filter(Objects::nonNull).toList();
        }
    }

    /** Whether there is a substitute that takes pictures. */
    boolean hasSubstitute() {
        return substituted;
    }

    private static String stack(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .map(frame -> "\n\tat " + frame)
                .collect(Collectors.joining());
    }

    /** Whether a second tool does not return, or there is no lane for others. */
    boolean isStuck() {
        int lost = lost().size();
        int lanes = working.length - (substituted ? 0 : 1);
        return lost >= 2 || lost >= lanes;
    }

    private void substitute(int lane) {
        try {
            substitution.prepare(lane);
        } catch (RuntimeException | Error refused) {
            LOG.error("the tools of a substitute cannot be set up", refused);
            return;
        }
        substituted = true;
        substitution.ready();
        loop(lane);
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
            judgement = inspected(run, lane, piece.frame());
        } catch (RuntimeException | Error broken) {
            LOG.error("the inspection of {} broke", run.id, broken);
            judgement = Judgement.none(run.job.job(), Code.INSPECTION_FAILED, "the inspection broke");
        } finally {
            piece.loan().close();
        }
        note(lane, null);
        done.inspected(run, judgement, from);
    }

    private Judgement inspected(Run run, int lane, Frame frame) {
        Inspector inspector = run.job.take(lane);
        try {
            return inspector.inspect(frame, run.request.part(), run.time, run.readAtNanos + judgeNanos);
        } finally {
            run.job.giveBack(lane);
        }
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
