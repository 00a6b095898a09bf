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
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolContract;
import org.shutterline.server.spi.Vision;
import org.shutterline.server.tool.Plates;

class EdgesTest implements ToolContract {
    @Override
    public InspectionToolFactory factory() {
        return new EdgesFactory();
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of("region", Plates.region(945, 250, 70, 460), "direction", "vertical", "minStrength", 10);
    }

    @Override
    public TestScene scene() throws Exception {
        return Plates.first(Map.of());
    }

    @Test
    void measuresAWidthFromLeftToRight() throws Exception {
        Finding finding = inspect(Map.of());
        assertThat((Double) finding.values().get("distance")).isCloseTo(80, within(0.02));
        assertThat((Double) finding.values().get("first")).isCloseTo(60, within(0.02));
        assertThat((Double) finding.values().get("second")).isCloseTo(140, within(0.02));
    }

    @Test
    void refusesAShapeWhoseCornersItWouldSearchToo() {
        Map<String, Object> circle = Map.of("centreX", 50, "centreY", 50, "radius", 20);
        assertThatThrownBy(() -> inspect(Map.of("region", circle)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("expected a rectangle, found a circle");
    }

    @Test
    void saysWhichEdgeIsNotThere() throws Exception {
        assertThat(inspect(Map.of("first", "light-to-dark", "second", "light-to-dark"))
                        .missing())
                .contains("only one edge");
        assertThat(inspect(Map.of("minStrength", 200)).missing()).contains("no straight first edge");
        assertThat(inspect(Map.of("second", "dark-to-light", "region", Plates.region(100, 0, 100, 100)))
                        .missing())
                .contains("no straight second edge from dark to light");
    }

    @Test
    void isNotLedAstrayByASpotOnTheEdge() throws Exception {
        try (TestScene scene = bar(new Rect(50, 40, 10, 12))) {
            Finding finding = inspect(Map.of(), scene);
            assertThat((Double) finding.values().get("distance")).isCloseTo(80, within(0.05));
        }
    }

    private Finding inspect(Map<String, Object> changes) throws Exception {
        try (TestScene scene = bar(new Rect(0, 0, 1, 1))) {
            return inspect(changes, scene);
        }
    }

    private Finding inspect(Map<String, Object> changes, TestScene scene) throws Exception {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("region", Plates.region(0, 0, 200, 100));
        all.put("direction", "horizontal");
        all.putAll(changes);
        try (InspectionTool tool = tool(all)) {
            return tool.inspect(scene);
        }
    }

    /** A light bar from 60 to 140 on a dark ground, and a light spot. */
    private static TestScene bar(Rect spot) {
        Vision.load();
        Mat mat = new Mat(100, 200, CvType.CV_8UC1, new Scalar(30));
        for (Rect light : new Rect[] {new Rect(60, 0, 80, 100), spot}) {
            Mat part = mat.submat(light);
            part.setTo(new Scalar(180));
            part.release();
        }
        return TestScene.over(mat);
    }
}
