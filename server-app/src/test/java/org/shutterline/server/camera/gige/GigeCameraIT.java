package org.shutterline.server.camera.gige;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
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

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    /** Each is a camera of its own, just switched on. */
    @Override
    public Camera open() throws CameraException {
        return GigeCameras.open(fakes.start(fakes.count() + 1), Map.of());
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

    @Test
    void setsWhatTheProgramBeforeLeft() throws Exception {
        fakes.start(1);
        tool("PixelFormat=Mono16", "Width=128", "Height=64", "OffsetX=32", "ExposureTimeAbs=77777");
        tool("TriggerSelector=FrameStart", "TriggerMode=On", "TriggerSource=Line0", "AcquisitionMode=SingleFrame");
        try (Camera camera = GigeCameras.open(1, Map.of())) {
            for (int i = 0; i < 3; i++) {
                try (Frame frame = camera.capture(pool).frame()) {
                    assertThat(frame.bytes()).isEqualTo(320 * 240);
                    FakePicture.assertIsWhole(frame.pixels(), frame.widthPx());
                }
            }
        }
    }

    @Test
    void takesTheFirstPictureExposedAfterItWasAskedWhenTheCameraRunsFreely() throws Exception {
        try (Camera camera = GigeCameras.open(fakes.start(1), Map.of("trigger", "free", "frameRate", 50))) {
            assertThat(camera.takesByItself()).isFalse();
            for (int i = 0; i < 20; i++) {
                long asked = GigeCameras.wallNanos();
                Shot shot = camera.capture(pool);
                try (Frame frame = shot.frame()) {
                    FakePicture.assertIsWhole(frame.pixels(), frame.widthPx());
                    assertThat(shot.exposure().freshness()).isEqualTo(Exposure.Freshness.STAMP);
                    assertThat(shot.exposure().cameraNanos().orElseThrow()).isBetween(asked, asked + 200_000_000L);
                }
            }
        }
        assertThat(pool.bytesInUse()).isZero();
    }

    @Test
    void waitsForALineOfTheCameraAndTakesOneByHandMeanwhile() throws Exception {
        try (Camera camera = GigeCameras.open(fakes.start(1), Map.of("trigger", "line0"))) {
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
        Map<String, Object> settings = Map.of("trigger", "line0", "features", Map.of("TriggerMode", false));
        try (Camera camera = GigeCameras.open(fakes.start(1), settings)) {
            long before = 0;
            for (int i = 0; i < 10; i++) {
                Shot shot = camera.await(pool, 1_000).orElseThrow();
                try (Frame frame = shot.frame()) {
                    FakePicture.assertShowsNumber(
                            frame.pixels(),
                            frame.widthPx(),
                            shot.exposure().number().orElseThrow());
                    assertThat(shot.exposure().number().orElseThrow()).isGreaterThan(before);
                    before = shot.exposure().number().orElseThrow();
                }
            }
        }
        assertThat(pool.bytesInUse()).isZero();
    }

    @Test
    void findsCamerasAndOpensTheOneWithTheSerialNumber() throws Exception {
        fakes.start(1);
        fakes.start(2);
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
        assertThatThrownBy(() -> factory.open(GigeCameras.options(Map.of("serial", "GV03"))))
                .isInstanceOf(CameraException.class)
                .hasMessageContaining("GV03");
    }

    @Test
    void worksAfterItsLibraryWasForgotten() throws Exception {
        fakes.start(1);
        for (int i = 0; i < 3; i++) {
            WeakReference<Aravis> used =
                    new WeakReference<>(Natives.load(Natives.ARAVIS).aravis());
            GigeCameras.open(1, Map.of()).close();
            Awaitility.await().untilAsserted(() -> {
                System.gc();
                assertThat(used.get()).isNull();
            });
        }
    }

    @Test
    void changesTheExposureWhileItIsOpen() throws Exception {
        try (Camera camera = GigeCameras.open(fakes.start(1), Map.of())) {
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
        fakes.start(1);
        for (String format : List.of("Mono16", "BayerRG8", "BayerGR8", "BayerGB8", "BayerBG8", "RGB8")) {
            try (Camera camera = GigeCameras.open(1, Map.of("pixelFormat", format));
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
        fakes.start(1);
        assertThatThrownBy(() -> GigeCameras.open(1, Map.of("x", 1900)))
                .isInstanceOf(CameraException.class)
                .hasMessageContaining("region");
        assertThatThrownBy(() -> GigeCameras.open(1, Map.of("features", Map.of("NoSuchThing", 1))))
                .isInstanceOf(CameraException.class)
                .hasMessageContaining("NoSuchThing");
        assertThatThrownBy(() -> GigeCameras.open(1, Map.of("pixelFormat", "Mono12")))
                .isInstanceOf(CameraException.class)
                .hasMessageContaining("Mono12");
        GigeCameras.open(1, Map.of()).close();
    }

    private static void tool(String... assignments) throws Exception {
        List<String> command = new ArrayList<>(List.of("arv-tool-0.8", "-a", FakeCamera.address(1), "control"));
        command.addAll(List.of(assignments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
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
