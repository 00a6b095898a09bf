package org.shutterline.server.station;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.StageTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the triggers of a station end: what is judged goes to the keeper in the order of ids, and each is answered once, by its
 * durable result or, when its deadline is there, by the word that there is none. Guarded by the lock of its station.
 */
final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private final StationPlan plan;
    private final Guard guard;
    private final Keeper keeper;
    private final StationListener listener;
    private final DeadlineWatch unanswered;
    /** Accepted and not yet handed to the keeper, in the order of ids. */
    private final Deque<Run> waiting = new ArrayDeque<>();

    /** Ended, and whoever listens has not been told of it yet. */
    private int beingTold;

    /**
     * @param deadlines a shared timer; tasks on it are short
     * @param near told, on the timer's thread and without the lock, that a run has little time left
     */
    Answers(
            StationPlan plan,
            Guard guard,
            Keeper keeper,
            ScheduledExecutorService deadlines,
            StationListener listener,
            Consumer<Run> near) {
        this.plan = plan;
        this.guard = guard;
        this.keeper = keeper;
        this.listener = listener;
        this.unanswered = new DeadlineWatch(plan, deadlines, guard.lock, new DeadlineSite(near));
    }

    /** One that is to be judged and answered; with the lock held. */
    void accepted(Run run) {
        waiting.add(run);
        unanswered.accepted(run);
    }

    /** With the lock held. */
    void judge(Run run, Judgement judgement) {
        run.judged(judgement, System.nanoTime());
        while (!waiting.isEmpty() && waiting.getFirst().isJudged()) {
            Run first = waiting.removeFirst();
            keeper.keep(first.detail(plan.number()), first.handFrameOver(), new Kept(first));
        }
    }

    /** Judges everything UNKNOWN that has no verdict yet: the program ends. */
    void abandonAll() {
        synchronized (guard.lock) {
            for (Run run : List.copyOf(waiting)) {
                if (!run.isJudged()) {
                    judge(run, Judgement.none(run.job.job(), Code.DEADLINE_PASSED, "the server was stopped"));
                }
            }
        }
    }

    /** The id of the oldest accepted trigger that is not answered; with the lock held. */
    OptionalLong lowestUnanswered() {
        return unanswered.lowestId();
    }

    /** Whether every accepted trigger was answered, and whoever listens told so, within so long. */
    boolean await(long mostMs) throws InterruptedException {
        synchronized (guard.lock) {
            return guard.await(() -> unanswered.isAllAnswered() && beingTold == 0, mostMs);
        }
    }

    /** Its row is not durable by the deadline. */
    private void unsafe(Run run) {
        synchronized (guard.lock) {
            if (run.isEnded()) {
                return;
            }
            end(run);
            guard.station.once().unsafe(run.id);
        }
        tell(() -> listener.unsafe(plan.number(), run.id));
    }

    /** Tells who listens, without the lock, that a run has ended. */
    private void tell(Runnable telling) {
        try {
            telling.run();
        } finally {
            synchronized (guard.lock) {
                beingTold--;
                guard.lock.notifyAll();
            }
        }
    }

    /** With the lock held; {@link #tell} follows. */
    private void end(Run run) {
        run.end();
        beingTold++;
        unanswered.answered(run);
        guard.lock.notifyAll();
    }

    /** What the deadlines' timer tells. */
    private final class DeadlineSite implements DeadlineWatch.Site {
        private final Consumer<Run> near;

        private DeadlineSite(Consumer<Run> near) {
            this.near = near;
        }

        @Override
        public void near(Run run) {
            near.accept(run);
        }

        @Override
        public void passed(Run run) {
            unsafe(run);
        }
    }

    /** What the keeper tells of one run. */
    private final class Kept implements Keeper.Outcome {
        private final Run run;

        private Kept(Run run) {
            this.run = run;
        }

        @Override
        public void durable(InspectionResult result) {
            List<StageTime> stages;
            synchronized (guard.lock) {
                run.stage("storing", run.judgedAtNanos(), System.nanoTime());
                stages = run.detail(plan.number()).stages();
                guard.station.kept(result);
                end(run);
            }
            tell(() -> listener.finished(result, stages, run.readAtNanos));
        }

        @Override
        public void unsafe(String why) {
            LOG.error("station {}: result {} is not safe: {}", plan.number(), run.id, why);
            Answers.this.unsafe(run);
        }
    }
}
