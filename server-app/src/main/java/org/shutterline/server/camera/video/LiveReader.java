package org.shutterline.server.camera.video;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_move_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraException.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a stream on a thread of its own, always, so that nothing piles up in a buffer, and keeps its newest picture.
 * Whatever FFmpeg does happens on that thread, so nobody else ever waits in it.
 */
final class LiveReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveReader.class);
    private static final long MOST_CLOSE_MS = 1_000;
    private static final long MOST_STAMP_AGE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final VideoSource source;
    private final long silenceNanos;
    private final Patience patience;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final AVFrame newest = av_frame_alloc();
    private Optional<Fresh> fresh = Optional.empty();
    private Optional<String> end = Optional.empty();
    private boolean tellsChangesOnly;

    /**
     * @param openMs so long until the first picture, at most
     * @param silenceMs so long between two pictures, at most
     */
    LiveReader(VideoSource source, long openMs, long silenceMs) {
        this.source = source;
        this.silenceNanos = TimeUnit.MILLISECONDS.toNanos(silenceMs);
        this.patience = new Patience(TimeUnit.MILLISECONDS.toNanos(openMs));
        this.thread = new Thread(this::run, "video " + source.shown());
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Waits until there is a picture of any age.
     *
     * @throws CameraException if it does not come, within the time to open
     */
    void awaitFirst() throws CameraException, InterruptedException {
        lock.lockInterruptibly();
        try {
            while (fresh.isEmpty() && end.isEmpty() && !patience.isOver()) {
                changed.await(100, TimeUnit.MILLISECONDS);
            }
            if (fresh.isEmpty()) {
                throw away(end.orElse("it does not answer"));
            }
        } finally {
            lock.unlock();
        }
    }

    /** As {@link VideoStream#tellsChangesOnly}, when the first picture is there. */
    boolean tellsChangesOnly() {
        lock.lock();
        try {
            return tellsChangesOnly;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for the first picture that was exposed after this call began.
     *
     * @param into gets it; it is gone from here
     * @throws CameraException if the stream is over
     */
    Fresh take(AVFrame into, Latency latency) throws CameraException, InterruptedException {
        long askedNanos = System.nanoTime();
        lock.lockInterruptibly();
        try {
            while (fresh.filter(picture -> picture.isAfter(askedNanos, latency)).isEmpty()) {
                if (end.isPresent()) {
                    throw away(end.get());
                }
                changed.await();
            }
            Fresh taken = fresh.orElseThrow();
            fresh = Optional.empty();
            av_frame_move_ref(into, newest);
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** @throws CameraException if the stream is over */
    void check() throws CameraException {
        lock.lock();
        try {
            if (end.isPresent()) {
                throw away(end.get());
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends the thread, within a second. What FFmpeg does not let go of until then is freed when it does. */
    @Override
    public void close() {
        patience.end();
        boolean interrupted = false;
        try {
            thread.join(MOST_CLOSE_MS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (thread.isAlive()) {
            LOG.warn("{} is not let go of yet", source);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        String why = "reading it failed";
        try (VideoStream stream = new VideoStream(source, patience)) {
            why = "the stream ended";
            drain(stream);
        } catch (IOException e) {
            why = String.valueOf(e.getMessage());
        } finally {
            end(why);
        }
    }

    private void drain(VideoStream stream) throws IOException {
        know(stream.tellsChangesOnly());
        AVFrame next = av_frame_alloc();
        try {
            for (long number = 1; stream.next(next); number++) {
                keep(next, fresh(stream, next, number));
                patience.allow(silenceNanos);
            }
        } finally {
            av_frame_free(next);
        }
    }

    private void know(boolean changesOnly) {
        lock.lock();
        try {
            tellsChangesOnly = changesOnly;
        } finally {
            lock.unlock();
        }
    }

    private Fresh fresh(VideoStream stream, AVFrame picture, long number) {
        long arrived = stream.arrivedNanos(picture);
        OptionalLong exposed = OptionalLong.empty();
        if (source.place() == VideoSource.Place.STAMPED_DEVICE) {
            long now = System.nanoTime();
            exposed = stream.stampNanos(picture);
            boolean isOurClock = exposed.isPresent()
                    && exposed.getAsLong() <= now
                    && now - exposed.getAsLong() < MOST_STAMP_AGE_NANOS;
            exposed = isOurClock ? exposed : OptionalLong.empty();
        }
        return new Fresh(number, arrived, exposed);
    }

    private void keep(AVFrame picture, Fresh about) {
        lock.lock();
        try {
            av_frame_unref(newest);
            av_frame_move_ref(newest, picture);
            fresh = Optional.of(about);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void end(String why) {
        lock.lock();
        try {
            end = Optional.of(why);
            fresh = Optional.empty();
            av_frame_free(newest);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private CameraException away(String why) {
        return new CameraException(Kind.CAMERA_AWAY, source + ": " + why);
    }
}
