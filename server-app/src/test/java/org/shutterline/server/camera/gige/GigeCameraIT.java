package org.shutterline.server.camera.gige;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraContract;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraIdentity;
import org.shutterline.server.spi.Exposure;
import org.shutterline.server.spi.FoundCamera;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.Shot;

/** Against the fake camera of the Aravis project, over a network of its own. Its pictures carry their number. */
class GigeCameraIT implements CameraContract {
    @RegisterExtension
    static final LoopbackNamespace NETWORK = new LoopbackNamespace();

    private final GigeCameraFactory factory = new GigeCameraFactory();
    private final FramePool pool = new FramePool(1 << 26);
    private final List<FakeCamera> fakes = new ArrayList<>();

    @AfterEach
    void endTheFakes() {
        fakes.forEach(FakeCamera::close);
    }

    /** Each is a camera of its own, just switched on. */
    @Override
    public Camera open() throws CameraException {
        return open(start(fakes.size() + 1), Map.of());
    }

    @Override
    public int widthPx() {
        return 320;
    }

    @Override
    public int heightPx() {
        return 240;
    }

    @Override
    public PixelFormat format() {
        return PixelFormat.MONO8;
    }

    /** Four at a time, since the fake takes 40 ms for each. */
    @Test
    void takesAThousandPicturesOfFourCamerasAndLosesNone() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> cameras = new ArrayList<>();
            for (int n = 1; n <= 4; n++) {
                int which = start(n);
                cameras.add(threads.submit(() -> takesMany(which, 250)));
            }
            for (Future<?> camera : cameras) {
                camera.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(pool.bytesInUse()).isZero();
    }

    private boolean takesMany(int which, int pictures) throws Exception {
        try (Camera camera = open(which, Map.of("widthPx", 1280, "heightPx", 1024))) {
            long before = 0;
            for (int i = 0; i < pictures; i++) {
                long asked = wallNanos();
                Shot shot = camera.capture(pool);
                try (Frame frame = shot.frame()) {
                    long number = shot.exposure().number().orElseThrow();
                    assertThat(i == 0 ? number : before + 1).isEqualTo(number);
                    before = number;
                    assertThat(shot.exposure().cameraNanos().orElseThrow()).isGreaterThanOrEqualTo(asked);
                    assertShowsNumber(frame, number);
                }
            }
        }
        return true;
    }

    @Test
    void tellsLostPacketsAndNeverHandsATornPictureOn() throws Exception {
        fakes.add(FakeCamera.at(1, "GV01", 20));
        int whole = 0;
        int torn = 0;
        try (Camera camera = open(1, Map.of("timeoutMs", 500))) {
            for (int i = 0; i < 30; i++) {
                try (Frame frame = camera.capture(pool).frame()) {
                    assertIsWhole(frame);
                    whole++;
                } catch (CameraException told) {
                    assertThat(told.kind()).isEqualTo(CameraException.Kind.THIS_PICTURE);
                    assertThat(told).hasMessageContaining("packets are missing");
                    torn++;
                }
            }
        }
        assertThat(whole).isGreaterThan(5);
        assertThat(torn).isGreaterThan(2);
        assertThat(pool.bytesInUse()).isZero();
    }

    @Test
    void seesThatACameraIsGoneAndOpensItAgainWhenItIsBack() throws Exception {
        Camera camera = open(start(1), Map.of());
        camera.capture(pool).frame().close();
        fakes.get(0).close();
        assertIsAway(() -> camera.capture(pool));
        assertThat(millis(camera::close)).isLessThan(2_000);
        start(1);
        try (Camera again = open(1, Map.of())) {
            again.capture(pool).frame().close();
        }
        Awaitility.await().until(() -> pool.bytesInUse() == 0);
    }

    @Test
    void seesThatACameraHasFallenSilentAndLetsGoOfItSoon() throws Exception {
        Camera camera = open(start(1), Map.of());
        camera.capture(pool).frame().close();
        fakes.get(0).freeze();
        assertThat(millis(() -> assertIsAway(() -> camera.capture(pool)))).isLessThan(6_000);
        assertThat(millis(camera::close)).isLessThan(2_000);
        fakes.get(0).thaw();
    }

    @Test
    void saysThatAnotherProgramHoldsTheCamera() throws Exception {
        try (Camera other = open(start(1), Map.of())) {
            assertThatThrownBy(() -> open(1, Map.of()))
                    .isInstanceOfSatisfying(
                            CameraException.class,
                            e -> assertThat(e.kind()).isEqualTo(CameraException.Kind.CAMERA_AWAY))
                    .hasMessageContaining("another program holds the camera");
            other.capture(pool).frame().close();
        }
        open(1, Map.of()).close();
    }

    @Test
    void setsWhatTheProgramBeforeLeft() throws Exception {
        start(1);
        tool("PixelFormat=Mono16", "Width=128", "Height=64", "OffsetX=32", "ExposureTimeAbs=77777");
        tool("TriggerSelector=FrameStart", "TriggerMode=On", "TriggerSource=Line0", "AcquisitionMode=SingleFrame");
        try (Camera camera = open(1, Map.of())) {
            for (int i = 0; i < 3; i++) {
                try (Frame frame = camera.capture(pool).frame()) {
                    assertThat(frame.bytes()).isEqualTo(320 * 240);
                    assertIsWhole(frame);
                }
            }
        }
    }

    /** The fake sends a picture that is triggered 40 ms after the one before: some are given up while they are on their way. */
    @Test
    void givesUpSoonInTheMiddleAndTakesANewPictureNext() throws Exception {
        int givenUp = 0;
        Map<String, Object> slow = Map.of("widthPx", 2048, "heightPx", 2048);
        try (Camera camera = open(start(1), slow)) {
            for (int i = 0; i < 30; i++) {
                camera.capture(pool).frame().close();
                givenUp += givesUp(camera, 15 + i) ? 1 : 0;
                long asked = wallNanos();
                Shot shot = camera.capture(pool);
                shot.frame().close();
                assertThat(shot.exposure().cameraNanos().orElseThrow()).isGreaterThanOrEqualTo(asked);
            }
        }
        assertThat(givenUp).isGreaterThan(5);
        assertThat(pool.bytesInUse()).isZero();
    }

    /** Whether an interrupt after so many ms ended the capture, and soon; else it came too late. */
    private boolean givesUp(Camera camera, int afterMs) throws CameraException {
        Thread capturing = Thread.currentThread();
        AtomicLong interrupted = new AtomicLong();
        CompletableFuture<Void> interruption = CompletableFuture.runAsync(
                () -> {
                    interrupted.set(System.nanoTime());
                    capturing.interrupt();
                },
                CompletableFuture.delayedExecutor(afterMs, TimeUnit.MILLISECONDS));
        try {
            camera.capture(pool).frame().close();
            return false;
        } catch (InterruptedException wantedNoMore) {
            assertThat((System.nanoTime() - interrupted.get()) / 1_000_000).isLessThan(100);
            return true;
        } finally {
            while (!interruption.isDone()) {
                Thread.onSpinWait();
            }
            Thread.interrupted();
        }
    }

    @Test
    void takesTheFirstPictureExposedAfterItWasAskedWhenTheCameraRunsFreely() throws Exception {
        try (Camera camera = open(start(1), Map.of("trigger", "free", "frameRate", 50))) {
            assertThat(camera.takesByItself()).isFalse();
            for (int i = 0; i < 20; i++) {
                long asked = wallNanos();
                Shot shot = camera.capture(pool);
                try (Frame frame = shot.frame()) {
                    assertIsWhole(frame);
                    assertThat(shot.exposure().freshness()).isEqualTo(Exposure.Freshness.STAMP);
                    assertThat(shot.exposure().cameraNanos().orElseThrow()).isBetween(asked, asked + 200_000_000L);
                }
            }
        }
        assertThat(pool.bytesInUse()).isZero();
    }

    @Test
    void waitsForALineOfTheCameraAndTakesOneByHandMeanwhile() throws Exception {
        try (Camera camera = open(start(1), Map.of("trigger", "line0"))) {
            assertThat(camera.takesByItself()).isTrue();
            assertThat(camera.await(pool, 100)).isEmpty();
            camera.capture(pool).frame().close();
            assertThat(camera.await(pool, 100)).isEmpty();
        }
        assertThat(pool.bytesInUse()).isZero();
    }

    /** The fake has no line that anything could pull: here it runs, which to the driver looks as if one were pulled. */
    @Test
    void handsOnWhatALineTriggered() throws Exception {
        Map<String, Object> settings = Map.of("trigger", "line0", "features", Map.of("TriggerMode", "Off"));
        try (Camera camera = open(start(1), settings)) {
            long before = 0;
            for (int i = 0; i < 10; i++) {
                Shot shot = camera.await(pool, 1_000).orElseThrow();
                try (Frame frame = shot.frame()) {
                    assertShowsNumber(frame, shot.exposure().number().orElseThrow());
                    assertThat(shot.exposure().number().orElseThrow()).isGreaterThan(before);
                    before = shot.exposure().number().orElseThrow();
                }
            }
        }
        assertThat(pool.bytesInUse()).isZero();
    }

    @Test
    void findsCamerasAndOpensTheOneWithTheSerialNumber() throws Exception {
        start(1);
        start(2);
        List<FoundCamera> found = factory.find();
        assertThat(found)
                .containsExactlyInAnyOrder(
                        new FoundCamera(
                                new CameraIdentity("Aravis", "Fake", "GV01", "127.0.0.1"), Map.of("serial", "GV01")),
                        new FoundCamera(
                                new CameraIdentity("Aravis", "Fake", "GV02", "127.0.0.2"), Map.of("serial", "GV02")));
        try (Camera camera = factory.open(GigeCameras.options(Map.of("serial", "GV02")))) {
            assertThat(camera.identity()).isEqualTo(new CameraIdentity("Aravis", "Fake", "GV02", "127.0.0.2"));
        }
        assertIsAway(() -> factory.open(GigeCameras.options(Map.of("serial", "GV03"))));
    }

    @Test
    void worksAfterItsLibraryWasForgotten() throws Exception {
        start(1);
        for (int i = 0; i < 3; i++) {
            WeakReference<Aravis> used =
                    new WeakReference<>(Natives.load(Natives.ARAVIS).aravis());
            open(1, Map.of()).close();
            Awaitility.await().untilAsserted(() -> {
                System.gc();
                assertThat(used.get()).isNull();
            });
        }
    }

    @Test
    void changesTheExposureWhileItIsOpen() throws Exception {
        try (Camera camera = open(start(1), Map.of())) {
            assertThat(camera.adjust(GigeCameras.at(1, Map.of("exposureUs", 1_001, "frameRate", 50))))
                    .isTrue();
            try (Frame dark = camera.capture(pool).frame()) {
                assertThat(brightest(dark)).isLessThan(10);
            }
            assertThat(camera.adjust(GigeCameras.at(1, Map.of("widthPx", 640)))).isFalse();
        }
    }

    @Test
    void bringsTheOtherFormatsOfTheCameraToOurs() throws Exception {
        start(1);
        for (String format : List.of("Mono16", "BayerRG8", "BayerGR8", "BayerGB8", "BayerBG8", "RGB8")) {
            try (Camera camera = open(1, Map.of("pixelFormat", format));
                    Frame frame = camera.capture(pool).frame()) {
                assertThat(frame.format())
                        .as(format)
                        .isEqualTo(format.equals("Mono16") ? PixelFormat.MONO8 : PixelFormat.BGR8);
                assertThat(brightest(frame)).as(format).isGreaterThan(100);
            }
        }
        assertThat(pool.bytesInUse()).isZero();
    }

    @Test
    void saysWhichSettingTheCameraCannotTake() throws Exception {
        start(1);
        assertThatThrownBy(() -> open(1, Map.of("x", 1900)))
                .isInstanceOf(CameraException.class)
                .hasMessageContaining("region");
        assertThatThrownBy(() -> open(1, Map.of("features", Map.of("NoSuchThing", 1))))
                .isInstanceOf(CameraException.class)
                .hasMessageContaining("NoSuchThing");
        assertThatThrownBy(() -> open(1, Map.of("pixelFormat", "Mono12")))
                .isInstanceOf(CameraException.class)
                .hasMessageContaining("Mono12");
        open(1, Map.of()).close();
    }

    private int start(int n) {
        try {
            fakes.add(FakeCamera.at(n));
            return n;
        } catch (IOException notThere) {
            throw new UncheckedIOException(notThere);
        }
    }

    private Camera open(int n, Map<String, Object> settings) throws CameraException {
        return factory.open(GigeCameras.at(n, settings));
    }

    private static void tool(String... assignments) throws Exception {
        List<String> command = new ArrayList<>(List.of("arv-tool-0.8", "-a", FakeCamera.address(1), "control"));
        command.addAll(List.of(assignments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private interface Deed {
        void run() throws Exception;
    }

    private static void assertIsAway(Deed deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        CameraException.class, e -> assertThat(e.kind()).isEqualTo(CameraException.Kind.CAMERA_AWAY));
    }

    private static long millis(Deed deed) throws Exception {
        long begin = System.nanoTime();
        deed.run();
        return (System.nanoTime() - begin) / 1_000_000;
    }

    /** The fake stamps with the clock of the wall. */
    private static long wallNanos() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    /** The fake draws a slope that goes up by one with each pixel to the right, each row and each picture. */
    private static void assertShowsNumber(Frame frame, long number) {
        assertThat(frame.pixels().get(0) & 0xFF).isEqualTo((int) (number % 255));
        assertIsWhole(frame);
    }

    private static void assertIsWhole(Frame frame) {
        ByteBuffer pixels = frame.pixels();
        int first = pixels.get(0) & 0xFF;
        for (int y = 0; y < frame.heightPx(); y += 3) {
            for (int x = 0; x < frame.widthPx(); x += 7) {
                int level = pixels.get(y * frame.widthPx() + x) & 0xFF;
                if (level != (first + x + y) % 255) {
                    throw new AssertionError("torn at " + x + ", " + y + ": " + level + " after " + first);
                }
            }
        }
    }

    private static int brightest(Frame frame) {
        ByteBuffer pixels = frame.pixels();
        int brightest = 0;
        while (pixels.hasRemaining()) {
            brightest = Math.max(brightest, pixels.get() & 0xFF);
        }
        return brightest;
    }
}
