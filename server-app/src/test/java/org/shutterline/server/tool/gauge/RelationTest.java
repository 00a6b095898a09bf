package org.shutterline.server.tool.gauge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.Plane;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolException;

/** Distances and angles between what earlier tools found. */
class RelationTest {
    private static final Map<String, Object> VALUES = new LinkedHashMap<>();

    static {
        VALUES.put("a.x", 10.0);
        VALUES.put("a.y", 20.0);
        VALUES.put("b.x", 13.0);
        VALUES.put("b.y", 24.0);
        VALUES.put("level.x", 0.0);
        VALUES.put("level.y", 50.0);
        VALUES.put("level.angle", 0.0);
        VALUES.put("steep.x", 40.0);
        VALUES.put("steep.y", 50.0);
        VALUES.put("steep.angle", 92.0);
        VALUES.put("below.x", 0.0);
        VALUES.put("below.y", 90.0);
        VALUES.put("below.angle", 0.02);
        VALUES.put("west.x", -3.0);
        VALUES.put("west.y", 20.01);
    }

    @Test
    void measuresFromPointToPoint() throws Exception {
        Finding found = inspect(new DistanceFactory(), Map.of("from", "a", "to", "b"));
        assertThat(found.values())
                .containsEntry("distance", 5.0)
                .containsEntry("dx", 3.0)
                .containsEntry("dy", 4.0);
        assertThat(found.marks().get(0).points()).containsExactly(new Point(10, 20), new Point(13, 24));
    }

    @Test
    void measuresFromPointToLine() throws Exception {
        Map<String, Object> values = inspect(new DistanceFactory(), Map.of("from", "a", "to", "level", "toA", "line"))
                .values();
        assertThat((Double) values.get("distance")).isCloseTo(30, within(1e-9));
        assertThat((Double) values.get("dx")).isCloseTo(0, within(1e-9));
    }

    @Test
    void measuresAngles() throws Exception {
        assertAngle(Map.of("from", "level", "to", "steep"), 92);
        assertAngle(Map.of("from", "steep", "to", "level"), 88);
        assertAngle(Map.of("from", "a", "to", "b", "between", "points"), Math.toDegrees(Math.atan2(4, 3)));
    }

    @Test
    void saysOfLinesThatAreNearlyParallelHowFarTheyAreFromIt() throws Exception {
        Map<String, Object> over = Map.of("from", "level", "to", "below");
        Map<String, Object> under = Map.of("from", "below", "to", "level");
        assertAngle(over, 0.02);
        assertAngle(under, 179.98);
        assertSmallest(over, 0.02);
        assertSmallest(under, 0.02);
        assertSmallest(Map.of("from", "level", "to", "steep"), 88);
        assertSmallest(Map.of("from", "steep", "to", "level"), 88);
    }

    @Test
    void saysOfAWayHowFarItIsFromTheXAxis() throws Exception {
        Map<String, Object> back = Map.of("from", "a", "to", "west", "between", "points");
        double slope = Math.toDegrees(Math.atan2(0.01, 13));
        assertAngle(back, 180 - slope);
        assertSmallest(back, slope);
        assertSmallest(Map.of("from", "west", "to", "a", "between", "points"), slope);
        assertSmallest(Map.of("from", "a", "to", "b", "between", "points"), Math.toDegrees(Math.atan2(4, 3)));
    }

    @Test
    void drawsInThePictureWhatIsMeasuredInMm() throws Exception {
        Plane tenths = new Plane() {
            @Override
            public String unit() {
                return "mm";
            }

            @Override
            public Point at(Point picture) {
                return new Point(picture.x() / 10, picture.y() / 10);
            }
        };
        DistanceFactory factory = new DistanceFactory();
        Options options = Options.checked("test", Map.of("from", "a", "to", "b"), factory.settings());
        try (InspectionTool tool = factory.create(options, (name, place) -> Path.of(name));
                TestScene scene =
                        TestScene.blank(640, 480, 0).after(VALUES, Map.of()).measuredIn(tenths)) {
            Finding found = tool.inspect(scene);
            assertThat(found.values()).containsEntry("distance", 5.0);
            assertThat(found.marks().get(0).points().get(0).distanceTo(new Point(100, 200)))
                    .isLessThan(0.01);
        }
    }

    @Test
    void saysWhatIsNotThere() throws Exception {
        assertThat(inspect(new DistanceFactory(), Map.of("from", "a", "to", "c"))
                        .missing())
                .contains("c was not found");
        assertThat(inspect(new DistanceFactory(), Map.of("from", "dark", "to", "a"))
                        .unknown())
                .contains("dark could not be judged");
        assertThatThrownBy(() -> inspect(new AngleFactory(), Map.of("from", "a", "to", "level")))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("no lines");
    }

    @Test
    void saysWhatItTakesFromOthers() {
        AngleFactory factory = new AngleFactory();
        Options options = Options.checked("test", Map.of("from", "a", "to", "b"), factory.settings());
        assertThat(factory.refersTo(options)).containsExactly("a.x", "a.y", "a.angle", "b.x", "b.y", "b.angle");
    }

    private static void assertAngle(Map<String, Object> settings, double wanted) throws Exception {
        assertThat((Double) inspect(new AngleFactory(), settings).values().get("angle"))
                .isCloseTo(wanted, within(1e-9));
    }

    private static void assertSmallest(Map<String, Object> settings, double wanted) throws Exception {
        assertThat((Double) inspect(new AngleFactory(), settings).values().get("smallest"))
                .isCloseTo(wanted, within(1e-9));
    }

    private static Finding inspect(InspectionToolFactory factory, Map<String, Object> settings) throws Exception {
        Options options = Options.checked("test", settings, factory.settings());
        try (InspectionTool tool = factory.create(options, (name, place) -> Path.of(name));
                TestScene scene = TestScene.blank(640, 480, 0).after(VALUES, Map.of("dark", Verdict.UNKNOWN))) {
            return tool.inspect(scene);
        }
    }
}
