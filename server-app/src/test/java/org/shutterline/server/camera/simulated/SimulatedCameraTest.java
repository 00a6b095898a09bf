package org.shutterline.server.camera.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraContract;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.Shot;

class SimulatedCameraTest implements CameraContract {
    private final FramePool pool = new FramePool(1 << 26);

    @Override
    public Camera open() {
        return SimulatedCameras.with(Map.of("widthPx", 320, "heightPx", 240, "pixelFormat", "bgr8"));
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
        return PixelFormat.BGR8;
    }

    @Test
    void numbersItsPicturesFromWhereItIsTold() throws Exception {
        SimulatedCamera camera = SimulatedCameras.with(Map.of("firstNumber", 41));
        assertThat(notes(camera)).containsEntry("number", "41").containsEntry("exposureMs", "0.0");
        assertThat(notes(camera)).containsEntry("number", "42");
    }

    @Test
    void drawsThePictureOfANumberWhereverItBegan() throws Exception {
        try (SimulatedCamera early = SimulatedCameras.with(Map.of("firstNumber", 1));
                SimulatedCamera late = SimulatedCameras.with(Map.of("firstNumber", 2))) {
            early.capture(pool).frame().close();
            try (Frame a = early.capture(pool).frame();
                    Frame b = late.capture(pool).frame()) {
                assertThat(a.pixels()).isEqualTo(b.pixels());
            }
        }
    }

    @Test
    void drawsAnotherPictureEachTimeAndForEachSeed() throws Exception {
        try (SimulatedCamera one = SimulatedCameras.with(Map.of());
                SimulatedCamera other = SimulatedCameras.with(Map.of("seed", 2));
                Frame a = one.capture(pool).frame();
                Frame b = one.capture(pool).frame();
                Frame c = other.capture(pool).frame()) {
            assertThat(a.pixels()).isNotEqualTo(b.pixels());
            assertThat(a.pixels()).isNotEqualTo(c.pixels());
        }
    }

    @Test
    void makesDefectsAsOftenAsItIsTold() {
        SimulatedCamera camera = SimulatedCameras.withDefects(0.1);
        for (Defect defect : Defect.values()) {
            long count = LongStream.range(0, 5000)
                    .filter(n -> camera.truth(n).defects().contains(defect))
                    .count();
            assertThat(count / 5000.0).as(defect.name()).isCloseTo(0.1, within(0.02));
        }
    }

    @Test
    void keepsGoodSizesWithinOnePixelAndWrongOnesFarOff() {
        SimulatedCamera good = SimulatedCameras.with(Map.of());
        SimulatedCamera wrong = SimulatedCameras.with(Map.of("holeWrongSizeRate", 1));
        for (int n = 0; n < 2000; n++) {
            PlateTruth t = good.truth(n);
            assertThat(t.holeA().diameterPx()).isBetween(159.0, 161.0);
            assertThat(t.holeB().diameterPx()).isBetween(101.4, 103.4);
            assertThat(t.tongueWidthPx()).isBetween(383.0, 385.0);
            PlateTruth w = wrong.truth(n);
            double off = Math.max(
                    Math.abs(w.holeA().diameterPx() - 160), Math.abs(w.holeB().diameterPx() - 102.4));
            assertThat(off).isBetween(5.0, 11.0);
        }
    }

    @Test
    void saysTheTruthAboutAHole() throws Exception {
        SimulatedCamera camera = SimulatedCameras.with(Map.of("noise", 0));
        Point at = Point.of(camera.truth(1).holeA().centre());
        try (Frame frame = camera.capture(pool).frame()) {
            double radius = camera.truth(1).holeA().diameterPx() / 2;
            ByteBuffer pixels = frame.pixels();
            assertThat(at.right(radius - 3).greyIn(pixels)).isLessThan(60);
            assertThat(at.right(radius + 9).greyIn(pixels)).isGreaterThan(120);
        }
    }

    @Test
    void printsTheNumberIntoTheCodeIfItIsTold() {
        SimulatedCamera camera = SimulatedCameras.with(Map.of("codeText", "P-{n}"));
        assertThat(camera.truth(17).codeText()).isEqualTo("P-17");
    }

    @Test
    void refusesATextThatNoCodeCanHold() {
        for (String text : List.of("", "x".repeat(61))) {
            assertThatThrownBy(() -> SimulatedCameras.with(Map.of("codeText", text)))
                    .isInstanceOf(BadSetting.class)
                    .hasMessageContaining("codeText");
        }
    }

    @Test
    void givesUpInTheMiddleOfAnExposure() throws Exception {
        SimulatedCamera camera = SimulatedCameras.with(Map.of("exposureMs", 60_000));
        AtomicReference<Optional<Exception>> ended = new AtomicReference<>(Optional.empty());
        Thread trigger = new Thread(() -> {
            try {
                camera.capture(pool);
            } catch (InterruptedException | CameraException e) {
                ended.set(Optional.of(e));
            }
        });
        trigger.start();
        Awaitility.await().until(() -> trigger.getState() == Thread.State.TIMED_WAITING);
        trigger.interrupt();
        trigger.join(10_000);
        assertThat(ended.get().orElseThrow()).isInstanceOf(InterruptedException.class);
        assertThat(pool.bytesInUse()).isZero();
    }

    private Map<String, String> notes(SimulatedCamera camera) throws Exception {
        Shot shot = camera.capture(pool);
        shot.frame().close();
        return shot.notes();
    }

    /** A pixel of a picture of 1280 px. */
    private record Point(double x, double y) {
        static Point of(org.shutterline.protocol.message.Point p) {
            return new Point(p.x(), p.y());
        }

        Point right(double px) {
            return new Point(x + px, y);
        }

        int greyIn(ByteBuffer pixels) {
            return pixels.get((int) y * 1280 + (int) x) & 0xFF;
        }
    }
}
