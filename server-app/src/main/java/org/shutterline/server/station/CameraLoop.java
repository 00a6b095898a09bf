package org.shutterline.server.station;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraIdentity;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.Shot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that uses a station's camera: it opens it, takes the pictures that are asked for, and opens it again
 * after it was away.
 */
final class CameraLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CameraLoop.class);
    private static final long[] RETRY_MS = {500, 1_000, 2_000, 3_000};
    private static final long AWAIT_MS = 200;
    private static final long ADJUST_MS = 15_000;
    private static final Object IDLE = new Object();

    /** What the loop tells its station; called on the camera's thread, or on the one that gives up waiting. */
    interface Site {
        void cameraReady(CameraIdentity which);

        void cameraAway(String why);

        void captured(Run run, Shot shot, long askedNanos);

        void failed(Run run, CameraException why);

        /** A live picture; the site owns its frame. */
        void livePicture(Shot shot);

        /** The camera took one by itself; the site owns its frame. */
        void tookByItself(Shot shot);

        /** The camera took one by itself and it cannot be had. */
        void lostOne(CameraException why);
    }

    private final CameraOpener opener;
    private final FrameSource frames;
    private final Site site;
    private final ScheduledExecutorService alarms;
    private final long besideMs;
    private final Thread thread;
    private final Occupation occupation;
    private final BlockingQueue<Optional<Run>> asked = new LinkedTransferQueue<>();
    private final Queue<CompletableFuture<Shot>> looks = new ConcurrentLinkedQueue<>();
    private final Queue<Changed> changes = new ConcurrentLinkedQueue<>();
    private Optional<Camera> camera = Optional.empty();
    private volatile int liveFps;
    private long nextLiveNanos = System.nanoTime();
    private int failures;

    /**
     * @param alarms a shared timer
     * @param besideMs so long a picture may take that no trigger wants; nobody else would give it up
     */
    CameraLoop(
            String name,
            CameraOpener opener,
            FrameSource frames,
            ScheduledExecutorService alarms,
            long besideMs,
            Site site) {
        this.opener = opener;
        this.frames = frames;
        this.alarms = alarms;
        this.besideMs = besideMs;
        this.site = site;
        this.thread = new Thread(this::loop, name);
        this.occupation = new Occupation(thread);
    }

    void start() {
        thread.start();
    }

    /** Settings that are to hold from the next picture on. */
    private record Changed(Options options, CompletableFuture<Boolean> done) {}

    /** Takes a picture for this run as soon as the camera is free. */
    void capture(Run run) {
        ask(Optional.of(run));
    }

    private void ask(Optional<Run> run) {
        asked.add(run);
        occupation.interrupt(IDLE);
    }

    /**
     * Gives the camera changed settings between two pictures; one that cannot take them while it is open is opened again.
     *
     * @return when they hold, or why they do not
     */
    CompletableFuture<Boolean> adjust(Options options) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        changes.add(new Changed(options, done));
        ask(Optional.empty());
        return done;
    }

    /** Takes one picture beside all triggers as soon as none is asked for. Whoever gets it owns its frame. */
    CompletableFuture<Shot> look() {
        CompletableFuture<Shot> wanted = new CompletableFuture<>();
        looks.add(wanted);
        ask(Optional.empty());
        return wanted;
    }

    /** Takes pictures by itself whenever nothing else is asked for; 0 ends it. */
    void live(int fps) {
        liveFps = fps;
        ask(Optional.empty());
    }

    /** The picture of this run is wanted no more, begun or not. */
    void giveUp(Run run) {
        synchronized (occupation) {
            run.unwanted();
            occupation.interrupt(run);
        }
    }

    /** Whether the camera still works on the picture of this run. */
    boolean isCapturing(Run run) {
        return occupation.isWith(run);
    }

    /** Whether it has not even begun with the picture of this run. */
    boolean isYetToCapture(Run run) {
        return asked.contains(Optional.of(run));
    }

    /** What is to be noted of a picture that was asked for last and did not come. */
    Map<String, String> notes() {
        return opener.notes();
    }

    private void loop() {
        while (!occupation.isClosed()) {
            try {
                if (camera.isEmpty()) {
                    open();
                } else {
                    takeNext();
                }
            } catch (InterruptedException wantedNoMore) {
                LOG.debug("{}: interrupted", thread.getName());
            } catch (RuntimeException | Error broken) {
                away("the camera's driver broke: " + broken, broken);
            }
        }
        closeCamera();
        refuseAll(new CameraException(CameraException.Kind.CAMERA_AWAY, "the server was stopped"));
    }

    /** Whoever waits for something beside the triggers. */
    private void refuseAll(CameraException why) {
        for (CompletableFuture<Shot> look = looks.poll(); look != null; look = looks.poll()) {
            look.completeExceptionally(why);
        }
        for (Changed changed = changes.poll(); changed != null; changed = changes.poll()) {
            changed.done().completeExceptionally(why);
        }
    }

    private void open() throws InterruptedException {
        // it is opened with whatever settings there are by then
        for (Changed changed = changes.poll(); changed != null; changed = changes.poll()) {
            changed.done().complete(true);
        }
        try {
            camera = Optional.of(opener.open());
            failures = 0;
            site.cameraReady(camera.get().identity());
        } catch (CameraException away) {
            away(away.getMessage(), away);
        }
    }

    /** Waits before the next try; triggers that were accepted a moment ago are told at once. */
    private void away(String why, Throwable cause) {
        closeCamera();
        site.cameraAway(why);
        LOG.warn("{}: {}", thread.getName(), why, failures == 0 ? cause : null);
        long waitUntil = System.nanoTime()
                + Duration.ofMillis(RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)])
                        .toNanos();
        try {
            while (!occupation.isClosed() && waitUntil - System.nanoTime() > 0) {
                Optional<Run> run = poll(waitUntil - System.nanoTime());
                run.ifPresent(r -> site.failed(r, new CameraException(CameraException.Kind.CAMERA_AWAY, why)));
                for (CompletableFuture<Shot> look = looks.poll(); look != null; look = looks.poll()) {
                    look.completeExceptionally(new CameraException(CameraException.Kind.CAMERA_AWAY, why));
                }
            }
        } catch (InterruptedException wantedNoMore) {
            LOG.debug("{}: interrupted while waiting", thread.getName());
        }
    }

    private void takeNext() throws InterruptedException {
        int fps = liveFps;
        boolean byItself = camera.orElseThrow().takesByItself();
        long waitNanos = byItself ? 0 : fps > 0 ? nextLiveNanos - System.nanoTime() : TimeUnit.SECONDS.toNanos(1);
        Optional<Run> run = poll(waitNanos);
        if (!changes.isEmpty()) {
            Changed changed = changes.remove();
            beside(ADJUST_MS, changed.done(), open -> change(changed, open));
            run.ifPresent(first -> asked.add(Optional.of(first)));
        } else if (run.isPresent()) {
            capture(run.get(), camera.orElseThrow());
        } else if (!looks.isEmpty()) {
            CompletableFuture<Shot> wanted = looks.remove();
            beside(besideMs, wanted, open -> look(wanted, open));
        } else if (fps > 0 && nextLiveNanos - System.nanoTime() <= 0) {
            nextLiveNanos = System.nanoTime() + 1_000_000_000L / fps;
            beside(besideMs, new CompletableFuture<>(), open -> site.livePicture(open.capture(frames)));
        } else if (byItself || fps == 0) {
            idle(camera.orElseThrow(), byItself);
        }
    }

    /** Something that no trigger asked for. */
    private interface Beside {
        void with(Camera open) throws CameraException, InterruptedException;
    }

    /**
     * Does it, and ends it when it takes too long: no deadline of a trigger would.
     *
     * @param wanted told why if it fails
     */
    private void beside(long mostMs, CompletableFuture<?> wanted, Beside work) {
        if (wanted.isDone()) {
            return;
        }
        occupation.begin(wanted);
        Future<?> alarm = alarms.schedule(() -> occupation.interrupt(wanted), mostMs, TimeUnit.MILLISECONDS);
        Optional<CameraException> failed = Optional.empty();
        try {
            work.with(camera.orElseThrow());
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
        failed.ifPresent(why -> LOG.debug("{}: beside the triggers: {}", thread.getName(), why.getMessage()));
        failed.ifPresent(wanted::completeExceptionally);
        failed.filter(why -> why.kind() == CameraException.Kind.CAMERA_AWAY)
                .ifPresent(why -> away(why.getMessage(), why));
    }

    private void change(Changed changed, Camera open) throws CameraException {
        if (!open.adjust(changed.options())) {
            closeCamera();
        }
        changed.done().complete(true);
    }

    private void look(CompletableFuture<Shot> wanted, Camera open) throws CameraException, InterruptedException {
        Shot shot = open.capture(frames);
        if (!wanted.complete(shot)) {
            shot.frame().close();
        }
    }

    /** Waits for what the camera takes by itself, or looks whether it is there; ends early when something is asked for. */
    private void idle(Camera open, boolean byItself) {
        synchronized (occupation) {
            if (!asked.isEmpty()) {
                return;
            }
            occupation.begin(IDLE);
        }
        Optional<Shot> shot = Optional.empty();
        Optional<CameraException> failed = Optional.empty();
        try {
            if (byItself) {
                shot = open.await(frames, AWAIT_MS);
            } else {
                open.check();
            }
        } catch (CameraException why) {
            failed = Optional.of(why);
        } catch (InterruptedException askedFor) {
            LOG.trace("{}: something is asked for", thread.getName());
        } finally {
            occupation.end();
        }
        shot.ifPresent(site::tookByItself);
        failed.ifPresent(why -> failedIdle(why, byItself));
    }

    private void failedIdle(CameraException why, boolean byItself) {
        if (why.kind() == CameraException.Kind.CAMERA_AWAY) {
            away(why.getMessage(), why);
        } else if (byItself) {
            site.lostOne(why);
        }
    }

    private Optional<Run> poll(long waitNanos) throws InterruptedException {
        Optional<Run> next = asked.poll(Math.max(0, waitNanos), TimeUnit.NANOSECONDS);
        return next == null ? Optional.empty() : next;
    }

    private boolean begin(Run run) {
        synchronized (occupation) {
            if (!run.isUnwanted()) {
                occupation.begin(run);
            }
            return !run.isUnwanted();
        }
    }

    private void capture(Run run, Camera open) {
        CameraException late = new CameraException(CameraException.Kind.THIS_PICTURE, "no picture in time");
        if (!begin(run)) {
            site.failed(run, late);
            return;
        }
        long askedNanos = System.nanoTime();
        Optional<Shot> shot = Optional.empty();
        Optional<CameraException> failed = Optional.empty();
        try {
            shot = Optional.of(open.capture(frames));
        } catch (CameraException why) {
            failed = Optional.of(why);
        } catch (InterruptedException wantedNoMore) {
            failed = Optional.of(late);
        } catch (RuntimeException | Error broken) {
            occupation.end();
            site.failed(
                    run, new CameraException(CameraException.Kind.CAMERA_AWAY, "the camera's driver broke", broken));
            throw broken;
        }
        occupation.end();
        shot.ifPresent(taken -> site.captured(run, taken, askedNanos));
        failed.ifPresent(why -> site.failed(run, why));
        failed.filter(why -> why.kind() == CameraException.Kind.CAMERA_AWAY)
                .ifPresent(why -> away(why.getMessage(), why));
    }

    private void closeCamera() {
        camera.ifPresent(Camera::close);
        camera = Optional.empty();
    }

    @Override
    public void close() {
        occupation.close();
    }
}
