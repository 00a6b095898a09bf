package org.shutterline.server.tool.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.Mark;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.Vision;

class DetectTest implements ModelContract {
    private static final int STEP = 80;
    private static final int SIDE = 40;

    @TempDir
    Path folder;

    @Override
    public InspectionToolFactory factory() {
        return new DetectFactory();
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of(
                "region",
                Map.of("x", 0, "y", 0, "width", 640, "height", 480),
                "model",
                "good.onnx",
                "labels",
                List.of("patch"),
                "maxOverlap",
                0.1,
                "minScore",
                0.6);
    }

    @Override
    public byte[] model() {
        return TestModels.darkPatchesInColumns();
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public TestScene scene() {
        return patches(3);
    }

    /** Dark squares of 40 px from 80, 80 on, in a picture in which a cell of the model is 40 px. */
    private static TestScene patches(int count) {
        Vision.load();
        Mat grey = new Mat(480, 640, CvType.CV_8UC1, new Scalar(220));
        for (int i = 0; i < count; i++) {
            Point corner = new Point(STEP + i % 4 * 2 * STEP, STEP + i / 4 * 2 * STEP);
            Imgproc.rectangle(
                    grey, corner, new Point(corner.x + SIDE - 1, corner.y + SIDE - 1), new Scalar(20), Imgproc.FILLED);
        }
        return TestScene.over(grey);
    }

    /** A black picture is one dark patch beside the other, so only light ones have nothing in them. */
    @Override
    public void findsNothingInABlankPictureAndSaysSo() throws Exception {
        try (InspectionTool tool = tool(Map.of());
                TestScene blank = TestScene.blank(640, 480, 255)) {
            Finding finding = tool.inspect(blank);
            assertThat(finding.missing()).contains("nothing found");
            assertThat(finding.values()).isEmpty();
            assertThat(finding.marks()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"columns", "rows"})
    void countsAndDrawsWhatItFinds(String layout) throws Exception {
        byte[] model = layout.equals("rows") ? TestModels.darkPatchesInRows() : TestModels.darkPatchesInColumns();
        Files.write(folder.resolve("layout.onnx"), model);
        try (InspectionTool tool = tool(Map.of("model", "layout.onnx"))) {
            for (int count = 1; count <= 8; count++) {
                try (TestScene scene = patches(count)) {
                    Finding finding = tool.inspect(scene);
                    assertThat(finding.values())
                            .containsEntry("count", (double) count)
                            .containsEntry("class", "patch");
                    List<Mark> boxes = finding.marks().stream()
                            .filter(mark -> mark.kind() == Overlay.Kind.POLYGON)
                            .toList();
                    assertThat(boxes).hasSize(count);
                }
            }
        }
    }

    @Test
    void saysWhereTheBestIs() throws Exception {
        try (InspectionTool tool = tool(Map.of());
                TestScene scene = patches(1)) {
            Map<String, Object> values = tool.inspect(scene).values();
            assertThat((Double) values.get("x")).isCloseTo(STEP + SIDE / 2.0, within(0.5));
            assertThat((Double) values.get("y")).isCloseTo(STEP + SIDE / 2.0, within(0.5));
            assertThat((Double) values.get("score")).isCloseTo(1 - 20 / 255.0, within(0.01));
        }
    }

    @Test
    void placesLieWhereTheyDoInARegionOfAnotherShape() throws Exception {
        Map<String, Object> tall = Map.of("x", 40, "y", 40, "width", 120, "height", 420);
        try (InspectionTool tool = tool(Map.of("region", tall, "minScore", 0.3));
                TestScene scene = patches(1)) {
            Map<String, Object> values = tool.inspect(scene).values();
            assertThat((Double) values.get("x")).isCloseTo(STEP + SIDE / 2.0, within(20.0));
            assertThat((Double) values.get("y")).isCloseTo(STEP + SIDE / 2.0, within(20.0));
        }
    }

    @Test
    void noneMayBeAFinding() throws Exception {
        try (InspectionTool tool = tool(Map.of("noneIsFound", true));
                TestScene scene = patches(0)) {
            assertThat(tool.inspect(scene).values()).isEqualTo(Map.of("count", 0.0));
        }
    }

    @Test
    void namesWhatIsMissing() throws Exception {
        try (InspectionTool tool = tool(Map.of("wanted", List.of("patch")));
                TestScene scene = patches(0)) {
            assertThat(tool.inspect(scene).missing()).contains("no patch found");
        }
    }

    @Test
    void refusesAWantedClassThatTheModelDoesNotKnow() {
        assertThatThrownBy(() -> tool(Map.of("wanted", List.of("hole"))))
                .isInstanceOf(BadSetting.class)
                .hasMessage("test.wanted: expected one of patch, found 'hole'");
    }

    @Test
    void refusesAModelThatGivesNoBoxes() throws Exception {
        assertRefused(TestModels.classifier(4, 4, new float[32], new float[2]), "expected boxes");
    }

    @Test
    void keepsTheBestOfBoxesThatOverlap() {
        SplittableRandom dice = new SplittableRandom(11);
        List<Box> all = Stream.generate(() -> {
                    double x = dice.nextDouble(90);
                    double y = dice.nextDouble(90);
                    return new Box(x, y, x + 10, y + 10, dice.nextInt(2), dice.nextDouble());
                })
                .limit(300)
                .toList();
        List<Box> kept = Box.best(all, 0.3, 1000);
        for (Box box : all) {
            boolean hidden = kept.stream()
                    .anyMatch(better -> better != box
                            && better.kind() == box.kind()
                            && better.score() >= box.score()
                            && better.overlap(box) > 0.3);
            assertThat(kept.contains(box)).isEqualTo(!hidden);
        }
    }
}
