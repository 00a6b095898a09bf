package org.shutterline.server.station;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
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
    private static final long[] RETRY_MS = {500, 1_000, 2_000};
    private static final long AWAIT_MS = 200;
    private static final Object IDLE = new Object();

    private final CameraOpener opener;
    private final FrameSource frames;
    private final CameraNews news;
    private final Thread thread;
    private final Occupation occupation;
    private final BlockingQueue<Optional<Run>> asked = new LinkedTransferQueue<>();
    private final Errands errands;
    private Optional<Camera> camera = Optional.empty();
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
            CameraNews news) {
        this.opener = opener;
        this.frames = frames;
        this.news = news;
        this.thread = new Thread(this::loop, name);
        this.occupation = new Occupation(thread);
        this.errands = new Errands(occupation, frames, alarms, besideMs, news::livePicture);
    }

    void start() {
        thread.start();
    }

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
        CompletableFuture<Boolean> done = errands.adjust(options);
        ask(Optional.empty());
        return done;
    }

    /** Takes one picture beside all triggers as soon as none is asked for. Whoever gets it owns its frame. */
    CompletableFuture<Shot> look() {
        CompletableFuture<Shot> wanted = errands.look();
        ask(Optional.empty());
        return wanted;
    }

    /** Takes pictures by itself whenever nothing else is asked for; 0 ends it. */
    void live(int fps) {
        errands.live(fps);
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
        try {
            work();
        } finally {
            closeCamera();
            errands.refuseAll(new CameraException(CameraException.Kind.CAMERA_AWAY, "the server was stopped"));
        }
    }

    private void work() {
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
    }

    private void open() throws InterruptedException {
        errands.opening();
        try {
            camera = Optional.of(opener.open());
            failures = 0;
            news.cameraReady(camera.get().identity());
        } catch (CameraException away) {
            away(away.getMessage(), away);
        }
    }

    /** Waits before the next try; triggers that were accepted a moment ago are told at once. */
    private void away(String why, Throwable cause) {
        closeCamera();
        news.cameraAway(why);
        LOG.warn("{}: {}", thread.getName(), why, failures == 0 ? cause : null);
        long waitMs = RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)];
        long waitUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMs);
        CameraException refusal = new CameraException(CameraException.Kind.CAMERA_AWAY, why);
        try {
            while (!occupation.isClosed() && waitUntil - System.nanoTime() > 0) {
                poll(waitUntil - System.nanoTime()).ifPresent(run -> news.failed(run, refusal));
                errands.refuseLooks(refusal);
            }
        } catch (InterruptedException wantedNoMore) {
            LOG.debug("{}: interrupted while waiting", thread.getName());
        }
    }

    private void takeNext() throws InterruptedException {
        Camera open = camera.orElseThrow();
        boolean byItself = open.takesByItself();
        Optional<Run> run = poll(byItself ? 0 : errands.restNanos());
        Optional<Errands.Errand> change = errands.nextChange(this::closeCamera);
        if (change.isPresent()) {
            // first, so that the trigger is known whatever becomes of the camera
            run.ifPresent(first -> asked.add(Optional.of(first)));
            run(change.get(), open);
        } else if (run.isPresent()) {
            capture(run.get(), open);
        } else {
            takeBeside(open, byItself);
        }
    }

    private void takeBeside(Camera open, boolean byItself) {
        Optional<Errands.Errand> picture = errands.nextPicture();
        if (picture.isPresent()) {
            run(picture.get(), open);
        } else if (byItself || !errands.isLive()) {
            idle(open, byItself);
        }
    }

    private void run(Errands.Errand errand, Camera open) {
        errands.run(errand, open).ifPresent(this::awayIfSo);
    }

    private void awayIfSo(CameraException why) {
        if (why.kind() == CameraException.Kind.CAMERA_AWAY) {
            away(why.getMessage(), why);
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
        shot.ifPresent(news::tookByItself);
        failed.filter(why -> byItself && why.kind() == CameraException.Kind.THIS_PICTURE)
                .ifPresent(news::lostOne);
        failed.ifPresent(this::awayIfSo);
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
            news.failed(run, late);
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
            news.failed(
                    run, new CameraException(CameraException.Kind.CAMERA_AWAY, "the camera's driver broke", broken));
            throw broken;
        }
        occupation.end();
        shot.ifPresent(taken -> news.captured(run, taken, askedNanos));
        failed.ifPresent(why -> news.failed(run, why));
        failed.ifPresent(this::awayIfSo);
    }

    /** It counts as closed however its driver takes it: the station must get its camera back. */
    private void closeCamera() {
        Optional<Camera> old = camera;
        camera = Optional.empty();
        try {
            old.ifPresent(Camera::close);
        } catch (RuntimeException | Error broken) {
            LOG.warn("{}: the camera's driver broke over its closing", thread.getName(), broken);
        }
    }

    @Override
    public void close() {
        occupation.close();
    }
}
