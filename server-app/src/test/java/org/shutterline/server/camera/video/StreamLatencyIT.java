package org.shutterline.server.camera.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.guard.Latency;
import org.shutterline.server.guard.LatencyMeasure;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.Frame;

/** A stream that comes late, measured by a light that it shows. */
class StreamLatencyIT {
    private static final int RATE = 50;
    private static final int LATENCY_MS = 120;
    private static final int ALL_BARS = 0xFFFF;

    private final FramePool pool = new FramePool(1 << 24);
    private final VideoCameraFactory factory = new VideoCameraFactory();
    private final AtomicBoolean light = new AtomicBoolean();
    private MjpegServer server;

    @BeforeEach
    void serve() throws IOException {
        server = new MjpegServer(RATE);
        server.takes(LATENCY_MS);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void withTheLatencyThatWasMeasuredNoPictureIsOlderThanItsTrigger() throws Exception {
        server.shows(number -> light.get() ? ALL_BARS : 0);
        Latency measured = measured();

        assertThat(measured.seenNanos())
                .hasSize(5)
                .allSatisfy(nanos -> assertThat(nanos).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(LATENCY_MS)));
        assertThat(measured.medianMs().orElseThrow()).isLessThan(2 * LATENCY_MS);

        server.shows(number -> number);
        assertThat(older(measured.latencyMs().orElseThrow())).isZero();
        assertThat(older(LATENCY_MS / 4)).isPositive();
    }

    private Latency measured() throws Exception {
        Options options = Options.checked("test", Map.of("address", server.address()), factory.settings());
        try (Camera camera =
                factory.open(LatencyMeasure.options(factory, options).orElseThrow())) {
            return new LatencyMeasure(camera, pool).measure(5, () -> light.set(!light.get()), soFar -> {});
        }
    }

    /** How many of twelve pictures were painted before they were asked for, and sent no later than they should be. */
    private int older(int latencyMs) throws Exception {
        int older = 0;
        Map<String, Object> settings = Map.of("address", server.address(), "latencyMs", latencyMs);
        try (Camera camera = factory.open(Options.checked("test", settings, factory.settings()))) {
            // what was painted before may still be on its way
            camera.capture(pool).frame().close();
            for (int i = 0; i < 12; i++) {
                long trigger = System.nanoTime();
                try (Frame frame = camera.capture(pool).frame()) {
                    int number = Counter.read(frame);
                    long took = server.sentNanos(number) - server.begunNanos(number);
                    boolean inTime = took < TimeUnit.MILLISECONDS.toNanos(latencyMs) || latencyMs < LATENCY_MS;
                    older += inTime && server.begunNanos(number) < trigger ? 1 : 0;
                }
            }
        }
        return older;
    }
}
