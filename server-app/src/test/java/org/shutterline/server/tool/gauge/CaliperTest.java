package org.shutterline.server.tool.gauge;

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
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.Plane;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolContract;
import org.shutterline.server.spi.Vision;
import org.shutterline.server.tool.Plates;

class CaliperTest implements ToolContract {
    private static final Map<String, Object> ALL = Plates.region(0, 0, 200, 100);

    @Override
    public InspectionToolFactory factory() {
        return new CaliperFactory();
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> across = Map.of("x", 750, "y", 445, "width", 460, "height", 70, "angle", 90);
        return Map.of("region", across, "minStrength", 10, "choice", "outermost");
    }

    @Override
    public TestScene scene() throws Exception {
        return Plates.first(Map.of());
    }

    @Test
    void measuresTheWidthOfTheFirstPair() throws Exception {
        Map<String, Object> found = inspect(Map.of()).values();
        assertNear(found, "width", 20);
        assertNear(found, "position", 40);
        assertNear(found, "angle", 0);
        assertNear(found, "x", 40);
        assertNear(found, "y", 50);
    }

    @Test
    void choosesAmongSeveralPairs() throws Exception {
        assertNear(inspect(Map.of("choice", "last")).values(), "width", 40);
        assertNear(inspect(Map.of("choice", "strongest")).values(), "width", 40);
        assertNear(
                inspect(Map.of("choice", "strongest", "first", "dark-to-light", "second", "light-to-dark"))
                        .values(),
                "position",
                140);
        assertNear(inspect(Map.of("choice", "outermost")).values(), "width", 140);
        assertNear(
                inspect(Map.of("first", "light-to-dark", "second", "dark-to-light"))
                        .values(),
                "width",
                80);
    }

    @Test
    void findsOneEdge() throws Exception {
        assertNear(inspect(Map.of("mode", "edge")).values(), "position", 40);
        assertNear(inspect(Map.of("mode", "edge", "choice", "last")).values(), "position", 180);
        assertNear(inspect(Map.of("mode", "edge", "choice", "strongest")).values(), "position", 140);
        Map<String, Object> dark = Map.of("mode", "edge", "first", "light-to-dark");
        assertNear(inspect(dark).values(), "position", 60);
        assertThat(inspect(dark).values()).doesNotContainKey("width");
    }

    @Test
    void measuresInMm() throws Exception {
        try (TestScene scene = bars().measuredIn(new Halves())) {
            Map<String, Object> found = inspect(Map.of(), scene).values();
            assertNear(found, "width", 10);
            assertNear(found, "x", 20);
        }
    }

    @Test
    void turnsWithItsRegionAndItsFixture() throws Exception {
        Map<String, Object> turned = Map.of("x", 0, "y", 20, "width", 200, "height", 60, "angle", 180);
        assertNear(inspect(Map.of("region", turned)).values(), "width", 40);
        Map<String, Object> upright = Map.of("x", 20, "y", 20, "width", 120, "height", 40);
        try (TestScene scene = bars().lying(Pose.of(new Point(80, 40), new Point(75, 50), 10, 1))) {
            Map<String, Object> found =
                    inspect(Map.of("region", upright), scene).values();
            assertNear(found, "width", 20);
            assertNear(found, "angle", -10);
        }
    }

    @Test
    void refusesTheOutermostOfOneEdge() {
        assertThatThrownBy(() -> tool(Map.of("mode", "edge", "choice", "outermost")))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("choice");
    }

    @Test
    void saysWhichEdgeIsNotThere() throws Exception {
        assertThat(inspect(Map.of("mode", "edge", "minStrength", 200)).missing())
                .contains("no straight edge");
        Map<String, Object> region = Plates.region(20, 0, 30, 100);
        assertThat(inspect(Map.of("region", region)).missing()).contains("no straight second edge");
    }

    private static void assertNear(Map<String, Object> found, String output, double wanted) {
        assertThat((Double) found.get(output)).as(output).isCloseTo(wanted, within(0.03));
    }

    private Finding inspect(Map<String, Object> changes) throws Exception {
        try (TestScene scene = bars()) {
            return inspect(changes, scene);
        }
    }

    private Finding inspect(Map<String, Object> changes, TestScene scene) throws Exception {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("region", ALL);
        all.put("choice", "first");
        all.putAll(changes);
        try (InspectionTool tool = tool(all)) {
            return tool.inspect(scene);
        }
    }

    /** Light bars from 40 to 60 and, stronger, from 140 to 180, on a dark ground. */
    private static TestScene bars() {
        Vision.load();
        Mat mat = new Mat(100, 200, CvType.CV_8UC1, new Scalar(30));
        Mat weak = mat.submat(new Rect(40, 0, 20, 100));
        weak.setTo(new Scalar(150));
        weak.release();
        Mat strong = mat.submat(new Rect(140, 0, 40, 100));
        strong.setTo(new Scalar(220));
        strong.release();
        return TestScene.over(mat);
    }

    /** Two px are a mm. */
    private static final class Halves implements Plane {
        @Override
        public String unit() {
            return "mm";
        }

        @Override
        public Point at(Point picture) {
            return new Point(picture.x() / 2, picture.y() / 2);
        }
    }
}
