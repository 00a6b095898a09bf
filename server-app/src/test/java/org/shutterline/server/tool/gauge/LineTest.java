package org.shutterline.server.tool.gauge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolContract;
import org.shutterline.server.spi.Vision;
import org.shutterline.server.tool.Plates;

class LineTest implements ToolContract {
    @Override
    public InspectionToolFactory factory() {
        return new LineFactory();
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> upper = Map.of("x", 940, "y", 258, "width", 80, "height", 70, "angle", 90);
        return Map.of("region", upper, "minStrength", 10);
    }

    @Override
    public TestScene scene() throws Exception {
        return Plates.first(Map.of());
    }

    @Test
    void measuresTheAngleOfAnEdge() throws Exception {
        for (double angle : new double[] {80, 88.7, 90, 93, 100}) {
            Map<String, Object> found = inspect(edge(angle), Map.of());
            assertThat((Double) found.get("angle")).isCloseTo(angle, within(0.03));
            assertThat((Double) found.get("x")).isCloseTo(100, within(0.03));
            assertThat((Double) found.get("y")).isCloseTo(50, within(0.03));
            assertThat((Double) found.get("straightness")).isLessThan(0.2);
        }
    }

    @Test
    void doesNotMindASpotOnTheEdge() throws Exception {
        TestScene scene = edge(90);
        Imgproc.rectangle(scene.grey(), new Rect(90, 20, 10, 20), new Scalar(200), Imgproc.FILLED);
        Map<String, Object> found = inspect(scene, Map.of());
        assertThat((Double) found.get("angle")).isCloseTo(90, within(0.1));
        assertThat((Double) found.get("share")).isBetween(60.0, 90.0);
    }

    @Test
    void tellsLevelLinesByASmallAngle() throws Exception {
        Map<String, Object> region = Map.of("x", 60, "y", 10, "width", 80, "height", 80, "angle", 90);
        TestScene scene = edge(0);
        assertThat((Double) inspect(scene, Map.of("region", region)).get("angle"))
                .isCloseTo(0, within(0.03));
    }

    private Map<String, Object> inspect(TestScene scene, Map<String, Object> changes) throws Exception {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("region", Plates.region(60, 10, 80, 80));
        all.putAll(changes);
        try (InspectionTool tool = tool(all);
                scene) {
            return tool.inspect(scene).values();
        }
    }

    /** Light on one side of a line through the middle. */
    private static TestScene edge(double angleDeg) {
        Vision.load();
        double cos = Math.cos(Math.toRadians(angleDeg));
        double sin = Math.sin(Math.toRadians(angleDeg));
        Mat mat = new Mat(100, 200, CvType.CV_8UC1);
        byte[] levels = new byte[100 * 200];
        for (int i = 0; i < levels.length; i++) {
            double off = sin * (i % 200 + 0.5 - 100) - cos * (i / 200 + 0.5 - 50);
            levels[i] = (byte) (int) (30 + 170 * Math.max(0, Math.min(1, 0.5 + off)) + 0.5);
        }
        mat.put(0, 0, levels);
        return TestScene.over(mat);
    }
}
