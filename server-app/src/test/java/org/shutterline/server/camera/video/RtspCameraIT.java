package org.shutterline.server.camera.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.guard.CameraPost;
import org.shutterline.server.guard.FaultPlan;
import org.shutterline.server.guard.GuardSettings;
import org.shutterline.server.guard.GuardSettings.Isolated;
import org.shutterline.server.guard.GuardSettings.SamePictures;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraException.Kind;
import org.shutterline.server.spi.Frame;

/** Against GStreamer's RTSP server. */
class RtspCameraIT {
    private static final int RATE = 50;
    private static final int LATENCY_MS = 100;

    private final FramePool pool = new FramePool(1 << 24);
    private final VideoCameraFactory factory = new VideoCameraFactory();

    @TempDir
    Path folder;

    private RtspServer server;

    @BeforeAll
    static void needsTheServer() throws InterruptedException {
        assumeTrue(
                RtspServer.isInstalled(),
                "no RTSP server here: install gir1.2-gst-rtsp-server-1.0, python3-gi, gstreamer1.0-plugins-good, -ugly");
    }

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"h264,tcp", "jpeg,tcp", "h264,udp"})
    void neverHandsOnAPictureThatIsOlderThanItsTrigger(String encoder, String transport) throws Exception {
        server = new RtspServer(folder, RtspServer.freePort(), RATE, encoder);
        int last = 0;
        try (Camera camera = open(server, Map.of("transport", transport, "latencyMs", LATENCY_MS))) {
            for (int i = 0; i < 15; i++) {
                long trigger = System.nanoTime();
                int number = number(camera);

                assertThat(number).isGreaterThan(last);
                assertThat(server.begunNanos(number) - trigger)
                        .as("trigger %d, picture %d", i, number)
                        .isPositive();
                last = number;
            }
        }
        assertThat(pool.bytesInUse()).isZero();
    }

    @Test
    void isAwayWhenTheServerIsKilledAndOpensAgainWhenItIsBack() throws Exception {
        int port = RtspServer.freePort();
        server = new RtspServer(folder, port, RATE, "h264");
        try (Camera camera = open(server, Map.of("silenceMs", 1_000))) {
            number(camera);
            server.close();
            long killed = System.nanoTime();

            assertThat(failure(camera).kind()).isEqualTo(Kind.CAMERA_AWAY);
            assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(Duration.ofSeconds(3));
        }
        RtspServer dead = server;
        assertThatThrownBy(() -> open(dead, Map.of())).hasMessage(server.address() + ": nothing answers there");
        server = new RtspServer(folder, port, RATE, "h264");
        try (Camera camera = open(server, Map.of())) {
            assertThat(number(camera)).isPositive();
        }
    }

    /** H.264 tells only what has changed: of a still scene two pictures may be the same to the last bit, and none of them old. */
    @Test
    void aStillSceneIsRefusedOnlyWhereEachPictureIsWholeInItself() throws Exception {
        assertThat(takenOfAStillScene("h264", SamePictures.AUTO)).isEqualTo(10);
        assertThat(takenOfAStillScene("h264", SamePictures.REFUSED)).isLessThan(10);
        assertThat(takenOfAStillScene("jpeg", SamePictures.AUTO)).isEqualTo(1);
    }

    private int takenOfAStillScene(String encoder, SamePictures same) throws Exception {
        GuardSettings guard = new GuardSettings("", same, Isolated.AUTO, FaultPlan.NONE);
        int taken = 0;
        try (RtspServer still = RtspServer.still(folder, encoder);
                Camera camera = new CameraPost(factory, options(Map.of("address", still.address())), guard).open()) {
            for (int i = 0; i < 10; i++) {
                try {
                    camera.capture(pool).frame().close();
                    taken++;
                } catch (CameraException refused) {
                    assertThat(refused).hasMessageContaining("delivered a picture again");
                }
            }
        }
        return taken;
    }

    @Test
    void saysThatThereIsNothingAtThisPath() throws Exception {
        server = new RtspServer(folder, RtspServer.freePort(), RATE, "jpeg");
        String address = server.address() + "/other";

        assertThatThrownBy(() -> factory.open(options(Map.of("address", address))))
                .hasMessage(address + ": it has nothing at this path");
    }

    private CameraException failure(Camera camera) {
        for (int i = 0; i < 20; i++) {
            CameraException failure = catchThrowableOfType(CameraException.class, () -> number(camera));
            if (failure != null) {
                return failure;
            }
        }
        throw new AssertionError("pictures still come");
    }

    private int number(Camera camera) throws Exception {
        try (Frame frame = camera.capture(pool).frame()) {
            return Counter.read(frame);
        }
    }

    /** With time enough for a busy machine. */
    private Camera open(RtspServer at, Map<String, Object> settings) throws CameraException {
        Map<String, Object> all = new HashMap<>(Map.of("openMs", 25_000, "silenceMs", 8_000));
        all.putAll(settings);
        all.put("address", at.address());
        return factory.open(options(all));
    }

    private Options options(Map<String, Object> settings) {
        return Options.checked("test", settings, factory.settings());
    }
}
