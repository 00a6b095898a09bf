package org.shutterline.server.tool.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.Vision;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClassifyTest implements ModelContract {
    @TempDir
    Path folder;

    private byte[] learned;

    @BeforeAll
    void learn() throws Exception {
        learned = HoleExamples.learnedClassifier(1000, 60);
    }

    @Override
    public InspectionToolFactory factory() {
        return new ClassifyFactory();
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of(
                "region",
                HoleExamples.PLACE.asWritten(),
                "model",
                "good.onnx",
                "labels",
                HoleExamples.LABELS,
                "expected",
                "drilled");
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
    void tellsAHoleFromNoneOnPlatesThatItHasNotLearned() throws Exception {
        int right = 0;
        try (InspectionTool tool = tool(Map.of())) {
            for (int i = 0; i < 100; i++) {
                boolean drilled = i % 2 == 0;
                try (TestScene scene = HoleExamples.plate(5000 + i, drilled)) {
                    Finding finding = tool.inspect(scene);
                    right += finding.wrong().isEmpty() == drilled ? 1 : 0;
                }
            }
        }
        assertThat(right).isEqualTo(100);
    }

    @Test
    void saysWhatWasExpected() throws Exception {
        try (InspectionTool tool = tool(Map.of());
                TestScene scene = HoleExamples.plate(2, false)) {
            Finding finding = tool.inspect(scene);
            assertThat(finding.wrong()).contains("missing, expected drilled");
            assertThat(finding.expected()).containsEntry("class", "drilled");
            assertThat(finding.values()).containsEntry("class", "missing");
        }
    }

    @Test
    void doesNotJudgeWhatItIsNotSureOf() throws Exception {
        Files.write(folder.resolve("unsure.onnx"), TestModels.classifier(4, 4, new float[32], new float[] {0, 0.1f}));
        try (InspectionTool tool = tool(Map.of("model", "unsure.onnx", "minScore", 0.8));
                TestScene scene = scene()) {
            Finding finding = tool.inspect(scene);
            assertThat(finding.unknown()).contains("perhaps drilled, but only 0.52 sure, and at least 0.80 is wanted");
            assertThat(finding.values()).containsKey("score");
        }
    }

    @Test
    void readsLabelsFromAFile() throws Exception {
        Files.writeString(folder.resolve("labels.txt"), "no hole\r\nhole\r\n\n");
        Map<String, Object> raw = new LinkedHashMap<>(settings());
        raw.remove("labels");
        raw.put("labelsFile", "labels.txt");
        raw.put("expected", "hole");
        Options options = Options.checked("test", raw, factory().settings());
        try (InspectionTool tool = factory().create(options, files());
                TestScene scene = scene()) {
            assertThat(tool.inspect(scene).values()).containsEntry("class", "hole");
        }
    }

    @Test
    void refusesLabelsThatAreNotAsManyAsTheClasses() {
        assertThatThrownBy(() -> tool(Map.of("labels", List.of("a", "b", "c"), "expected", "a")))
                .isInstanceOf(BadSetting.class)
                .hasMessage("test.labels: the model knows 2 classes, found 3 labels");
    }

    @Test
    void refusesAnExpectedClassThatTheModelDoesNotKnow() {
        assertThatThrownBy(() -> tool(Map.of("expected", "bored")))
                .isInstanceOf(BadSetting.class)
                .hasMessage("test.expected: expected one of missing, drilled, found 'bored'");
    }

    @Test
    void refusesAModelThatGivesAMap() throws Exception {
        assertRefused(TestModels.strangeness(8, 8, new float[64], true), "one number for each class");
    }

    @Test
    void runsConvolutions() throws Exception {
        Files.write(folder.resolve("edges.onnx"), TestModels.edges(32, 32));
        Map<String, Object> changes = Map.of(
                "model", "edges.onnx", "labels", List.of("flat", "edges"), "expected", "edges", "scores", "as-is");
        try (InspectionTool tool = tool(changes);
                TestScene plate = scene();
                TestScene flat = TestScene.blank(1280, 960, 100)) {
            assertThat(tool.inspect(plate).wrong()).isEmpty();
            assertThat(tool.inspect(flat).wrong()).contains("flat, expected edges");
        }
    }

    /** Of a picture that is red 200, green 100 and blue 50. */
    @ParameterizedTest
    @CsvSource({
        "true, 1, rgb, 0, 0.784",
        "true, 1, bgr, 2, 0.784",
        "false, 1, rgb, 0, 0.784",
        "false, 1, bgr, 2, 0.784",
        "true, 2, rgb, 0, 200",
        "false, 2, rgb, 0, 200",
        "false, 2, bgr, 2, 200"
    })
    void bringsColoursInTheOrderThatTheModelWants(boolean first, int type, String order, String best, double score)
            throws Exception {
        Files.write(folder.resolve("means.onnx"), TestModels.means(3, first, type));
        Map<String, Object> raw = Map.of("model", "means.onnx", "colours", order, "scores", "as-is");
        Vision.load();
        try (InspectionTool tool =
                        factory().create(Options.checked("test", raw, factory().settings()), files());
                TestScene scene = TestScene.overColour(new Mat(40, 60, CvType.CV_8UC3, new Scalar(50, 100, 200)))) {
            Map<String, Object> values = tool.inspect(scene).values();
            assertThat(values).containsEntry("class", best);
            assertThat((Double) values.get("score")).isCloseTo(score, within(0.001));
        }
    }

    @Test
    void scalesAsTheModelWasTrained() throws Exception {
        Files.write(folder.resolve("mean.onnx"), TestModels.means(3, true, Graph.FLOAT));
        Map<String, Object> raw = Map.of(
                "model",
                "mean.onnx",
                "scores",
                "as-is",
                "mean",
                List.of(0.485, 0.456, 0.406),
                "deviation",
                List.of(0.229, 0.224, 0.225));
        try (InspectionTool tool =
                        factory().create(Options.checked("test", raw, factory().settings()), files());
                TestScene scene = TestScene.blank(60, 40, 255)) {
            assertThat((Double) tool.inspect(scene).values().get("score"))
                    .isCloseTo((1 - 0.406) / 0.225, within(0.001));
        }
    }

    @Test
    void aModelOfBytesTakesNoMean() throws Exception {
        Files.write(folder.resolve("bytes.onnx"), TestModels.means(1, true, Graph.UINT8));
        assertThatThrownBy(() -> tool(Map.of("model", "bytes.onnx", "mean", List.of(0.5))))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("levels of 0 to 255");
    }

    @Test
    void oneNumberIsTheSecondOfTwoClasses() throws Exception {
        Files.write(folder.resolve("one.onnx"), TestModels.means(1, true, Graph.FLOAT));
        try (InspectionTool tool = tool(Map.of("model", "one.onnx"));
                TestScene light = TestScene.blank(1280, 960, 250);
                TestScene dark = TestScene.blank(1280, 960, 10)) {
            assertThat(tool.inspect(light).values()).containsEntry("class", "drilled");
            assertThat(tool.inspect(dark).values()).containsEntry("class", "missing");
        }
    }

    @Test
    void oneNumberThatIsNoShareIsNotTakenForOne() throws Exception {
        Files.write(folder.resolve("one.onnx"), TestModels.means(1, true, Graph.FLOAT));
        Map<String, Object> stretched = Map.of("model", "one.onnx", "mean", List.of(0.5), "deviation", List.of(0.1));
        try (InspectionTool tool = tool(stretched);
                TestScene light = TestScene.blank(1280, 960, 250)) {
            assertThatThrownBy(() -> tool.inspect(light))
                    .isInstanceOf(ToolException.class)
                    .hasMessageContaining("no score of 0 to 1");
        }
    }

    @Test
    void theLibraryIsTheOneThatIsUnpackedUnderItsVersion() throws Exception {
        assertThat(OnnxLibrary.environment().getVersion()).isEqualTo(OnnxLibrary.VERSION);
    }
}
