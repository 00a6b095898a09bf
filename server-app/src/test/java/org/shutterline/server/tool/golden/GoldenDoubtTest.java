package org.shutterline.server.tool.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Lesson;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.Vision;

/** It does not say good of what it did not see, or of what the light hides. */
class GoldenDoubtTest {
    private static final Map<String, Object> INSIDE = Map.of("x", 120, "y", 90, "width", 100, "height", 100);

    @TempDir
    Path folder;

    private final GoldenFactory factory = new GoldenFactory();
    private final Map<String, Object> settings = new LinkedHashMap<>();

    @ParameterizedTest
    @CsvSource({"24, 0", "-24, 0", "0, 24", "-24, -24", "23.5, -11"})
    void seesAllOfItsRegionWhereverThePartLiesWithinTheLargestShift(double dx, double dy) throws Exception {
        learn(part(0, 0), INSIDE);
        try (InspectionTool tool = tool(Map.of());
                TestScene scene = part(dx, dy)) {
            Finding finding = tool.inspect(scene);
            assertThat(finding.unknown()).isEmpty();
            assertThat(finding.values()).containsEntry("seen", 100.0).containsEntry("defects", 0.0);
            assertThat((Double) finding.values().get("x")).isCloseTo(dx, within(0.2));
            // what the shift has brought to or beyond the edge of the region
            spoil(scene, 170 + dx + 45 * Math.signum(dx), 140 + dy + 45 * Math.signum(dy));
            assertThat(tool.inspect(scene).values()).containsEntry("defects", 1.0);
        }
    }

    @ParameterizedTest
    @CsvSource({"121, 140", "218, 140", "170, 91", "170, 188"})
    void seesTheRimOfItsRegion(double x, double y) throws Exception {
        learn(part(0, 0), INSIDE);
        try (InspectionTool tool = tool(Map.of());
                TestScene scene = part(0, 0)) {
            Imgproc.rectangle(scene.grey(), new Point(x - 1, y - 1), new Point(x + 1, y + 1), new Scalar(255), -1);
            assertThat(tool.inspect(scene).values()).containsEntry("defects", 1.0);
        }
    }

    @Test
    void looksAroundATurnedRegionToo() throws Exception {
        learn(part(0, 0), Map.of("x", 120, "y", 90, "width", 100, "height", 100, "angle", 20));
        try (InspectionTool tool = tool(Map.of());
                TestScene scene = part(15, -12).lying(new Pose(1, 0, 2, 1))) {
            Finding finding = tool.inspect(scene);
            assertThat(finding.values()).containsEntry("seen", 100.0).containsEntry("defects", 0.0);
        }
    }

    @Test
    void saysHowMuchItSawAndThatItIsTooLittle() throws Exception {
        learn(part(0, 0), Map.of("x", 0, "y", 90, "width", 100, "height", 100));
        try (InspectionTool tool = tool(Map.of());
                InspectionTool lenient = tool(Map.of("minSeen", 70));
                TestScene scene = part(-20, 0)) {
            Finding finding = tool.inspect(scene);
            assertThat((Double) finding.values().get("seen")).isBetween(76.0, 81.0);
            assertThat(finding.unknown().orElse(""))
                    .startsWith("only 7")
                    .endsWith("% of what the golden picture shows is in the picture, at least 95.0 % is needed");
            assertThat(finding.values()).doesNotContainKey("defects");
            assertThat(lenient.inspect(scene).values())
                    .containsEntry("defects", 0.0)
                    .containsKey("seen");
        }
    }

    @Test
    void atTheEdgeOfThePictureNothingIsTakenForADefect() throws Exception {
        learn(part(0, 0), Map.of("x", 0, "y", 0, "width", 320, "height", 240));
        try (InspectionTool tool = tool(Map.of());
                TestScene scene = part(2, 1)) {
            assertThat(tool.inspect(scene).values()).containsEntry("defects", 0.0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "128, 255, '99 % brighter'",
        "128, 180, '41 % brighter'",
        "128, 20, '84 % darker'",
        "128, 80, '37 % darker'",
        "220, 255, '100 % of the picture is quite white or black'",
        "22, 0, '34 % darker'"
    })
    void aPlainGoldenPictureDoesNotBelieveAnyLight(int golden, int grey, String said) throws Exception {
        learn(TestScene.blank(320, 240, golden), INSIDE);
        try (InspectionTool tool = tool(Map.of());
                TestScene scene = TestScene.blank(320, 240, grey)) {
            Finding finding = tool.inspect(scene);
            assertThat(finding.unknown().orElse("")).startsWith(said);
            assertThat(finding.values()).doesNotContainKey("defects");
        }
    }

    @Test
    void lightWithinTheLimitIsAllowed() throws Exception {
        learn(TestScene.blank(320, 240, 128), INSIDE);
        try (InspectionTool tool = tool(Map.of());
                InspectionTool strict = tool(Map.of("maxLightChange", 5));
                TestScene scene = TestScene.blank(320, 240, 140)) {
            assertThat(tool.inspect(scene).values()).containsEntry("defects", 0.0);
            assertThat(strict.inspect(scene).unknown().orElse(""))
                    .isEqualTo("9 % brighter than the golden picture, at most 5 % is allowed");
        }
    }

    @Test
    void aPartInTooLittleLightIsUnknown() throws Exception {
        learn(part(0, 0), INSIDE);
        try (InspectionTool tool = tool(Map.of());
                TestScene scene = part(1, 2)) {
            scene.grey().convertTo(scene.grey(), CvType.CV_8U, 0.5, 0);
            assertThat(tool.inspect(scene).unknown().orElse("")).contains("% darker than the golden picture");
        }
    }

    @Test
    void goldenPicturesThatWereTaughtWithoutARimAreStillUsed() throws Exception {
        Files.write(folder.resolve("old.png"), plainPng(128));
        settings.putAll(Map.of("region", INSIDE, "golden", "old.png"));
        try (InspectionTool tool = tool(Map.of());
                TestScene scene = TestScene.blank(320, 240, 128)) {
            Finding finding = tool.inspect(scene);
            assertThat(finding.values()).containsEntry("seen", 100.0).containsEntry("defects", 0.0);
            spoil(scene, 170, 140);
            assertThat(tool.inspect(scene).values()).containsEntry("defects", 1.0);
        }
    }

    @Test
    void aMaskThatLeavesNothingToLookAtIsRefused() throws Exception {
        learn(part(0, 0), INSIDE);
        Files.write(folder.resolve("mask.png"), plainPng(0));
        assertThatThrownBy(() -> tool(Map.of("mask", "mask.png")))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("test.mask")
                .hasMessageContaining("nothing is left of it to look at");
    }

    private void learn(TestScene good, Map<String, Object> region) throws Exception {
        try (good) {
            Lesson lesson = new GoldenTeacher()
                    .teach(List.of(good), Optional.empty(), options(Map.of("region", region)), (name, place) -> {
                        throw new BadSetting(place, "no file");
                    });
            lesson.files().forEach(this::keep);
            settings.put("region", region);
            settings.putAll(lesson.settings());
        }
    }

    private void keep(String name, byte[] bytes) {
        try {
            Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InspectionTool tool(Map<String, Object> changes) {
        Map<String, Object> raw = new LinkedHashMap<>(settings);
        raw.putAll(changes);
        return factory.create(options(raw), (name, place) -> folder.resolve(name));
    }

    private Options options(Map<String, Object> raw) {
        return Options.checked("test", raw, factory.settings());
    }

    /** As large as the region. */
    private static byte[] plainPng(int level) {
        Vision.load();
        Mat plain = new Mat(100, 100, CvType.CV_8UC1, new Scalar(level));
        byte[] png = GreyFile.png(plain);
        plain.release();
        return png;
    }

    private static void spoil(TestScene scene, double x, double y) {
        Imgproc.circle(scene.grey(), new Point(x, y), 4, new Scalar(0), Imgproc.FILLED);
    }

    /** A picture full of things to see, all of it moved by so many px. */
    private static TestScene part(double dx, double dy) {
        Vision.load();
        Mat drawn = new Mat(240, 320, CvType.CV_8UC1, new Scalar(170));
        for (int i = -3; i < 14; i++) {
            for (int j = -3; j < 12; j++) {
                double x = 27 * i + 5 * (j & 3) + dx;
                double y = 25 * j + 4 * (i % 3) + dy;
                int radius = 4 + Math.floorMod(i * j + i, 4);
                Point at = new Point(Math.rint(16 * x), Math.rint(16 * y));
                Imgproc.circle(drawn, at, 16 * radius, new Scalar(80), Imgproc.FILLED, Imgproc.LINE_AA, 4);
            }
        }
        Imgproc.GaussianBlur(drawn, drawn, new Size(0, 0), 1);
        return TestScene.over(drawn);
    }
}
