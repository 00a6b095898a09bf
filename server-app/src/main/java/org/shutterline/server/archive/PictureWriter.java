package org.shutterline.server.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.server.frame.Pixels;
import org.shutterline.server.spi.Frame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread {@code pictures}: writes picture files after their results, and never holds up a trigger. */
final class PictureWriter {
    private static final Logger LOG = LoggerFactory.getLogger(PictureWriter.class);
    private static final long UPKEEP_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final PictureRules rules;
    private final PictureFiles files;
    private final HeldFrames frames;
    private final PictureRows rows;
    private final PictureRetention retention;
    private final PictureSweep sweep;
    private final Clock clock;
    private final Upkeep upkeep;
    private final Thread thread = new Thread(this::work, "pictures");

    private final DiskStep step = new DiskStep();
    private final Object lock = new Object();
    private final Deque<InspectionResult> waiting = new ArrayDeque<>();
    private boolean closing;
    private volatile boolean stopped;

    private final AtomicLong lost = new AtomicLong();
    private volatile Optional<Trouble> lastError = Optional.empty();

    PictureWriter(
            PictureRules rules,
            PictureFiles files,
            HeldFrames frames,
            PictureRows rows,
            Lookups lookups,
            long lastId,
            Clock clock,
            Reserve reserve,
            Damages damages,
            Upkeep upkeep) {
        this.clock = clock;
        this.rules = rules;
        this.files = files;
        this.frames = frames;
        this.rows = rows;
        this.retention = new PictureRetention(rules.room(), files, rows, lookups, frames, reserve, step::goOn);
        this.sweep = new PictureSweep(files, rows, lookups, lastId, damages, () -> stopped);
        this.upkeep = upkeep;
    }

    /** What its thread is at; looking through all pictures, and upkeep, are no such steps. */
    DiskStep step() {
        return step;
    }

    void start() {
        thread.start();
    }

    /** The result is durable and its frame is held: its file is to be written. Returns at once. */
    void write(InspectionResult result) {
        synchronized (lock) {
            waiting.add(result);
            lock.notifyAll();
        }
    }

    /** A picture that should have been kept was not. */
    void lost(long id, String why) {
        long count = lost.incrementAndGet();
        lastError = Optional.of(new Trouble(clock.instant(), why));
        if (Long.bitCount(count) == 1) {
            // at 1, 2, 4, 8 ...: a full disk must not fill the log as well
            LOG.warn("the picture of result {} is lost, {} in all: {}", id, count, why);
        }
    }

    long lostPictures() {
        return lost.get();
    }

    Optional<Trouble> lastError() {
        return lastError;
    }

    PictureUse use() {
        return retention.use();
    }

    /** Writes what waits, for so long; what is left then is lost. */
    void close(Duration limit) throws InterruptedException {
        synchronized (lock) {
            closing = true;
            lock.notifyAll();
        }
        thread.join(Math.max(1, limit.toMillis()));
        stopped = true;
        thread.join();
        for (InspectionResult left : waiting) {
            lose(left, "the server stopped before it was written");
        }
    }

    private void work() {
        startUp();
        while (!finished()) {
            next();
        }
    }

    /** Nothing that goes wrong with one picture may end the thread that writes all others. */
    private void next() {
        try {
            take().ifPresent(result -> step.take(() -> keep(result)));
            upkeep.run(retention);
        } catch (IOException | RuntimeException | Error e) {
            LOG.error("the thread {} goes on after a failure", thread.getName(), e);
        }
    }

    private boolean finished() {
        synchronized (lock) {
            return stopped || closing && waiting.isEmpty();
        }
    }

    private void startUp() {
        try {
            retention.add(sweep.run());
            retention.makeRoom(0);
        } catch (IOException | RuntimeException | Error e) {
            lastError = Optional.of(new Trouble(clock.instant(), "the pictures' folder cannot be looked through"));
            LOG.warn("the pictures' folder cannot be looked through: {}", e.getMessage(), e);
        }
    }

    /** The next picture; empty if none came for a while. */
    private Optional<InspectionResult> take() {
        synchronized (lock) {
            if (waiting.isEmpty() && !closing) {
                try {
                    TimeUnit.NANOSECONDS.timedWait(lock, UPKEEP_NANOS);
                } catch (InterruptedException e) {
                    LOG.warn("the thread {} was interrupted; it goes on until the archive is closed", thread.getName());
                }
            }
            return Optional.ofNullable(waiting.poll());
        }
    }

    private void keep(InspectionResult result) {
        Optional<Frame> frame = frames.waiting(result.id());
        if (frame.isEmpty()) {
            return;
        }
        try {
            byte[] content = encoded(frame.get());
            PictureUse use = files.use(content);
            Optional<PictureRetention.Refusal> refused = retention.makeRoom(use.bytes());
            if (refused.isPresent()) {
                refused(result, refused.get());
                return;
            }
            String name = PictureFiles.name(result, rules.format());
            files.write(name, content);
            retention.add(use);
            rows.write(PictureRow.stored(result.id(), name, content));
            frames.written(result.id());
        } catch (IOException | UncheckedIOException e) {
            lose(result, "it cannot be written: " + e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.error("the picture of result {} cannot be written", result.id(), e);
            lose(result, "it cannot be written: " + e);
        }
    }

    private void refused(InspectionResult result, PictureRetention.Refusal why) {
        if (why == PictureRetention.Refusal.DISK_FULL) {
            lose(result, "the disk is nearly full");
            return;
        }
        frames.drop(result.id());
        rows.write(PictureRow.gone(result.id(), PictureState.NOT_KEPT));
    }

    private byte[] encoded(Frame frame) throws IOException {
        Pixels pixels = Pixels.copy(frame.widthPx(), frame.heightPx(), frame.format(), frame.pixels());
        return rules.format() == PictureRules.Format.PNG ? pixels.png() : pixels.jpeg(rules.jpegQuality());
    }

    private void lose(InspectionResult result, String why) {
        frames.drop(result.id());
        lost(result.id(), why);
        rows.write(PictureRow.gone(result.id(), PictureState.LOST));
    }
}
