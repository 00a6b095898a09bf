package org.shutterline.server.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraContract;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraException.Kind;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.CameraIdentity;
import org.shutterline.server.spi.FoundCamera;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.Shot;

/** Cameras in real processes of their own: one that works as it would here, and some that hang and crash. */
final class IsolatedCameraIT implements CameraContract {
    private static final Workers WORKERS = Workers.likeThis(BadCameraWorker.class.getName());
    private final FramePool frames = new FramePool(1 << 24);

    @AfterEach
    void leavesNothingBehind() {
        await().atMost(Duration.ofSeconds(8)).untilAsserted(() -> {
            assertThat(ProcessHandle.current().children().toList()).isEmpty();
            assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().startsWith("camera-"));
        });
        assertThat(frames.bytesInUse()).isZero();
    }

    private static Options options(CameraFactory driver, Map<String, Object> settings) {
        return Options.checked("settings", settings, List.copyOf(driver.settings()));
    }

    @Override
    public Camera open() throws CameraException {
        return bad("steady");
    }

    @Override
    public int widthPx() {
        return BadCameras.STEADY_WIDTH_PX;
    }

    @Override
    public int heightPx() {
        return BadCameras.STEADY_HEIGHT_PX;
    }

    @Override
    public PixelFormat format() {
        return PixelFormat.MONO8;
    }

    private static Camera bad(String deed) throws CameraException {
        BadCameras driver = new BadCameras();
        return WORKERS.isolated(driver).open(options(driver, Map.of("deed", deed)));
    }

    private static void refused(Kind kind, String words, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(CameraException.class, e -> {
            assertThat(e.kind()).isEqualTo(kind);
            assertThat(e).hasMessageContaining(words);
        });
    }

    @Test
    void tellsAllThatTheCameraTells() throws Exception {
        try (Camera camera = bad("good")) {
            assertThat(camera.identity()).isEqualTo(new CameraIdentity("Acme", "Eye", "S-1", "10.0.0.5"));
            assertThat(camera.takesByItself()).isTrue();
            for (int i = 1; i < 30; i++) {
                long asked = System.nanoTime();
                Shot shot = camera.capture(frames);
                try (Frame frame = shot.frame()) {
                    assertThat(frame.widthPx()).isEqualTo(100 + i);
                    assertThat(frame.format()).isEqualTo(i % 2 == 0 ? PixelFormat.BGR8 : PixelFormat.MONO8);
                    assertThat(frame.pixels().get(frame.bytes() - 1)).isEqualTo((byte) i);
                    assertThat(shot.notes()).containsEntry("count", Integer.toString(i));
                    assertThat(shot.exposure().number()).hasValue(i);
                    assertThat(shot.exposure().exposedNanos().getAsLong() - asked)
                            .isBetween(0L, System.nanoTime() - asked);
                }
            }
            assertThat(camera.await(frames, 10)).isEmpty();
            camera.await(frames, 100).orElseThrow().frame().close();
            assertThat(camera.adjust(options(new BadCameras(), Map.of("deed", "one-bad"))))
                    .isTrue();
        }
    }

    @Test
    void camerasAreLookedForInAProcessToo() throws Exception {
        List<FoundCamera> found = WORKERS.isolated(new BadCameras()).find();
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.identity().serial()).isEqualTo("S-1");
            assertThat(one.settings()).containsEntry("deed", "good");
            assertThat(one.settings().get("pid"))
                    .isNotEqualTo(ProcessHandle.current().pid());
        });
    }

    @Test
    void theCameraIsLetGoOfBeforeItsProcessEnds(@TempDir Path folder) throws Exception {
        Path letGo = folder.resolve("let-go");
        bad(letGo.toString()).close();
        assertThat(letGo).exists();
    }

    @Test
    void whatTheCameraRefusesIsToldInItsWords() throws Exception {
        refused(Kind.CAMERA_AWAY, "no camera at 10.0.0.5", () -> bad("away"));
        refused(Kind.CAMERA_AWAY, "no library", () -> bad("broken"));
        try (Camera camera = bad("one-bad")) {
            refused(Kind.THIS_PICTURE, "3 packets were lost", () -> camera.capture(frames));
            camera.capture(frames).frame().close();
        }
    }

    /** To start one each time would take as much of the computer as the other stations need. */
    @Test
    void theProcessOfACameraThatIsAwayIsKeptForTheNextTry(@TempDir Path folder) throws Exception {
        Path there = folder.resolve("there");
        BadCameras driver = new BadCameras();
        CameraFactory isolated = WORKERS.isolated(driver);
        Options options = options(driver, Map.of("deed", "until " + there));
        refused(Kind.CAMERA_AWAY, "not yet there", () -> isolated.open(options));
        List<ProcessHandle> first = ProcessHandle.current().children().toList();
        refused(Kind.CAMERA_AWAY, "not yet there", () -> isolated.open(options));
        Files.createFile(there);
        try (Camera camera = isolated.open(options)) {
            camera.capture(frames).frame().close();
            assertThat(ProcessHandle.current().children().toList()).hasSize(1).isEqualTo(first);
        }
    }

    @Test
    void thatTheCameraOrItsProcessIsGoneIsSeenWithoutAPicture() throws Exception {
        try (Camera camera = bad("good")) {
            camera.check();
            camera.adjust(options(new BadCameras(), Map.of("deed", "gone")));
            refused(Kind.CAMERA_AWAY, "unplugged", camera::check);
            camera.adjust(options(new BadCameras(), Map.of("deed", "crash")));
            refused(Kind.CAMERA_AWAY, "exit code 134", () -> camera.capture(frames));
            refused(Kind.CAMERA_AWAY, "exit code 134", camera::check);
        }
    }

    @Test
    void whatIsGivenUpBeforeItBeganCostsNothing() throws Exception {
        try (Camera camera = bad("good")) {
            for (int i = 0; i < 100; i++) {
                Thread.currentThread().interrupt();
                camera.check();
                assertThat(Thread.interrupted()).isTrue();
                Thread.currentThread().interrupt();
                camera.await(frames, 100).ifPresent(shot -> shot.frame().close());
                assertThat(Thread.interrupted()).isTrue();
            }
            camera.capture(frames).frame().close();
        }
    }

    @Test
    void aDriverThatHangsWhileNothingIsWantedIsEnded() throws Exception {
        try (Camera camera = bad("good")) {
            camera.adjust(options(new BadCameras(), Map.of("deed", "hang")));
            refused(Kind.CAMERA_AWAY, "hung", () -> camera.await(frames, 100));
        }
    }

    @Test
    void aDriverThatCrashesCostsItsProcessOnly() throws Exception {
        try (Camera camera = bad("crash")) {
            refused(Kind.CAMERA_AWAY, "exit code 134", () -> camera.capture(frames));
            refused(Kind.CAMERA_AWAY, "exit code 134", () -> camera.capture(frames));
        }
    }

    @Test
    void aDriverThatHangsIsEndedSoonAfterItsPictureIsGivenUp() throws Exception {
        try (Camera camera = bad("hang")) {
            interruptSoon();
            long from = System.nanoTime();
            refused(Kind.CAMERA_AWAY, "hung", () -> camera.capture(frames));
            assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void aSlowPictureIsGivenUpAndTheCameraIsReadyForTheNext() throws Exception {
        try (Camera camera = bad("slow")) {
            interruptSoon();
            assertThatThrownBy(() -> camera.capture(frames)).isInstanceOf(InterruptedException.class);
            assertThat(camera.adjust(options(new BadCameras(), Map.of("deed", "good"))))
                    .isTrue();
            camera.capture(frames).frame().close();
        }
    }

    private static void interruptSoon() {
        Thread here = Thread.currentThread();
        CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS).execute(here::interrupt);
    }

    @Test
    void theSharedPictureHasNoNameThatSomebodyElseCouldOpen() throws Exception {
        try (Camera camera = bad("good")) {
            camera.capture(frames).frame().close();
            assertThat(pictureFiles("shutterline-" + ProcessHandle.current().pid() + "-"))
                    .isEmpty();
        }
    }

    @Test
    void aSharedPictureThatADeadServerLeftIsRemovedAndThatOfALivingOneIsNot() throws Exception {
        Process dead =
                new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-version").start();
        dead.waitFor();
        Path left = Files.createFile(folder().resolve("shutterline-" + dead.pid() + "-1.picture"));
        long parent = ProcessHandle.current().parent().orElseThrow().pid();
        Path kept = Files.createFile(folder().resolve("shutterline-" + parent + "-1.picture"));
        try {
            bad("good").close();
            assertThat(left).doesNotExist();
            assertThat(kept).exists();
        } finally {
            Files.deleteIfExists(left);
            Files.deleteIfExists(kept);
        }
    }

    private static Path folder() {
        Path memory = Path.of("/dev/shm");
        return Files.isWritable(memory) ? memory : Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static List<Path> pictureFiles(String start) throws IOException {
        try (Stream<Path> all = Files.list(folder())) {
            return all.filter(file -> file.getFileName().toString().startsWith(start))
                    .toList();
        }
    }
}
