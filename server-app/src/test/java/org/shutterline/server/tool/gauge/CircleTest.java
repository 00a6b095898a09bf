package org.shutterline.server.tool.gauge;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.Plane;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolContract;
import org.shutterline.server.spi.Vision;
import org.shutterline.server.tool.Plates;

class CircleTest implements ToolContract {
    private static final Map<String, Object> RING =
            Map.of("centreX", 100, "centreY", 100, "innerRadius", 20, "outerRadius", 80);

    @Override
    public InspectionToolFactory factory() {
        return new CircleFactory();
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of("region", Map.of("centreX", 286, "centreY", 347, "innerRadius", 50, "outerRadius", 105));
    }

    @Override
    public TestScene scene() throws Exception {
        return Plates.first(Map.of());
    }

    @Test
    void measuresADisc() throws Exception {
        Map<String, Object> found = inspect(Map.of(), disc(100.3, 98.6, 50.25)).values();
        assertNear(found, "diameter", 100.5, 0.05);
        assertNear(found, "x", 100.3, 0.03);
        assertNear(found, "y", 98.6, 0.03);
        assertThat((Double) found.get("roundness")).isBetween(0.0, 0.3);
        assertThat(found).containsEntry("share", 100.0);
    }

    @Test
    void doesNotMindWhatLiesOnTheRim() throws Exception {
        TestScene scene = disc(100, 100, 50);
        Imgproc.rectangle(scene.grey(), new Rect(135, 85, 40, 30), new Scalar(200), Imgproc.FILLED);
        Map<String, Object> found = inspect(Map.of(), scene).values();
        assertNear(found, "diameter", 100, 0.1);
        assertNear(found, "x", 100, 0.06);
        assertThat((Double) found.get("share")).isLessThan(95);
    }

    @Test
    void searchesFromOutsideIfAsked() throws Exception {
        TestScene scene = disc(100, 100, 50);
        Imgproc.circle(scene.grey(), new Point(99.5, 99.5), 30, new Scalar(60), Imgproc.FILLED, Imgproc.LINE_AA);
        Map<String, Object> outer = Map.of("direction", "inward", "choice", "first", "edge", "dark-to-light");
        assertNear(inspect(outer, scene).values(), "diameter", 100, 0.1);
        scene = disc(100, 100, 50);
        Imgproc.circle(scene.grey(), new Point(99.5, 99.5), 30, new Scalar(60), Imgproc.FILLED, Imgproc.LINE_AA);
        Map<String, Object> inner = Map.of("choice", "first", "edge", "dark-to-light");
        assertNear(inspect(inner, scene).values(), "diameter", 61, 0.3);
    }

    @Test
    void movesWithTheFixtureAndMeasuresInMm() throws Exception {
        TestScene scene = disc(110, 95, 50)
                .lying(Pose.of(
                        new org.shutterline.protocol.message.Point(100, 100),
                        new org.shutterline.protocol.message.Point(112, 94),
                        20,
                        1))
                .measuredIn(new Tenths());
        Map<String, Object> found = inspect(Map.of(), scene).values();
        assertNear(found, "diameter", 10, 0.01);
        assertNear(found, "x", 11, 0.01);
        assertNear(found, "y", 9.5, 0.01);
    }

    @Test
    void saysWhyThereIsNoCircle() throws Exception {
        assertThat(inspect(Map.of("edge", "dark-to-light"), disc(100, 100, 50))
                        .missing()
                        .orElseThrow())
                .contains("no edge from dark to light on 72 of 72 search lines");
    }

    private static void assertNear(Map<String, Object> found, String output, double wanted, double by) {
        assertThat((Double) found.get(output)).as(output).isCloseTo(wanted, within(by));
    }

    private Finding inspect(Map<String, Object> changes, TestScene scene) throws Exception {
        Map<String, Object> all = new LinkedHashMap<>(changes);
        all.put("region", RING);
        try (InspectionTool tool = tool(all);
                scene) {
            return tool.inspect(scene);
        }
    }

    /** A light disc on a dark ground. */
    private static TestScene disc(double x, double y, double radius) {
        Vision.load();
        Mat mat = new Mat(200, 200, CvType.CV_8UC1);
        byte[] levels = new byte[200 * 200];
        for (int i = 0; i < levels.length; i++) {
            double off = Math.hypot(i % 200 + 0.5 - x, i / 200 + 0.5 - y) - radius;
            levels[i] = (byte) (int) (30 + 170 * Math.max(0, Math.min(1, 0.5 - off)) + 0.5);
        }
        mat.put(0, 0, levels);
        return TestScene.over(mat);
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
}
