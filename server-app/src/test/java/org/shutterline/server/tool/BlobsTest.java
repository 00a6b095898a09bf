package org.shutterline.server.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.Plane;
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

    @Test
    void looksOnlyInsideItsRegion() throws Exception {
        Map<String, Object> circle = Map.of("region", Map.of("centreX", 85, "centreY", 45, "radius", 40));
        assertThat(inspect(circle).values()).containsEntry("count", 1.0).containsEntry("x", 85.0);
        Map<String, Object> cutting = Map.of("region", Map.of("centreX", 100, "centreY", 45, "radius", 30));
        assertThat(inspect(cutting).values()).containsEntry("count", 1.0);
        assertThat(inspect(with(cutting, "ignoreBorder", true)).missing()).isPresent();
    }

    @Test
    void choosesTheThresholdByTheInsideOfTheRegionOnly() throws Exception {
        Vision.load();
        Mat mat = new Mat(100, 200, CvType.CV_8UC1, new Scalar(10));
        Imgproc.circle(mat, new Point(50, 50), 40, new Scalar(200), Imgproc.FILLED);
        Imgproc.circle(mat, new Point(50, 50), 10, new Scalar(150), Imgproc.FILLED);
        Map<String, Object> settings = Map.of("region", Map.of("centreX", 50.5, "centreY", 50.5, "radius", 35));
        try (InspectionTool tool = tool(with(settings, "minAreaPx", 50));
                TestScene scene = TestScene.over(mat)) {
            assertThat((Double) tool.inspect(scene).values().get("diameter")).isCloseTo(20.3, within(0.5));
        }
    }

    @Test
    void findsPatchesInUnevenLightByTheGreyAroundThem() throws Exception {
        Vision.load();
        Mat mat = new Mat(100, 200, CvType.CV_8UC1);
        for (int x = 0; x < 200; x++) {
            Imgproc.line(mat, new Point(x, 0), new Point(x, 99), new Scalar(40 + x));
            if (x % 50 == 25) {
                Imgproc.line(mat, new Point(x - 8, 40), new Point(x - 8, 50), new Scalar(x - 5), 8);
            }
        }
        Map<String, Object> local = Map.of("region", Plates.region(0, 0, 200, 100), "threshold", "local");
        try (InspectionTool tool = tool(with(local, "minAreaPx", 50));
                TestScene scene = TestScene.over(mat)) {
            assertThat(tool.inspect(scene).values()).containsEntry("count", 4.0);
        }
    }

    @Test
    void measuresTheFormOfTheLargest() throws Exception {
        Vision.load();
        Mat mat = new Mat(100, 200, CvType.CV_8UC1, new Scalar(200));
        Imgproc.circle(mat, new Point(60, 50), 30, new Scalar(40), Imgproc.FILLED);
        Imgproc.circle(mat, new Point(50, 50), 6, new Scalar(200), Imgproc.FILLED);
        Imgproc.circle(mat, new Point(72, 50), 6, new Scalar(200), Imgproc.FILLED);
        Imgproc.circle(mat, new Point(60, 35), 1, new Scalar(200), Imgproc.FILLED);
        try (InspectionTool tool = tool(ALL);
                TestScene scene = TestScene.over(mat)) {
            Map<String, Object> found = tool.inspect(scene).values();
            assertThat(found)
                    .containsEntry("holes", 2.0)
                    .containsEntry("width", 61.0)
                    .containsEntry("height", 61.0);
            assertThat((Double) found.get("roundness")).isCloseTo(1, within(0.05));
        }
    }

    @Test
    void measuresInMm() throws Exception {
        try (InspectionTool tool = tool(Map.of());
                TestScene scene = scene()) {
            Map<String, Object> px = tool.inspect(scene).values();
            Map<String, Object> mm =
                    tool.inspect(scene.measuredIn(new Tenths())).values();
            for (String length : new String[] {"diameter", "x", "y", "width", "height"}) {
                assertThat((Double) mm.get(length)).as(length).isCloseTo((Double) px.get(length) / 10, within(1e-6));
            }
            assertThat((Double) mm.get("largest")).isCloseTo((Double) px.get("largest") / 100, within(1e-4));
        }
    }

    /** Ten px are a mm. */
    private static final class Tenths implements Plane {
        @Override
        public String unit() {
            return "mm";
        }

        @Override
        public org.shutterline.protocol.message.Point at(org.shutterline.protocol.message.Point picture) {
            return new org.shutterline.protocol.message.Point(picture.x() / 10, picture.y() / 10);
        }
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
