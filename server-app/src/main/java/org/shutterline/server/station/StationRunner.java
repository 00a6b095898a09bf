package org.shutterline.server.station;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Origin;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.Shot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A station at work: its triggers on their way, its job, whether it is online, what it remembers. Safe for all threads. */
public final class StationRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StationRunner.class);
    private static final long LANE_ENDS_MS = 100;

    private final StationPlan plan;
    private final Keeper keeper;
    private final FrameSource frames;
    private final Guard guard;
    private final ActiveJob job;
    private final Runs runs;
    private final Object remembering = new Object();
    private int liveFps;

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
        this(plan, memory, first, shelf, SetUp.USUAL, opener, frames, keeper, deadlines, clock, listener);
    }

    StationRunner(
            StationPlan plan,
            StationMemory memory,
            FirstJob first,
            JobShelf shelf,
            SetUp setUp,
            CameraOpener opener,
            FrameSource frames,
            Keeper keeper,
            ScheduledExecutorService deadlines,
            Clock clock,
            StationListener listener) {
        this.plan = plan;
        this.keeper = keeper;
        this.frames = frames;
        this.guard = new Guard(recalled(plan, memory, keeper, clock.instant()), listener);
        String name = "station-" + plan.number();
        this.job = new ActiveJob(name + "-job", guard, first, shelf, setUp, this::remember);
        this.runs = new Runs(name, plan, guard, job, opener, frames, keeper, deadlines, clock, listener);
    }

    private static Station recalled(StationPlan plan, StationMemory memory, Keeper keeper, Instant wall) {
        Station station = new Station(plan);
        List<InspectionResult> newest = keeper.newest(plan.number(), plan.onceTriggers());
        station.recall(memory);
        station.once().recall(newest, wall, OnceMemory.nowMs());
        station.online(memory.online());
        newest.stream().findFirst().ifPresent(result -> station.lastIdWas(result.id()));
        return station;
    }

    /**
     * Has each lane judge a few grey pictures, so that the first part does not wait until libraries are loaded and code is
     * compiled. Before {@link #start()}.
     */
    public void warmUp() {
        job.prepared().warmUp(frames);
    }

    public void start() {
        runs.start();
    }

    public StationPlan plan() {
        return plan;
    }

    /** The job by which the next trigger is judged; one without tools if there is none that can be set up. */
    public Job activeJob() {
        return job.prepared().job();
    }

    public StationStatus status() {
        return guard.status();
    }

    /**
     * Gives its camera changed settings between two pictures.
     *
     * @return completed when they hold; with a {@link CameraException} if the camera refuses them
     */
    public CompletableFuture<Boolean> adjustCamera(Options options) {
        return runs.camera().adjust(options);
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
        CompletableFuture<Shot> wanted = runs.camera().look();
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
        runs.awaitSettled(mostMs);
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
        return runs.trigger(request, origin, readAtNanos, time, stale);
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
        synchronized (guard.lock) {
            guard.station.online(yes);
            setCameraLive();
        }
        guard.changed();
    }

    /** Counts anew from here on; a part that is answered later counts. */
    public void resetCounters() {
        synchronized (guard.lock) {
            long next = runs.answers().lowestUnanswered().orElseGet(keeper::nextId);
            guard.station.resetCounters(next - 1);
        }
        guard.changed();
    }

    /** Makes durable what the station is to know after a restart: job, version, online, counters. Blocks on the disk. */
    public void remember() {
        synchronized (remembering) {
            StationMemory memory;
            synchronized (guard.lock) {
                memory = guard.station.memory();
            }
            keeper.remember(memory);
        }
    }

    /**
     * Changes the job when nothing runs any more, several in their order; triggers meanwhile find the station busy.
     *
     * @param reply JobChanged or Refused, on another thread
     */
    public void changeJob(String name, Consumer<Reply> reply) {
        job.change(name, reply);
    }

    /**
     * Gives the active job another content when nothing runs any more; triggers meanwhile find the station busy.
     *
     * @param reply Done or Refused, when the station takes triggers again
     */
    public void retouch(Retouch retouch, Consumer<Reply> reply) {
        job.retouch(retouch, reply);
    }

    /**
     * The same after another station's, whatever else runs now; no trigger that comes later is judged by the old content.
     *
     * @return completed when a restart knows it too, or when it is not to be had
     */
    public CompletableFuture<Void> follow(Retouch retouch) {
        return job.follow(retouch);
    }

    /** Tells the job that is active after every change that was asked for before, on another thread. */
    public void tellJob(Consumer<Job> listener) {
        job.tell(listener);
    }

    /** While it is offline its camera runs at so many pictures a second, 0 for none; online only triggers take pictures. */
    public void live(int fps) {
        synchronized (guard.lock) {
            liveFps = fps;
            setCameraLive();
        }
    }

    private void setCameraLive() {
        runs.camera().live(guard.station.isOnline() ? 0 : liveFps);
    }

    /** Refuses triggers from now on, because the program ends. */
    public void takeNoMore() {
        synchronized (guard.lock) {
            guard.station.stopping();
        }
    }

    /** Whether every accepted trigger was answered within so long. */
    public boolean awaitAnswered(long mostMs) throws InterruptedException {
        return runs.answers().await(mostMs);
    }

    /** Judges everything UNKNOWN that has no verdict yet: the program ends. */
    public void abandonAll() {
        runs.answers().abandonAll();
    }

    /** It is about to be closed: what takes a while to end begins to, so that all stations take that while together. */
    public void farewell() {
        runs.camera().close();
        runs.lanes().close();
        job.close();
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
        PreparedJob last = job.prepared();
        try {
            for (int lane = 0; lane < last.lanes(); lane++) {
                if (runs.lanes().hasEnded(lane, LANE_ENDS_MS)) {
                    deed.accept(last.lane(lane));
                }
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
