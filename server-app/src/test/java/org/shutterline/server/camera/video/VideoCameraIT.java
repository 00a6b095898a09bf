package org.shutterline.server.camera.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraContract;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraException.Kind;
import org.shutterline.server.spi.Exposure.Freshness;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.Shot;

/** Against MJPEG over HTTP. */
class VideoCameraIT implements CameraContract {
    private static final int RATE = 50;
    private static final int LATENCY_MS = 60;

    private final FramePool pool = new FramePool(1 << 24);
    private final VideoCameraFactory factory = new VideoCameraFactory();
    private MjpegServer server;

    @BeforeEach
    void serve() throws IOException {
        server = new MjpegServer(RATE);
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** Of a scene that does not change. */
    @Override
    public Camera open() throws CameraException {
        server.shows(any -> 7);
        return open(Map.of("pixelFormat", "mono8", "latencyMs", 0));
    }

    @Override
    public int widthPx() {
        return Counter.WIDTH;
    }

    @Override
    public int heightPx() {
        return Counter.HEIGHT;
    }

    @Override
    public PixelFormat format() {
        return PixelFormat.MONO8;
    }

    /** The last of them takes long over each picture, so that many pass meanwhile. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 25})
    void neverHandsOnAPictureThatIsOlderThanItsTrigger(int passedOver) throws Exception {
        int triggers = passedOver > 1 ? 5 : 30;
        int late = 0;
        try (Camera camera = open(Map.of("latencyMs", LATENCY_MS))) {
            for (int i = 0; i < triggers; i++) {
                int wanted = server.number() + passedOver;
                await().pollInterval(Duration.ofMillis(3)).until(() -> server.number() >= wanted);
                long trigger = System.nanoTime();
                int number = number(camera);
                boolean slowServer = server.sentNanos(number) - server.begunNanos(number)
                        > TimeUnit.MILLISECONDS.toNanos(LATENCY_MS / 2);
                late += slowServer ? 1 : 0;
                if (!slowServer) {
                    assertThat(server.begunNanos(number) - trigger)
                            .as("trigger %d, picture %d", i, number)
                            .isPositive();
                }
            }
        }
        assertThat(late)
                .as("pictures that this computer was too busy to send in time")
                .isLessThanOrEqualTo(triggers / 5);
        assertThat(pool.bytesInUse()).isZero();
    }

    @Test
    void countsAndTellsTheTimeOfArrival() throws Exception {
        try (Camera camera = open(Map.of())) {
            long before = System.nanoTime();
            Shot shot = camera.capture(pool);
            int number;
            try (Frame frame = shot.frame()) {
                number = Counter.read(frame);
                assertThat(frame.format()).isEqualTo(PixelFormat.BGR8);
            }

            assertThat(shot.exposure().freshness()).isEqualTo(Freshness.ARRIVAL);
            assertThat(shot.exposure().arrivedNanos().orElseThrow() - before)
                    .isGreaterThan(TimeUnit.MILLISECONDS.toNanos(200));
            assertThat(shot.exposure().arrivedNanos().orElseThrow()).isGreaterThan(server.begunNanos(number));
            assertThat(shot.exposure().number()).isPresent();
            assertThat(camera.identity().address()).isEqualTo(server.address());
        }
    }

    @Test
    void leavesOutTornPictures() throws Exception {
        server.tearsOdd();
        try (Camera camera = open(Map.of("latencyMs", 0))) {
            for (int i = 0; i < 40; i++) {
                assertThat(number(camera) % 2).isZero();
            }
        }
    }

    @Test
    void isAwayWhenNoPicturesComeAnyMore() throws Exception {
        try (Camera camera = open(Map.of("silenceMs", 400))) {
            server.fallsSilent();

            CameraException failure = failure(camera);
            assertThat(failure.kind()).isEqualTo(Kind.CAMERA_AWAY);
            assertThat(failure).hasMessage(server.address() + ": it sends no pictures any more");
        }
    }

    @Test
    void isAwayWhenTheServerDiesAndOpensAgainWhenItIsBack() throws Exception {
        int port = server.port();
        try (Camera camera = open(Map.of())) {
            camera.check();
            server.close();
            await().untilAsserted(() -> assertThatThrownBy(camera::check)
                    .isInstanceOfSatisfying(
                            CameraException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CAMERA_AWAY)));
            for (int i = 0; i < 2; i++) {
                assertThat(failure(camera).kind()).isEqualTo(Kind.CAMERA_AWAY);
            }
        }
        String address = server.address();
        assertThatThrownBy(() -> open(Map.of("address", address)))
                .hasMessage(address + ": nothing answers there")
                .isInstanceOfSatisfying(
                        CameraException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CAMERA_AWAY));
        server = new MjpegServer(RATE, port);
        try (Camera camera = open(Map.of())) {
            camera.capture(pool).frame().close();
        }
    }

    @Test
    void givesUpAtOnceWhenInterruptedAndClosesWithinASecond() throws Exception {
        Camera camera = open(Map.of("silenceMs", 60_000));
        server.fallsSilent();
        Thread caller = Thread.currentThread();
        AtomicLong interruptedAt = new AtomicLong();
        Thread impatient = new Thread(() -> {
            await().until(() -> caller.getState() == Thread.State.WAITING);
            interruptedAt.set(System.nanoTime());
            caller.interrupt();
        });
        impatient.start();

        assertThatThrownBy(() -> camera.capture(pool)).isInstanceOf(InterruptedException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - interruptedAt.get())).isLessThan(Duration.ofMillis(50));
        impatient.join();
        long closing = System.nanoTime();
        camera.close();
        assertThat(Duration.ofNanos(System.nanoTime() - closing)).isLessThan(Duration.ofSeconds(1));
        assertThat(readers()).isZero();
    }

    @Test
    void doesNotWaitForeverForAPeerThatSaysNothing() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + mute.getLocalPort() + "/live";
            long opening = System.nanoTime();

            assertThatThrownBy(() -> open(Map.of("address", address, "openMs", 500)))
                    .hasMessage(address + ": it does not answer");
            assertThat(Duration.ofNanos(System.nanoTime() - opening)).isLessThan(Duration.ofSeconds(2));
            assertThat(readers()).isZero();
        }
    }

    @Test
    void openingIsGivenUpWhenInterrupted() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + mute.getLocalPort() + "/live";
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> open(Map.of("address", address))).hasMessageContaining("given up");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void logsInAndNeverShowsTheLogin() throws Exception {
        try (Camera camera = open(Map.of("address", server.safeAddress(), "user", "anna", "password", "s3 cr@t"))) {
            camera.capture(pool).frame().close();
            assertThat(camera.identity().address()).isEqualTo(server.safeAddress());
        }
        Map<String, Object> wrong = Map.of("address", server.safeAddress(), "user", "anna-7", "password", "wr0ng");
        CameraException failure = catchThrowableOfType(CameraException.class, () -> open(wrong));

        assertThat(failure)
                .hasMessage(server.safeAddress() + ": it does not accept user and password, or asks for them");
        assertThat(failure.kind()).isEqualTo(Kind.CAMERA_AWAY);
        assertThat(factory.describe(options(wrong))).isEqualTo("Stream of " + server.safeAddress());
    }

    @Test
    void leavesNoThreadBehind() throws Exception {
        for (int i = 0; i < 10; i++) {
            try (Camera camera = open(Map.of("latencyMs", 0))) {
                camera.capture(pool).frame().close();
            }
        }
        assertThat(readers()).isZero();
    }

    @Test
    void wantsJustOneOfDeviceAndAddress() {
        assertThatThrownBy(() -> open(Map.of("device", "/dev/video0")))
                .hasMessageEndingWith("address: expected either address or device, found both");
    }

    private static long readers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("video "))
                .count();
    }

    private int number(Camera camera) throws Exception {
        try (Frame frame = camera.capture(pool).frame()) {
            return Counter.read(frame);
        }
    }

    /** Pictures may still be on their way. */
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

    private Camera open(Map<String, Object> settings) throws CameraException {
        return factory.open(options(settings));
    }

    private Options options(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(Map.of("address", server.address()));
        all.putAll(settings);
        return Options.checked("test", all, factory.settings());
    }
}
