package org.shutterline.server.station;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedTransferQueue;
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
    private final Thread thread;
    private final BlockingQueue<Optional<Run>> asked = new LinkedTransferQueue<>();
    private final Queue<CompletableFuture<Shot>> looks = new ConcurrentLinkedQueue<>();
    private final Queue<Changed> changes = new ConcurrentLinkedQueue<>();
    private final Object handover = new Object();
    private Optional<Camera> camera = Optional.empty();
    private Optional<Run> inCapture = Optional.empty();
    private boolean idling;
    private volatile boolean closed;
    private volatile int liveFps;
    private long nextLiveNanos = System.nanoTime();
    private int failures;

    CameraLoop(String name, CameraOpener opener, FrameSource frames, Site site) {
        this.opener = opener;
        this.frames = frames;
        this.site = site;
        this.thread = new Thread(this::loop, name);
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
        synchronized (handover) {
            if (idling) {
                thread.interrupt();
            }
        }
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

    /** The picture of this run is wanted no more. */
    void giveUp(Run run) {
        synchronized (handover) {
            if (inCapture.filter(current -> current == run).isPresent()) {
                thread.interrupt();
            }
        }
    }

    /** Whether the camera still works on the picture of this run. */
    boolean isCapturing(Run run) {
        synchronized (handover) {
            return inCapture.filter(current -> current == run).isPresent();
        }
    }

    /** What is to be noted of a picture that was asked for last and did not come. */
    Map<String, String> notes() {
        return opener.notes();
    }

    private void loop() {
        while (!closed) {
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
            while (!closed && waitUntil - System.nanoTime() > 0) {
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
            change(changes.remove());
            run.ifPresent(first -> asked.add(Optional.of(first)));
        } else if (run.isPresent()) {
            capture(run.get(), camera.orElseThrow());
        } else if (!looks.isEmpty()) {
            look(looks.remove(), camera.orElseThrow());
        } else if (fps > 0 && nextLiveNanos - System.nanoTime() <= 0) {
            nextLiveNanos = System.nanoTime() + 1_000_000_000L / fps;
            captureLive(camera.orElseThrow());
        } else if (byItself || fps == 0) {
            idle(camera.orElseThrow(), byItself);
        }
    }

    private void change(Changed changed) {
        try {
            if (!camera.orElseThrow().adjust(changed.options())) {
                closeCamera();
            }
            changed.done().complete(true);
        } catch (CameraException refused) {
            changed.done().completeExceptionally(refused);
            if (refused.kind() == CameraException.Kind.CAMERA_AWAY) {
                away(refused.getMessage(), refused);
            }
        }
    }

    /** Waits for what the camera takes by itself, or looks whether it is there; ends early when something is asked for. */
    private void idle(Camera open, boolean byItself) {
        synchronized (handover) {
            if (!asked.isEmpty()) {
                return;
            }
            idling = true;
        }
        try {
            Optional<Shot> shot = Optional.empty();
            if (byItself) {
                shot = open.await(frames, AWAIT_MS);
            } else {
                open.check();
            }
            endIdle();
            shot.ifPresent(site::tookByItself);
        } catch (CameraException failed) {
            endIdle();
            if (failed.kind() == CameraException.Kind.CAMERA_AWAY) {
                away(failed.getMessage(), failed);
            } else if (byItself) {
                site.lostOne(failed);
            }
        } catch (InterruptedException askedFor) {
            endIdle();
        }
    }

    private void endIdle() {
        synchronized (handover) {
            idling = false;
            if (!closed) {
                Thread.interrupted();
            }
        }
    }

    private Optional<Run> poll(long waitNanos) throws InterruptedException {
        Optional<Run> next = asked.poll(Math.max(0, waitNanos), TimeUnit.NANOSECONDS);
        return next == null ? Optional.empty() : next;
    }

    private void capture(Run run, Camera open) {
        long askedNanos = System.nanoTime();
        synchronized (handover) {
            inCapture = Optional.of(run);
        }
        try {
            Shot shot = open.capture(frames);
            endCapture();
            site.captured(run, shot, askedNanos);
        } catch (CameraException failed) {
            endCapture();
            site.failed(run, failed);
            if (failed.kind() == CameraException.Kind.CAMERA_AWAY) {
                away(failed.getMessage(), failed);
            }
        } catch (InterruptedException wantedNoMore) {
            endCapture();
            site.failed(run, new CameraException(CameraException.Kind.THIS_PICTURE, "no picture in time"));
        } catch (RuntimeException | Error broken) {
            endCapture();
            site.failed(
                    run, new CameraException(CameraException.Kind.CAMERA_AWAY, "the camera's driver broke", broken));
            throw broken;
        }
    }

    /** An interrupt that was meant for this picture must not hit the next one. */
    private void endCapture() {
        synchronized (handover) {
            inCapture = Optional.empty();
            if (!closed) {
                Thread.interrupted();
            }
        }
    }

    private void look(CompletableFuture<Shot> wanted, Camera open) throws InterruptedException {
        try {
            Shot shot = open.capture(frames);
            if (!wanted.complete(shot)) {
                shot.frame().close();
            }
        } catch (CameraException failed) {
            wanted.completeExceptionally(failed);
            if (failed.kind() == CameraException.Kind.CAMERA_AWAY) {
                away(failed.getMessage(), failed);
            }
        }
    }

    private void captureLive(Camera open) throws InterruptedException {
        try {
            site.livePicture(open.capture(frames));
        } catch (CameraException failed) {
            if (failed.kind() == CameraException.Kind.CAMERA_AWAY) {
                away(failed.getMessage(), failed);
            } else {
                LOG.debug("{}: no live picture: {}", thread.getName(), failed.getMessage());
            }
        }
    }

    private void closeCamera() {
        camera.ifPresent(Camera::close);
        camera = Optional.empty();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
