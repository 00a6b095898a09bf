package org.shutterline.server.camera.gige;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.Shot;

/** Pictures that must not be lost, torn or old, and cameras that go: against the fake camera, over a network of its own. */
class GigeFaultsIT {
    @RegisterExtension
    static final LoopbackNamespace NETWORK = new LoopbackNamespace();

    private final FramePool pool = new FramePool(1 << 26);

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    /** Four at a time, since the fake takes 40 ms for each. */
    @Test
    void takesAThousandPicturesOfFourCamerasAndLosesNone() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> cameras = new ArrayList<>();
            for (int n = 1; n <= 4; n++) {
                int which = fakes.start(n);
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
        try (Camera camera = GigeCameras.open(which, Map.of("widthPx", 1280, "heightPx", 1024))) {
            long before = 0;
            for (int i = 0; i < pictures; i++) {
                long asked = GigeCameras.wallNanos();
                Shot shot = camera.capture(pool);
                try (Frame frame = shot.frame()) {
                    long number = shot.exposure().number().orElseThrow();
                    assertThat(i == 0 ? number : before + 1).isEqualTo(number);
                    before = number;
                    assertThat(shot.exposure().cameraNanos().orElseThrow()).isGreaterThanOrEqualTo(asked);
                    FakePicture.assertShowsNumber(frame.pixels(), frame.widthPx(), number);
                }
            }
        }
        return true;
    }

    @Test
    void tellsLostPacketsAndNeverHandsATornPictureOn() throws Exception {
        fakes.start(1, 20);
        int whole = 0;
        int torn = 0;
        try (Camera camera = GigeCameras.open(1, Map.of("timeoutMs", 500))) {
            for (int i = 0; i < 30; i++) {
                try (Frame frame = camera.capture(pool).frame()) {
                    FakePicture.assertIsWhole(frame.pixels(), frame.widthPx());
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

    /** Nobody takes what comes for so long that there is no place left for it. What waited says that it came earlier. */
    @Test
    void tellsEachPictureThatALineTriggeredAndNobodyTook() throws Exception {
        Map<String, Object> settings = Map.of("trigger", "line0", "features", Map.of("TriggerMode", "Off"));
        try (Camera camera = GigeCameras.open(fakes.start(1), settings)) {
            long first = number(camera.await(pool, 1_000).orElseThrow());
            Awaitility.await().pollDelay(300, TimeUnit.MILLISECONDS).until(() -> true);
            Shot waited = camera.await(pool, 1_000).orElseThrow();
            assertThat(System.nanoTime() - waited.exposure().arrivedNanos().orElseThrow())
                    .isBetween(200_000_000L, 2_000_000_000L);
            long last = number(waited);
            int seen = 1;
            int lost = 0;
            while (last < first + 60) {
                try {
                    last = number(camera.await(pool, 1_000).orElseThrow());
                    seen++;
                } catch (CameraException told) {
                    assertThat(told).hasMessageContaining("lost");
                    lost++;
                }
            }
            assertThat(lost).isGreaterThan(5);
            assertThat(last - first).isEqualTo(seen + lost);
        }
        assertThat(pool.bytesInUse()).isZero();
    }

    private static long number(Shot shot) {
        shot.frame().close();
        return shot.exposure().number().orElseThrow();
    }

    @Test
    void seesThatACameraHasFallenSilentAndLetsGoOfItSoon() throws Exception {
        Camera camera = GigeCameras.open(fakes.start(1), Map.of());
        camera.capture(pool).frame().close();
        fakes.get(1).freeze();
        assertThat(millis(() -> assertIsAway(() -> camera.capture(pool)))).isLessThan(6_000);
        assertThat(millis(camera::close)).isLessThan(2_000);
        fakes.get(1).thaw();
    }

    /** The fake sends a picture that is triggered 40 ms after the one before: some are given up while they are on their way. */
    @Test
    void givesUpSoonInTheMiddleAndTakesANewPictureNext() throws Exception {
        int givenUp = 0;
        Map<String, Object> slow = Map.of("widthPx", 2048, "heightPx", 2048);
        try (Camera camera = GigeCameras.open(fakes.start(1), slow)) {
            for (int i = 0; i < 15; i++) {
                camera.capture(pool).frame().close();
                givenUp += givesUp(camera, 15 + 2 * i) ? 1 : 0;
                long asked = GigeCameras.wallNanos();
                Shot shot = camera.capture(pool);
                shot.frame().close();
                assertThat(shot.exposure().cameraNanos().orElseThrow()).isGreaterThanOrEqualTo(asked);
            }
        }
        assertThat(givenUp).isGreaterThan(2);
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
}
