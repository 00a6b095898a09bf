package org.shutterline.server.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.PixelFormat;

/** Of a camera whose latency is known. */
class LatencyMeasureTest {
    private static final long MS = 1_000_000;

    private final FramePool pool = new FramePool(1 << 16);
    private final LampCamera camera = new LampCamera();
    private final List<Latency> told = new ArrayList<>();

    @AfterEach
    void givesAllFramesBack() {
        assertThat(pool.bytesInUse()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {12, 130, 1_000, 4_800})
    void isAsLongAsTheCameraTakesAndOneIntervalMoreAtMost(long ms) throws Exception {
        camera.latency = ms * MS;

        Latency latency = measure(10);

        assertThat(latency.changes()).isEqualTo(10);
        assertThat(latency.intervalNanos()).isEqualTo(LampCamera.INTERVAL);
        assertThat(latency.seenNanos())
                .hasSize(10)
                .allSatisfy(seen -> assertThat(seen).isBetween(ms * MS - MS, ms * MS + LampCamera.INTERVAL));
        assertThat(latency.latencyMs().orElseThrow()).isBetween((int) ms, (int) ms + 41);
    }

    /** Else the longest would depend on luck. */
    @Test
    void changesTheLightAtDifferentMomentsBetweenTwoPictures() throws Exception {
        assertThat(measure(10).spreadMs().orElseThrow()).isBetween(30, 40);
    }

    @Test
    void tellsAfterEachChange() throws Exception {
        Latency latency = measure(5);

        assertThat(told)
                .extracting(Latency::changes)
                .isEqualTo(IntStream.rangeClosed(1, 5).boxed().toList());
        assertThat(told.get(4)).isEqualTo(latency);
        assertThat(told.get(1).latencyMs()).isEmpty();
        assertThat(told.get(2).latencyMs()).isPresent();
    }

    @Test
    void measuresAgain() throws Exception {
        LatencyMeasure measure = new LatencyMeasure(camera, pool, camera);
        measure.measure(5, camera::change, told::add);
        camera.latency = 60 * MS;

        assertThat(measure.measure(5, camera::change, told::add).latencyMs().orElseThrow())
                .isBetween(60, 101);
    }

    @Test
    void seesAScreenThatFillsLittleOfTheView() throws Exception {
        camera.bright = camera.dark + 6;

        assertThat(measure(5).latencyMs().orElseThrow()).isBetween(130, 171);
    }

    @Test
    void automaticExposureDoesNotHideTheChange() throws Exception {
        camera.automatic = 0.3;

        assertThat(measure(5).latencyMs().orElseThrow()).isBetween(130, 171);
    }

    @Test
    void greenIsWhatCountsOfColours() throws Exception {
        camera.format = PixelFormat.BGR8;

        assertThat(measure(5).latencyMs()).isPresent();
    }

    @Test
    void damagedPicturesArePassedOver() throws Exception {
        camera.damagedOneIn = 3;

        assertThat(measure(5).latencyMs().orElseThrow()).isBetween(130, 211);
    }

    @Test
    void ofACameraThatStampsItIsTheTimeUntilTheStamp() throws Exception {
        camera.stamped = true;

        assertThat(measure(10).latencyMs().orElseThrow()).isBetween(0, 41);
    }

    @Test
    void tellsNothingWhenTheCameraDoesNotSeeTheLight() throws Exception {
        camera.bright = camera.dark;

        Latency latency = measure(10);

        assertThat(latency.changes()).isEqualTo(3);
        assertThat(latency.latencyMs()).isEmpty();
        assertThat(latency.medianMs()).isEmpty();
    }

    @Test
    void tellsNothingWhereTheViewFlickersAsMuch() throws Exception {
        camera.noise = 15;
        camera.bright = 60;

        assertThat(measure(10).latencyMs()).isEmpty();
    }

    @Test
    void tellsNothingOfACameraWhosePicturesAreAllDamaged() throws Exception {
        camera.damagedOneIn = 1;

        assertThat(measure(10)).isEqualTo(new Latency(0, List.of(), 0));
    }

    @Test
    void endsWithTheCamera() {
        camera.away = true;

        assertThatThrownBy(() -> measure(10))
                .isInstanceOf(CameraException.class)
                .hasMessage("its plug was pulled");
    }

    @Test
    void isMeasuredWithNoLatencySet() {
        Setting<Integer> latency = Setting.whole("latencyMs", 0, 5_000).byDefault(200);
        Setting<Integer> gain = Setting.whole("gain", 0, 9);
        CameraFactory live = driver(latency, gain);
        Options set = Options.checked("test", Map.of("latencyMs", 700, "gain", 3), live.settings());

        Options options = LatencyMeasure.options(live, set).orElseThrow();

        assertThat(options.get(latency)).isZero();
        assertThat(options.get(gain)).isEqualTo(3);
        assertThat(LatencyMeasure.options(driver(gain), Options.checked("test", Map.of(), List.of())))
                .isEmpty();
    }

    private Latency measure(int changes) throws Exception {
        return new LatencyMeasure(camera, pool, camera).measure(changes, camera::change, told::add);
    }

    private CameraFactory driver(Setting<?>... settings) {
        return new CameraFactory() {
            @Override
            public Camera open(Options options) {
                return camera;
            }

            @Override
            public String describe(Options options) {
                return "a camera that looks at a lamp";
            }

            @Override
            public String id() {
                return "lamp";
            }

            @Override
            public String title() {
                return "Lamp";
            }

            @Override
            public List<Setting<?>> settings() {
                return List.of(settings);
            }
        };
    }
}
