package org.shutterline.server.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.Vision;

/** Empty places and noise: the threshold that is chosen by itself must not make patches of them. */
final class BlobsOnNothingTest {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 160;
    private static final int GREY = 150;
    private static final Map<String, Object> HOW_MANY = Map.of("noneIsFound", true);
    private static final Map<String, Object> ROUND =
            Map.of("noneIsFound", true, "region", Map.of("centreX", 120, "centreY", 80, "radius", 70));

    @Test
    void countsNothingInNoise() throws Exception {
        for (int seed = 0; seed < 10; seed++) {
            assertThat(inspect(HOW_MANY, empty(), seed).values())
                    .containsEntry("count", 0.0)
                    .containsEntry("area", 0.0);
            assertThat(inspect(with(HOW_MANY, "polarity", "light"), empty(), seed)
                            .values())
                    .containsEntry("count", 0.0);
            assertThat(inspect(ROUND, empty(), seed).values()).containsEntry("count", 0.0);
        }
    }

    @Test
    void countsNothingInOneGrey() throws Exception {
        try (TestScene scene = TestScene.over(empty())) {
            assertThat(inspect(HOW_MANY, scene).values()).containsEntry("count", 0.0);
        }
    }

    @Test
    void doesNotFindNoiseEither() throws Exception {
        assertThat(inspect(Map.of(), empty(), 1).missing())
                .hasValueSatisfying(why -> assertThat(why).contains("nothing stands out"));
    }

    @Test
    void countsFaintPatchesThatAreClear() throws Exception {
        for (int seed = 0; seed < 10; seed++) {
            assertThat(inspect(HOW_MANY, disc(disc(empty(), 80, 20, -25), 160, 20, -25), seed)
                            .values())
                    .containsEntry("count", 2.0);
            assertThat(inspect(ROUND, disc(empty(), 110, 12, -25), seed).values())
                    .containsEntry("count", 1.0);
        }
    }

    @Test
    void countsAPatchThatIsSoSmallThatTheNoiseDecidesTheThreshold() throws Exception {
        for (int seed = 0; seed < 10; seed++) {
            assertThat(inspect(HOW_MANY, disc(empty(), 120, 5, -35), seed).values())
                    .containsEntry("count", 1.0);
            assertThat(inspect(with(HOW_MANY, "polarity", "light"), disc(empty(), 120, 5, 35), seed)
                            .values())
                    .containsEntry("count", 1.0);
            assertThat(inspect(ROUND, disc(empty(), 120, 5, -35), seed).values())
                    .containsEntry("count", 1.0);
        }
    }

    @Test
    void takesAFixedOrALocalThresholdAtItsWord() throws Exception {
        Mat faint = disc(empty(), 120, 12, -10);
        assertThat(inspect(with(HOW_MANY, "threshold", 145), faint, 1, 0.2).values())
                .containsEntry("count", 1.0);
        Map<String, Object> local = with(with(HOW_MANY, "threshold", "local"), "localOffset", 5);
        assertThat(inspect(local, disc(empty(), 120, 12, -10), 1, 0.2).values()).containsEntry("count", 1.0);
    }

    @Test
    void asksForNoContrastIfTheJobWantsNone() throws Exception {
        Map<String, Object> any = with(HOW_MANY, "minContrast", 0);
        assertThat(inspect(any, disc(empty(), 120, 20, -8), 1, 0.2).values()).containsEntry("count", 1.0);
    }

    private static Mat empty() {
        Vision.load();
        return new Mat(HEIGHT, WIDTH, CvType.CV_8UC1, new Scalar(GREY));
    }

    private static Mat disc(Mat mat, int x, int radius, int off) {
        Imgproc.circle(mat, new Point(x, 80), radius, new Scalar(GREY + off), Imgproc.FILLED);
        return mat;
    }

    private static Finding inspect(Map<String, Object> settings, Mat mat, int seed) throws ToolException {
        return inspect(settings, mat, seed, 2.5);
    }

    private static Finding inspect(Map<String, Object> settings, Mat mat, int seed, double sigma) throws ToolException {
        SplittableRandom dice = new SplittableRandom(seed);
        byte[] levels = new byte[(int) mat.total()];
        mat.get(0, 0, levels);
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) Math.round((levels[i] & 0xFF) + sigma * dice.nextGaussian());
        }
        mat.put(0, 0, levels);
        try (TestScene scene = TestScene.over(mat)) {
            return inspect(settings, scene);
        }
    }

    private static Finding inspect(Map<String, Object> settings, TestScene scene) throws ToolException {
        BlobsFactory factory = new BlobsFactory();
        try (InspectionTool tool = factory.create(Options.checked("", settings, factory.settings()), (file, place) -> {
            throw new IllegalStateException(file);
        })) {
            return tool.inspect(scene);
        }
    }

    private static Map<String, Object> with(Map<String, Object> settings, String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(settings);
        more.put(key, value);
        return more;
    }
}
