package org.shutterline.server.cameras;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.guard.LatencyMeasure;
import org.shutterline.server.guard.LatencyMeasure.Light;
import org.shutterline.server.monitor.Bench;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.FrameSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures the delay of a camera that no station has, one at a time and each on a thread of its own. A driver that does not
 * come back keeps that thread, and its camera is used by nobody else until it does. Used on the bench alone.
 */
final class DelayDesk {
    private static final Logger LOG = LoggerFactory.getLogger(DelayDesk.class);

    private final Bench bench;
    private final FrameSource frames;
    private Optional<Held> held = Optional.empty();
    private Optional<Thread> wanted = Optional.empty();
    private Optional<Delay> delay = Optional.empty();

    /** A camera that may be open. */
    private record Held(String key, CompletableFuture<Boolean> closed) {}

    DelayDesk(Bench bench, FrameSource frames) {
        this.bench = bench;
        this.frames = frames;
    }

    /** @param free completed when nobody else has the camera open any more */
    void begin(Candidate one, CompletableFuture<Boolean> free, Light light) {
        if (held.isPresent()) {
            delay = Optional.of(Delay.failed(one.key(), Looks.NOT_BACK));
            return;
        }
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        Thread thread = new Thread(() -> run(one, free, light, closed), "cameras-delay");
        thread.setDaemon(true);
        held = Optional.of(new Held(one.key(), closed));
        wanted = Optional.of(thread);
        delay = Optional.of(Delay.begun(one.key()));
        thread.start();
    }

    private void run(Candidate one, CompletableFuture<Boolean> free, Light light, CompletableFuture<Boolean> closed) {
        try {
            Delay end = Looks.isClosed(free) ? measured(one, light) : Delay.failed(one.key(), Looks.NOT_BACK);
            tell(end);
        } catch (InterruptedException cancelled) {
            LOG.debug("the measuring of {} was cancelled", one.key());
        } finally {
            closed.complete(true);
            bench.run(() -> held = Optional.empty());
        }
    }

    private Delay measured(Candidate one, Light light) throws InterruptedException {
        try {
            Options options =
                    LatencyMeasure.options(one.driver(), one.options()).orElseThrow();
            try (Camera camera = one.driver().open(options)) {
                return Delay.ended(
                        one.key(),
                        new LatencyMeasure(camera, frames)
                                .measure(Delay.CHANGES, light, soFar -> tell(Delay.measuring(one.key(), soFar))));
            }
        } catch (BadSetting | CameraException none) {
            return Delay.failed(one.key(), String.valueOf(none.getMessage()));
        } catch (RuntimeException | LinkageError broken) {
            LOG.warn("{}: the camera's driver broke while it was measured", one.key(), broken);
            return Delay.failed(one.key(), "the camera's driver broke: " + broken);
        }
    }

    /** What comes after it was cancelled is dropped. */
    private void tell(Delay now) {
        Optional<Thread> mine = Optional.of(Thread.currentThread());
        bench.run(() -> {
            if (wanted.equals(mine)) {
                delay = Optional.of(now);
            }
        });
    }

    /** Cancels it if it still measures, and forgets what it measured. */
    void end() {
        wanted.ifPresent(Thread::interrupt);
        wanted = Optional.empty();
        delay = Optional.empty();
    }

    Optional<Delay> delay() {
        return delay;
    }

    /** What {@code latencyMs} must be; empty while it is not known. */
    OptionalInt latencyMs() {
        return delay.filter(now -> now.stage() == Delay.Stage.MEASURED)
                .map(now -> now.latency().latencyMs())
                .orElse(OptionalInt.empty());
    }

    /** Whether it may have this camera open. */
    boolean holds(String key) {
        return held.filter(one -> one.key().equals(key)).isPresent();
    }

    /** @return completed when no camera is open here */
    CompletableFuture<Boolean> closed() {
        return held.map(Held::closed).orElseGet(() -> CompletableFuture.completedFuture(true));
    }
}
