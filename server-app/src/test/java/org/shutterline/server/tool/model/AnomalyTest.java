package org.shutterline.server.tool.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.Lesson;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.Vision;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnomalyTest implements ModelContract {
    @TempDir
    Path folder;

    private byte[] learned;

    @BeforeAll
    void learn() throws Exception {
        learned =
                TestModels.strangeness(HoleExamples.SIZE, HoleExamples.SIZE, HoleExamples.meanOfGood(2000, 20), false);
    }

    @Override
    public InspectionToolFactory factory() {
        return new AnomalyFactory();
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of("region", HoleExamples.PLACE.asWritten(), "model", "good.onnx");
    }

    @Override
    public byte[] model() {
        return learned;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public TestScene scene() throws Exception {
        return HoleExamples.plate(1, true);
    }

    @Override
    public boolean measuresBlankPictures() {
        return true;
    }

    @Test
    void learnsHowStrangeGoodPartsAreAndThenTellsTheOthers() throws Exception {
        List<Scene> good = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            good.add(HoleExamples.plate(3000 + i, true));
        }
        Options options = Options.checked("test", settings(), factory().settings());
        Lesson lesson = factory().teacher().orElseThrow().teach(good, Optional.empty(), options, files());
        for (Scene scene : good) {
            ((TestScene) scene).close();
        }
        assertThat(lesson.said()).startsWith("The 10 good pictures score");
        try (InspectionTool tool = tool(lesson.settings())) {
            int right = 0;
            for (int i = 0; i < 40; i++) {
                try (TestScene scene = HoleExamples.plate(7000 + i, i % 2 == 0)) {
                    right += tool.inspect(scene).wrong().isEmpty() == (i % 2 == 0) ? 1 : 0;
                }
            }
            assertThat(right).isEqualTo(40);
        }
    }

    @Test
    void judgesNothingWithoutAHighestScore() {
        assertThat(factory().judges(options(settings()))).isFalse();
        Map<String, Object> taught = new HashMap<>(settings());
        taught.put("maxScore", 0.5);
        assertThat(factory().judges(options(taught))).isTrue();
    }

    private Options options(Map<String, Object> settings) {
        return Options.checked("test", settings, factory().settings());
    }

    @Test
    void saysHowStrangeItIs() throws Exception {
        try (InspectionTool tool = tool(Map.of("maxScore", 0.0));
                TestScene scene = scene()) {
            assertThat(tool.inspect(scene).wrong().orElse("")).matches("strange by 0\\.\\d{3}, at most 0\\.000");
        }
    }

    @Test
    void ofAMapItSaysWhere() throws Exception {
        Files.write(
                folder.resolve("map.onnx"),
                TestModels.strangeness(32, 16, TestModels.filled(32 * 16, 100 / 255f), true));
        Vision.load();
        Mat grey = new Mat(160, 320, CvType.CV_8UC1, new Scalar(100));
        Imgproc.rectangle(grey, new Point(200, 40), new Point(239, 79), new Scalar(255), Imgproc.FILLED);
        Map<String, Object> changes =
                Map.of("model", "map.onnx", "region", Map.of("x", 0, "y", 0, "width", 320, "height", 160));
        try (InspectionTool tool = tool(changes);
                TestScene scene = TestScene.over(grey)) {
            Map<String, Object> values = tool.inspect(scene).values();
            assertThat((Double) values.get("x")).isCloseTo(220, within(1.0));
            assertThat((Double) values.get("y")).isCloseTo(60, within(1.0));
            assertThat((Double) values.get("score")).isCloseTo(155.0 * 155 / 255 / 255, within(0.01));
        }
    }

    @Test
    void refusesAModelThatGivesAMapForEachOfSeveralThings() throws Exception {
        Graph three = new Graph().input("x", Graph.FLOAT, 1, 3, 8, 8);
        assertRefused(
                three.node("Relu", List.of("x"), "y").output("y", 1, 3, 8, 8).model(), "expected one score, or a map");
    }
}
