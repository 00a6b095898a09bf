package org.shutterline.server.camera.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.WorkerMain;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraException.Kind;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.Exposure.Freshness;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.Shot;
import org.shutterline.server.worker.Workers;

/** FFmpeg as a station runs it: in the program's own worker. */
class VideoInItsOwnProcessIT {
    private static final int RATE = 50;
    private static final int LATENCY_MS = 60;

    private final Workers workers = Workers.likeThis(WorkerMain.class.getName());
    private final FramePool pool = new FramePool(1 << 26);
    private MjpegServer server;

    @TempDir
    Path folder;

    @BeforeEach
    void serve() throws IOException {
        server = new MjpegServer(RATE);
    }

    @AfterEach
    void leavesNothingBehind() {
        server.close();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> ProcessHandle.current().children().findAny().isEmpty());
        assertThat(pool.bytesInUse()).isZero();
    }

    @Test
    void neverHandsOnAPictureThatIsOlderThanItsTrigger() throws Exception {
        try (Camera camera = stream(Map.of("latencyMs", LATENCY_MS))) {
            assertThat(camera.identity().address()).isEqualTo(server.address());
            for (int i = 0; i < 25; i++) {
                long trigger = System.nanoTime();
                Shot shot = camera.capture(pool);
                try (Frame frame = shot.frame()) {
                    int number = Counter.read(frame);
                    long late = TimeUnit.MILLISECONDS.toNanos(LATENCY_MS / 2);
                    if (server.sentNanos(number) - server.begunNanos(number) < late) {
                        assertThat(server.begunNanos(number) - trigger).isPositive();
                    }
                    assertThat(shot.exposure().freshness()).isEqualTo(Freshness.ARRIVAL);
                    assertThat(shot.exposure().arrivedNanos().orElseThrow() - trigger)
                            .isBetween(TimeUnit.MILLISECONDS.toNanos(LATENCY_MS), System.nanoTime() - trigger);
                }
            }
        }
    }

    @Test
    void isAwayInItsOwnWordsWhenTheServerDies() throws Exception {
        try (Camera camera = stream(Map.of())) {
            server.close();
            assertThat(failure(camera)).hasMessageStartingWith(server.address() + ": ");
        }
    }

    @Test
    void givesUpInTheProcessTooAndKeepsIt() throws Exception {
        try (Camera camera = stream(Map.of("silenceMs", 60_000))) {
            long process = process().pid();
            server.fallsSilent();
            Thread here = Thread.currentThread();
            CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS).execute(here::interrupt);
            assertThatThrownBy(() -> takeUntilNoneComes(camera)).isInstanceOf(InterruptedException.class);
            assertThat(process().pid()).isEqualTo(process);
        }
    }

    @Test
    void aCrashCostsTheCameraOnlyAndTheLoginIsNotInTheListOfProcesses() throws Exception {
        Map<String, Object> login = Map.of("address", server.safeAddress(), "user", "anna", "password", "s3 cr@t");
        try (Camera camera = stream(login)) {
            camera.capture(pool).frame().close();
            Optional<String> shown = process().info().commandLine();
            assertThat(shown).hasValueSatisfying(line -> assertThat(line).doesNotContain("s3 cr", "anna"));
            process().destroyForcibly();
            assertThat(failure(camera).kind()).isEqualTo(Kind.CAMERA_AWAY);
        }
    }

    /** Larger than the heap of the process: FFmpeg's memory is its own. */
    @Test
    void handsOnLargePicturesOfAFilmInOrder() throws Exception {
        Path film = Films.film(folder.resolve("large.mp4"), 4, 5_120, 2_880);
        VideoFileCameraFactory driver = new VideoFileCameraFactory();
        try (Camera camera = open(driver, Map.of("file", film.toString()))) {
            for (int i = 0; i < 6; i++) {
                Shot shot = camera.capture(pool);
                try (Frame frame = shot.frame()) {
                    assertThat(frame.widthPx()).isEqualTo(5_120);
                    assertThat(shot.notes()).containsEntry("number", Integer.toString(i % 4 + 1));
                }
            }
        }
    }

    private void takeUntilNoneComes(Camera camera) throws Exception {
        while (true) {
            camera.capture(pool).frame().close();
        }
    }

    private static ProcessHandle process() {
        List<ProcessHandle> all = ProcessHandle.current().children().toList();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private CameraException failure(Camera camera) {
        for (int i = 0; i < 20; i++) {
            CameraException failure = catchThrowableOfType(
                    CameraException.class, () -> camera.capture(pool).frame().close());
            if (failure != null) {
                return failure;
            }
        }
        throw new AssertionError("pictures still come");
    }

    private Camera stream(Map<String, Object> settings) throws CameraException {
        Map<String, Object> all = new java.util.HashMap<>(Map.of("address", server.address(), "latencyMs", 0));
        all.putAll(settings);
        return open(new VideoCameraFactory(), all);
    }

    private Camera open(CameraFactory driver, Map<String, Object> settings) throws CameraException {
        return workers.isolated(driver).open(Options.checked("test", settings, List.copyOf(driver.settings())));
    }
}
