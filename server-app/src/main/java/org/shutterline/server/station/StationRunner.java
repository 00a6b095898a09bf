package org.shutterline.server.station;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Origin;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StageTime;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.Shot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A station at work: its camera's thread, its inspecting lanes, its deadlines. All that it owns is guarded by its lock,
 * which is held for moments only, never while a camera, a tool or a disk works. Safe for all threads.
 */
public final class StationRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StationRunner.class);
    /** So long a camera may take to come back from a picture that is wanted no more. */
    private static final long GIVE_UP_MS = 1_000;

    private static final long LANE_ENDS_MS = 100;

    private final StationPlan plan;
    private final Keeper keeper;
    private final FrameSource frames;
    private final ScheduledExecutorService deadlines;
    private final Clock clock;
    private final StationListener listener;
    private final CameraLoop camera;
    private final Lanes lanes;
    private final JobChanger jobs;

    private final Object lock = new Object();
    private final Object remembering = new Object();
    private final Object telling = new Object();
    private final Station station;
    /** Accepted and not yet handed to the keeper, in the order of ids. */
    private final Deque<Run> waiting = new ArrayDeque<>();

    private final DeadlineWatch unanswered;

    private PreparedJob job;
    private int liveFps;
    private boolean settled;

    /**
     * @param first the job that is active at the start
     * @param deadlines a shared timer; tasks on it are short
     */
    public StationRunner(
            StationPlan plan,
            StationMemory memory,
            FirstJob first,
            JobShelf shelf,
            CameraOpener opener,
            FrameSource frames,
            Keeper keeper,
            ScheduledExecutorService deadlines,
            Clock clock,
            StationListener listener) {
        this.plan = plan;
        this.keeper = keeper;
        this.frames = frames;
        this.deadlines = deadlines;
        this.clock = clock;
        this.listener = listener;
        this.station = new Station(plan);
        this.unanswered = new DeadlineWatch(plan, deadlines, lock, new DeadlineSite());
        this.job = first.prepared();
        String name = "station-" + plan.number();
        this.camera = new CameraLoop(name + "-camera", opener, frames, new CameraSite());
        this.lanes = new Lanes(name, plan.mostInInspection(), this::takeUp, this::inspected);
        this.jobs = new JobChanger(name + "-job", shelf, plan.mostInInspection(), new JobSite());
        recall(memory, first);
    }

    private void recall(StationMemory memory, FirstJob first) {
        List<InspectionResult> newest = keeper.newest(plan.number(), plan.onceTriggers());
        station.recall(memory);
        station.once().recall(newest);
        station.job(first.name(), first.version());
        station.jobFault(first.fault());
        station.jobRemark(first.remark());
        station.online(memory.online());
        newest.stream().findFirst().ifPresent(result -> station.lastIdWas(result.id()));
    }

    /**
     * Has each lane judge a few grey pictures, so that the first part does not wait until libraries are loaded and code is
     * compiled. Before {@link #start()}.
     */
    public void warmUp() {
        job.warmUp(frames);
    }

    public void start() {
        camera.start();
        lanes.start();
    }

    public StationPlan plan() {
        return plan;
    }

    /** The job by which the next trigger is judged. */
    public Job activeJob() {
        synchronized (lock) {
            return job.job();
        }
    }

    public StationStatus status() {
        synchronized (lock) {
            return station.status();
        }
    }

    /**
     * A picture beside all triggers, for teaching. Blocks for as long as a trigger may take.
     *
     * @return whoever gets it owns its frame
     * @throws CameraException if there is none, or if the station is online, where it could keep a trigger waiting
     */
    public Shot look() throws CameraException, InterruptedException {
        if (status().state() != StationState.OFFLINE) {
            throw new CameraException(
                    CameraException.Kind.THIS_PICTURE, "the station is not offline, so only triggers take pictures");
        }
        CompletableFuture<Shot> wanted = camera.look();
        try {
            return wanted.get(plan.deadlineMs(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            wanted.thenAccept(shot -> shot.frame().close());
            throw new CameraException(CameraException.Kind.THIS_PICTURE, "no picture in time", late);
        } catch (ExecutionException failed) {
            throw new CameraException(
                    CameraException.Kind.THIS_PICTURE,
                    String.valueOf(failed.getCause().getMessage()),
                    failed);
        }
    }

    /** Waits until the camera was opened, or could not be; at most so long. */
    public void awaitSettled(long mostMs) throws InterruptedException {
        synchronized (lock) {
            await(() -> settled, mostMs);
        }
    }

    /**
     * Takes a picture and judges it, or says why not.
     *
     * @param readAtNanos when the trigger was read
     * @param time the same by the clock on the wall
     * @param stale it had waited while the whole program stood still
     * @return Accepted, Repeated or Refused
     */
    public Reply trigger(TriggerRequest request, Origin origin, long readAtNanos, OffsetDateTime time, boolean stale) {
        Run run;
        synchronized (lock) {
            long nowMs = clock.millis();
            Optional<Reply> answer = station.answer(request, stale, keeper.isSafe(), nowMs);
            if (answer.isPresent()) {
                if (answer.get() instanceof Reply.Refused) {
                    keeper.rememberRefused(plan.number(), station.status().refused());
                }
                return answer.get();
            }
            run = new Run(keeper.nextId(), request, origin, readAtNanos, time, job);
            station.accepted(run.id, request, nowMs);
            waiting.add(run);
            unanswered.accepted(run);
        }
        camera.capture(run);
        changed();
        return new Reply.Accepted(run.id, false);
    }

    /** The deadline is near: what has no verdict yet is judged UNKNOWN. */
    private void cut(Run run) {
        boolean captured;
        synchronized (lock) {
            captured = run.frame().isPresent();
            if (!run.isJudged()) {
                Code code = captured ? Code.DEADLINE_PASSED : Code.CAMERA_TIMEOUT;
                String why = captured ? "the inspection was not done in time" : "the camera gave no picture in time";
                judge(run, Judgement.none(run.job.job(), code, why));
            }
        }
        if (!captured) {
            camera.giveUp(run);
            deadlines.schedule(() -> stuckCamera(run), GIVE_UP_MS, TimeUnit.MILLISECONDS);
        } else {
            lanes.overdue(run).ifPresent(this::stuckTool);
        }
    }

    private void stuckCamera(Run run) {
        if (camera.isCapturing(run)) {
            synchronized (lock) {
                station.cameraFault(Optional.of("the camera does not come back from a picture"));
            }
            changed();
        }
    }

    private void stuckTool(String why) {
        synchronized (lock) {
            station.toolFault(Optional.of(why));
        }
        LOG.error("station {}: {}", plan.number(), why);
        changed();
    }

    /** Its row is not durable by the deadline. */
    private void unsafe(Run run) {
        synchronized (lock) {
            if (run.isEnded()) {
                return;
            }
            end(run);
            station.once().unsafe(run.id);
        }
        listener.unsafe(plan.number(), run.id);
    }

    private void end(Run run) {
        run.end();
        unanswered.answered(run);
        lock.notifyAll();
    }

    private void judge(Run run, Judgement judgement) {
        run.judged(judgement, System.nanoTime());
        while (!waiting.isEmpty() && waiting.getFirst().isJudged()) {
            Run first = waiting.removeFirst();
            keeper.keep(first.detail(plan.number()), first.handFrameOver(), new Kept(first));
        }
    }

    /** A lane takes the next picture up. Returns whether it is still wanted; if so its frame is lent to the lane. */
    private Optional<Lanes.Piece> takeUp(Run run) {
        synchronized (lock) {
            if (run.isJudged()) {
                station.inspectionEnded();
                lock.notifyAll();
                return Optional.empty();
            }
            return run.frame().map(frame -> new Lanes.Piece(run, frame, frame.lend()));
        }
    }

    private void inspected(Run run, Judgement judgement, long fromNanos) {
        synchronized (lock) {
            station.inspectionEnded();
            lock.notifyAll();
            if (run.isJudged()) {
                keeper.keepLate(run.detail(plan.number(), judgement.values()));
            } else {
                run.stage("inspection", fromNanos, System.nanoTime());
                judge(run, judgement);
            }
            if (!lanes.isStuck()) {
                station.toolFault(Optional.empty());
            }
        }
        changed();
    }

    /** Takes triggers from now on. */
    public void goOnline() {
        online(true);
    }

    /** Refuses triggers from now on; what runs is finished. */
    public void goOffline() {
        online(false);
    }

    private void online(boolean yes) {
        synchronized (lock) {
            station.online(yes);
            setCameraLive();
        }
        changed();
    }

    /** Counts anew from here on. */
    public void resetCounters() {
        synchronized (lock) {
            station.resetCounters(keeper.nextId() - 1);
        }
        changed();
    }

    /** Makes durable what the station is to know after a restart: job, online, counters. Blocks on the disk. */
    public void remember() {
        synchronized (remembering) {
            StationMemory memory;
            synchronized (lock) {
                memory = station.memory();
            }
            keeper.remember(memory);
        }
    }

    /**
     * Changes the job when nothing runs any more; triggers meanwhile find the station busy.
     *
     * @param reply JobChanged or Refused, on another thread
     */
    public void changeJob(String name, Consumer<Reply> reply) {
        jobs.change(name, reply);
    }

    /**
     * Gives the active job another content when nothing runs any more; triggers meanwhile find the station busy.
     *
     * @param reply Done or Refused, when the station takes triggers again
     */
    public void retouch(Retouch retouch, Consumer<Reply> reply) {
        if (hasNoJob()) {
            reply.accept(new Reply.Refused(Code.STATION_FAULT));
            return;
        }
        jobs.retouch(retouch, reply);
    }

    /** The same after another station's, whatever else runs now; no trigger that comes later is judged by the old content. */
    public void follow(Retouch retouch) {
        if (!hasNoJob()) {
            jobs.follow(retouch);
        }
    }

    /** Only somebody who activates a job ends this. */
    private boolean hasNoJob() {
        synchronized (lock) {
            return station.hasJobFault();
        }
    }

    /** Tells the job that is active after every change that was asked for before, on another thread. */
    public void tellJob(Consumer<Job> listener) {
        jobs.tell(listener);
    }

    /** While it is offline its camera runs at so many pictures a second, 0 for none; online only triggers take pictures. */
    public void live(int fps) {
        synchronized (lock) {
            liveFps = fps;
            setCameraLive();
        }
    }

    private void setCameraLive() {
        camera.live(station.isOnline() ? 0 : liveFps);
    }

    /** In the order in which it became so: a state that was overtaken is never told last. */
    private void changed() {
        synchronized (telling) {
            listener.changed(status());
        }
    }

    /** Refuses triggers from now on, because the program ends. */
    public void takeNoMore() {
        synchronized (lock) {
            station.stopping();
        }
    }

    /** Whether every accepted trigger was answered within so long. */
    public boolean awaitAnswered(long mostMs) throws InterruptedException {
        synchronized (lock) {
            return await(unanswered::isAllAnswered, mostMs);
        }
    }

    /** Waits, the lock being held and freed meanwhile, until it is so; at most so long. Returns whether it is. */
    private boolean await(BooleanSupplier so, long mostMs) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(mostMs);
        while (!so.getAsBoolean() && until - System.nanoTime() > 0) {
            TimeUnit.NANOSECONDS.timedWait(lock, until - System.nanoTime());
        }
        return so.getAsBoolean();
    }

    /** Judges everything UNKNOWN that has no verdict yet: the program ends. */
    public void abandonAll() {
        synchronized (lock) {
            for (Run run : List.copyOf(waiting)) {
                if (!run.isJudged()) {
                    judge(run, Judgement.none(run.job.job(), Code.DEADLINE_PASSED, "the server was stopped"));
                }
            }
        }
    }

    /** It is about to be closed: what takes a while to end begins to, so that all stations take that while together. */
    public void farewell() {
        camera.close();
        lanes.close();
        jobs.close();
        eachEndedLane(Inspector::farewell);
    }

    @Override
    public void close() {
        farewell();
        eachEndedLane(Inspector::close);
        try {
            remember();
        } catch (RuntimeException unsafe) {
            LOG.warn(
                    "station {}: what it should know after a restart is not stored: {}",
                    plan.number(),
                    unsafe.toString());
        }
    }

    /** Tools may have processes of their own. One that still runs is not touched: what it holds would be freed under it. */
    private void eachEndedLane(Consumer<Inspector> deed) {
        PreparedJob last;
        synchronized (lock) {
            last = job;
        }
        try {
            for (int lane = 0; lane < plan.mostInInspection(); lane++) {
                if (lanes.hasEnded(lane, LANE_ENDS_MS)) {
                    deed.accept(last.lane(lane));
                }
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the deadlines' timer tells. */
    private final class DeadlineSite implements DeadlineWatch.Site {
        @Override
        public void near(Run run) {
            cut(run);
        }

        @Override
        public void passed(Run run) {
            unsafe(run);
        }
    }

    /** What the camera's thread tells. */
    private final class CameraSite implements CameraLoop.Site {
        @Override
        public void cameraReady() {
            camera(Optional.empty());
        }

        @Override
        public void cameraAway(String why) {
            camera(Optional.of(why));
        }

        private void camera(Optional<String> fault) {
            synchronized (lock) {
                station.cameraFault(fault);
                settled = true;
                lock.notifyAll();
            }
            changed();
        }

        @Override
        public void captured(Run run, Shot shot, long askedNanos) {
            listener.pictureTaken(plan.number(), run.id, shot.frame());
            boolean wanted;
            synchronized (lock) {
                wanted = !run.isJudged();
                station.captureEnded(wanted);
                station.cameraFault(Optional.empty());
                lock.notifyAll();
                if (wanted) {
                    run.stage("picture", askedNanos, System.nanoTime());
                    run.captured(shot);
                }
            }
            if (wanted) {
                lanes.inspect(run);
            } else {
                shot.frame().close();
            }
            changed();
        }

        @Override
        public void failed(Run run, CameraException why) {
            synchronized (lock) {
                station.captureEnded(false);
                lock.notifyAll();
                if (!run.isJudged()) {
                    judge(run, Judgement.none(run.job.job(), Code.CAMERA_FAILED, why.getMessage()));
                }
                boolean away = why.kind() == CameraException.Kind.CAMERA_AWAY;
                station.cameraFault(away ? Optional.of(why.getMessage()) : Optional.empty());
            }
            changed();
        }

        @Override
        public void livePicture(Shot shot) {
            listener.pictureTaken(plan.number(), 0, shot.frame());
            shot.frame().close();
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
            synchronized (lock) {
                run.stage("storing", run.judgedAtNanos(), System.nanoTime());
                stages = run.detail(plan.number()).stages();
                station.kept(result);
                end(run);
            }
            listener.finished(result, stages);
        }

        @Override
        public void unsafe(String why) {
            LOG.error("station {}: result {} is not safe: {}", plan.number(), run.id, why);
            StationRunner.this.unsafe(run);
        }
    }

    /** What changing the job needs of the station. */
    private final class JobSite implements JobChanger.Site {
        @Override
        public boolean begin() {
            return begun(station::beginJobChange);
        }

        @Override
        public void end() {
            ended(station::endJobChange);
        }

        @Override
        public boolean beginRetouch() {
            return begun(station::beginRetouch);
        }

        @Override
        public void endRetouch() {
            ended(station::endRetouch);
        }

        private boolean begun(BooleanSupplier beginning) {
            boolean begun;
            synchronized (lock) {
                begun = beginning.getAsBoolean();
            }
            changed();
            return begun;
        }

        private void ended(Runnable ending) {
            synchronized (lock) {
                ending.run();
            }
            changed();
        }

        @Override
        public Job active() {
            return activeJob();
        }

        @Override
        public boolean awaitIdle(long mostMs) throws InterruptedException {
            synchronized (lock) {
                return await(station::isIdle, mostMs);
            }
        }

        @Override
        public void exchange(PreparedJob prepared) {
            PreparedJob old;
            synchronized (lock) {
                old = job;
                job = prepared;
                station.job(prepared.name(), prepared.version());
            }
            old.close();
        }

        @Override
        public void remember() {
            StationRunner.this.remember();
        }
    }
}
