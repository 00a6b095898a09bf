package org.shutterline.server.station;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Origin;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraIdentity;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.Shot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The triggers of a station on their way: taken, pictured, judged in time, then left to {@link Answers}. Owns the camera's
 * thread and the inspecting lanes. Guarded by the lock of its station; safe for all threads.
 */
final class Runs {
    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);
    /** So long a camera may take to come back from a picture that is wanted no more. */
    private static final long GIVE_UP_MS = 1_000;
    /** A tool that looks at the clock comes back within this after its time was over. */
    private static final long TOOL_GRACE_MS = 100;

    private final StationPlan plan;
    private final Guard guard;
    private final ActiveJob job;
    private final Keeper keeper;
    private final ScheduledExecutorService deadlines;
    private final Clock clock;
    private final StationListener listener;
    private final CameraLoop camera;
    private final Inspections inspections;
    private final Answers answers;
    private boolean settled;

    /**
     * @param name begins the names of its threads
     * @param deadlines a shared timer; tasks on it are short
     */
    Runs(
            String name,
            StationPlan plan,
            Guard guard,
            ActiveJob job,
            CameraOpener opener,
            FrameSource frames,
            Keeper keeper,
            ScheduledExecutorService deadlines,
            Clock clock,
            StationListener listener) {
        this.plan = plan;
        this.guard = guard;
        this.job = job;
        this.keeper = keeper;
        this.deadlines = deadlines;
        this.clock = clock;
        this.listener = listener;
        this.answers = new Answers(plan, guard, keeper, deadlines, listener, this::cut);
        this.camera = new CameraLoop(name + "-camera", opener, frames, deadlines, plan.deadlineMs(), new CameraSite());
        this.inspections = new Inspections(name, plan, guard, job, this::takeUp, this::inspected);
    }

    void start() {
        camera.start();
        inspections.lanes().start();
    }

    CameraLoop camera() {
        return camera;
    }

    Lanes lanes() {
        return inspections.lanes();
    }

    Answers answers() {
        return answers;
    }

    /** Waits until the camera was opened, or could not be; at most so long. */
    void awaitSettled(long mostMs) throws InterruptedException {
        synchronized (guard.lock) {
            guard.await(() -> settled, mostMs);
        }
    }

    /** Accepted, Repeated or Refused. */
    Reply trigger(TriggerRequest request, Origin origin, long readAtNanos, OffsetDateTime time, boolean stale) {
        Run run;
        synchronized (guard.lock) {
            Optional<Reply> answer = answer(request, stale);
            if (answer.isPresent()) {
                return answer.get();
            }
            run = accept(request, origin, readAtNanos, time);
        }
        camera.capture(run);
        guard.changed();
        return new Reply.Accepted(run.id, false);
    }

    /** Why it is not taken; with the lock held. */
    private Optional<Reply> answer(TriggerRequest request, boolean stale) {
        Optional<Reply> answer = guard.station.answer(request, stale, keeper.isSafe(), OnceMemory.nowMs());
        if (answer.isPresent() && answer.get() instanceof Reply.Refused) {
            keeper.rememberRefused(plan.number(), guard.station.status().refused());
        }
        return answer;
    }

    /** With the lock held. */
    private Run accept(TriggerRequest request, Origin origin, long readAtNanos, OffsetDateTime time) {
        Run run = new Run(keeper.nextId(), request, origin, readAtNanos, time, job.prepared());
        guard.station.accepted(run.id, request, OnceMemory.nowMs());
        answers.accepted(run);
        return run;
    }

    /** The trigger of a line of the camera's own; empty if it is not taken, which is counted. */
    private Optional<Run> triggeredByCamera(long beganNanos) {
        synchronized (guard.lock) {
            if (answer(TriggerRequest.PLAIN, false).isPresent()) {
                return Optional.empty();
            }
            OffsetDateTime time = OffsetDateTime.now(clock).minusNanos(System.nanoTime() - beganNanos);
            return Optional.of(accept(TriggerRequest.PLAIN, Origin.CAMERA, beganNanos, time));
        }
    }

    /** The deadline is near: what has no verdict yet is judged UNKNOWN. */
    private void cut(Run run) {
        boolean captured;
        Map<String, String> notes = camera.isCapturing(run) ? camera.notes() : Map.of();
        synchronized (guard.lock) {
            captured = run.frame().isPresent();
            if (!run.isJudged()) {
                Code code = captured ? Code.DEADLINE_PASSED : Code.CAMERA_TIMEOUT;
                String why = captured ? "the inspection was not done in time" : "the camera gave no picture in time";
                if (!captured) {
                    run.missed(notes);
                }
                answers.judge(run, Judgement.none(run.job.job(), code, why));
            }
        }
        if (!captured) {
            camera.giveUp(run);
            deadlines.schedule(() -> stuckCamera(run), GIVE_UP_MS, TimeUnit.MILLISECONDS);
        } else {
            deadlines.schedule(() -> inspections.late(run), TOOL_GRACE_MS, TimeUnit.MILLISECONDS);
        }
    }

    private void stuckCamera(Run run) {
        if (camera.isCapturing(run) || camera.isYetToCapture(run)) {
            synchronized (guard.lock) {
                guard.station.cameraFault(Optional.of("the camera does not come back from what it was asked for"));
            }
            guard.changed();
        }
    }

    /** A lane takes the next picture up. Returns whether it is still wanted; if so its frame is lent to the lane. */
    private Optional<Lanes.Piece> takeUp(Run run) {
        synchronized (guard.lock) {
            if (run.isJudged()) {
                inspections.left(run);
                return Optional.empty();
            }
            return run.frame().map(frame -> new Lanes.Piece(run, frame, frame.lend()));
        }
    }

    private void inspected(Run run, Judgement judgement, long fromNanos) {
        synchronized (guard.lock) {
            inspections.left(run);
            if (run.isJudged()) {
                keeper.keepLate(run.detail(plan.number(), judgement.values()));
            } else {
                run.inspected(fromNanos, System.nanoTime());
                answers.judge(run, judgement);
            }
            inspections.returned();
        }
        guard.changed();
    }

    /** What the camera's thread tells. */
    private final class CameraSite implements CameraNews {
        @Override
        public void cameraReady(CameraIdentity which) {
            LOG.info(
                    "station {}: its camera is there{}",
                    plan.number(),
                    which.words().isEmpty() ? "" : ": " + which.words());
            camera(Optional.empty());
        }

        @Override
        public void cameraAway(String why) {
            camera(Optional.of(why));
        }

        private void camera(Optional<String> fault) {
            synchronized (guard.lock) {
                guard.station.cameraFault(fault);
                settled = true;
                guard.lock.notifyAll();
            }
            guard.changed();
        }

        @Override
        public void captured(Run run, Shot shot, long askedNanos) {
            listener.pictureTaken(plan.number(), run.id, shot.frame());
            boolean wanted;
            synchronized (guard.lock) {
                wanted = !run.isJudged();
                guard.station.captureEnded(wanted);
                guard.station.cameraFault(Optional.empty());
                guard.lock.notifyAll();
                if (wanted) {
                    run.captured(shot, askedNanos, System.nanoTime());
                }
            }
            if (wanted) {
                inspections.lanes().inspect(run);
            } else {
                shot.frame().close();
            }
            guard.changed();
        }

        @Override
        public void failed(Run run, CameraException why) {
            synchronized (guard.lock) {
                guard.station.captureEnded(false);
                guard.lock.notifyAll();
                if (!run.isJudged()) {
                    run.missed(camera.notes());
                    answers.judge(run, Judgement.none(run.job.job(), Code.CAMERA_FAILED, why.getMessage()));
                }
                boolean away = why.kind() == CameraException.Kind.CAMERA_AWAY;
                guard.station.cameraFault(away ? Optional.of(why.getMessage()) : Optional.empty());
            }
            guard.changed();
        }

        @Override
        public void livePicture(Shot shot) {
            listener.pictureTaken(plan.number(), 0, shot.frame());
            shot.frame().close();
        }

        @Override
        public void tookByItself(Shot shot) {
            long began = shot.exposure()
                    .exposedNanos()
                    .orElse(shot.exposure().arrivedNanos().orElse(System.nanoTime()));
            Optional<Run> run = triggeredByCamera(began);
            if (run.isPresent()) {
                captured(run.get(), shot, began);
            } else {
                livePicture(shot);
                guard.changed();
            }
        }

        @Override
        public void lostOne(CameraException why) {
            triggeredByCamera(System.nanoTime()).ifPresent(run -> failed(run, why));
        }
    }
}
