package org.shutterline.server.station;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.Shot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is wanted of a camera beside the triggers: changed settings, looks, live pictures. Asked for on any thread, done on
 * the camera's.
 */
final class Errands {
    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);
    private static final long ADJUST_MS = 15_000;

    private final Occupation occupation;
    private final FrameSource frames;
    private final ScheduledExecutorService alarms;
    private final long pictureMs;
    private final Consumer<Shot> live;
    private final Queue<CompletableFuture<Shot>> looks = new ConcurrentLinkedQueue<>();
    private final Queue<Changed> changes = new ConcurrentLinkedQueue<>();
    private volatile Optional<CameraException> ended = Optional.empty();
    private volatile int liveFps;
    private long nextLiveNanos = System.nanoTime();

    /**
     * @param alarms a shared timer
     * @param pictureMs so long a picture may take that no trigger wants; nobody else would give it up
     * @param live owns the frames of live pictures
     */
    Errands(
            Occupation occupation,
            FrameSource frames,
            ScheduledExecutorService alarms,
            long pictureMs,
            Consumer<Shot> live) {
        this.occupation = occupation;
        this.frames = frames;
        this.alarms = alarms;
        this.pictureMs = pictureMs;
        this.live = live;
    }

    /** Settings that are to hold from the next picture on. */
    private record Changed(Options options, CompletableFuture<Boolean> done) {}

    /** What a camera does for one of them. */
    private interface Deed {
        void with(Camera open) throws CameraException, InterruptedException;
    }

    /**
     * One of them.
     *
     * @param wanted told why if it fails
     */
    record Errand(long mostMs, CompletableFuture<?> wanted, Deed deed) {}

    CompletableFuture<Boolean> adjust(Options options) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        changes.add(new Changed(options, done));
        ended.ifPresent(this::refuse);
        return done;
    }

    /** Whoever gets the picture owns its frame. */
    CompletableFuture<Shot> look() {
        CompletableFuture<Shot> wanted = new CompletableFuture<>();
        looks.add(wanted);
        ended.ifPresent(this::refuse);
        return wanted;
    }

    void live(int fps) {
        liveFps = fps;
    }

    boolean isLive() {
        return liveFps > 0;
    }

    /** How long the camera may rest; less when something is asked for. */
    long restNanos() {
        return isLive() ? nextLiveNanos - System.nanoTime() : TimeUnit.SECONDS.toNanos(1);
    }

    /**
     * Settings that are to hold before the next picture, a trigger's too.
     *
     * @param reopen closes a camera that cannot take them while it is open
     */
    Optional<Errand> nextChange(Runnable reopen) {
        return Optional.ofNullable(changes.poll())
                .map(changed -> new Errand(ADJUST_MS, changed.done(), open -> {
                    if (!open.adjust(changed.options())) {
                        reopen.run();
                    }
                    changed.done().complete(true);
                }));
    }

    /** A picture that is to be taken now, as no trigger wants one. */
    Optional<Errand> nextPicture() {
        CompletableFuture<Shot> wanted = looks.poll();
        if (wanted != null) {
            return Optional.of(new Errand(pictureMs, wanted, open -> {
                Shot shot = open.capture(frames);
                if (!wanted.complete(shot)) {
                    shot.frame().close();
                }
            }));
        }
        int fps = liveFps;
        if (fps == 0 || nextLiveNanos - System.nanoTime() > 0) {
            return Optional.empty();
        }
        nextLiveNanos = System.nanoTime() + 1_000_000_000L / fps;
        return Optional.of(new Errand(pictureMs, new CompletableFuture<>(), open -> live.accept(open.capture(frames))));
    }

    /**
     * Does it, and ends it when it takes too long: no deadline of a trigger would.
     *
     * @return why it failed, if so
     */
    Optional<CameraException> run(Errand errand, Camera open) {
        CompletableFuture<?> wanted = errand.wanted();
        if (wanted.isDone()) {
            return Optional.empty();
        }
        occupation.begin(wanted);
        Future<?> alarm = alarms.schedule(() -> occupation.interrupt(wanted), errand.mostMs(), TimeUnit.MILLISECONDS);
        Optional<CameraException> failed = Optional.empty();
        try {
            errand.deed().with(open);
        } catch (CameraException why) {
            failed = Optional.of(why);
        } catch (InterruptedException late) {
            failed = Optional.of(new CameraException(CameraException.Kind.THIS_PICTURE, "no picture in time", late));
        } catch (RuntimeException | Error broken) {
            wanted.completeExceptionally(broken);
            throw broken;
        } finally {
            alarm.cancel(false);
            occupation.end();
        }
        failed.ifPresent(why ->
                LOG.debug("{}: beside the triggers: {}", Thread.currentThread().getName(), why.getMessage()));
        failed.ifPresent(wanted::completeExceptionally);
        return failed;
    }

    /** The camera is about to be opened: with whatever settings there are by then. */
    void opening() {
        for (Changed changed = changes.poll(); changed != null; changed = changes.poll()) {
            changed.done().complete(true);
        }
    }

    /** The camera is away: nobody waits for a look at it. Changed settings hold when it is back. */
    void refuseLooks(CameraException why) {
        for (CompletableFuture<Shot> look = looks.poll(); look != null; look = looks.poll()) {
            look.completeExceptionally(why);
        }
    }

    /** The camera is opened no more: nobody waits for it, nor will. */
    void refuseAll(CameraException why) {
        ended = Optional.of(why);
        refuse(why);
    }

    private void refuse(CameraException why) {
        refuseLooks(why);
        for (Changed changed = changes.poll(); changed != null; changed = changes.poll()) {
            changed.done().completeExceptionally(why);
        }
    }
}
