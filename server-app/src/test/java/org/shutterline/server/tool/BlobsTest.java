package org.shutterline.server.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolContract;
import org.shutterline.server.spi.Vision;

class BlobsTest implements ToolContract {
    private static final Map<String, Object> ALL = Map.of("region", Plates.region(0, 0, 200, 100));

    @Override
    public InspectionToolFactory factory() {
        return new BlobsFactory();
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of("region", Plates.region(181, 237, 210, 220), "minAreaPx", 1000);
    }

    @Override
    public TestScene scene() throws Exception {
        return Plates.first(Map.of());
    }

    @Test
    void countsAndMeasuresTheLargest() throws Exception {
        Finding finding = inspect(with(ALL, "threshold", 128));
        assertThat(finding.values())
                .containsEntry("count", 3.0)
                .containsEntry("area", 400.0 + 2500 + 225)
                .containsEntry("x", 85.0)
                .containsEntry("y", 45.0);
        assertThat((Double) finding.values().get("largest")).isCloseTo(2500, within(30.0));
    }

    @Test
    void choosesTheThresholdByItself() throws Exception {
        assertThat(inspect(ALL).values()).containsEntry("count", 3.0);
    }

    @Test
    void leavesOutWhatIsTooSmallOrTooLarge() throws Exception {
        Map<String, Object> middle = with(with(ALL, "minAreaPx", 300), "maxAreaPx", 1000);
        assertThat(inspect(middle).values()).containsEntry("count", 1.0).containsEntry("area", 400.0);
    }

    @Test
    void leavesOutWhatTouchesTheBorderIfAsked() throws Exception {
        assertThat(inspect(with(ALL, "ignoreBorder", true)).values()).containsEntry("count", 2.0);
    }

    @Test
    void seesLightPatchesToo() throws Exception {
        Finding finding = inspect(with(with(ALL, "polarity", "light"), "threshold", 128));
        assertThat(finding.values()).containsEntry("count", 1.0).containsEntry("area", 20000.0 - 3125);
    }

    @Test
    void mayTakeNoneForAnAnswer() throws Exception {
        Map<String, Object> none = with(with(ALL, "threshold", 10), "noneIsFound", true);
        Finding finding = inspect(none);
        assertThat(finding.missing()).isEmpty();
        assertThat(finding.values()).containsEntry("count", 0.0).doesNotContainKeys("diameter", "x", "y");
    }

    @Test
    void refusesAreasThatContradictEachOther() {
        assertThatThrownBy(() -> tool(Map.of("minAreaPx", 100, "maxAreaPx", 50)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("minAreaPx");
    }

    private Finding inspect(Map<String, Object> changes) throws Exception {
        Vision.load();
        Mat mat = new Mat(100, 200, CvType.CV_8UC1, new Scalar(200));
        for (Rect patch : new Rect[] {new Rect(20, 20, 20, 20), new Rect(60, 20, 50, 50), new Rect(185, 40, 15, 15)}) {
            Mat part = mat.submat(patch);
            part.setTo(new Scalar(40));
            part.release();
        }
        try (InspectionTool tool = tool(with(changes, "minAreaPx", changes.getOrDefault("minAreaPx", 50)));
                TestScene scene = TestScene.over(mat)) {
            return tool.inspect(scene);
        }
    }

    private static Map<String, Object> with(Map<String, Object> settings, String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(settings);
        more.put(key, value);
        return more;
    }
}
