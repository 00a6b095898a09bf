package org.shutterline.server.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;

final class RegionTest {
    private static final Setting<Region> REGION = Region.setting("region");

    static List<Region> shapes() {
        return List.of(
                Region.upright(10, 20, 300, 200),
                new Region.Rectangle(10.25, 20, 300, 200, -4.5),
                new Region.Circle(50, 60.5, 12),
                new Region.Ring(50, 60, 12, 20),
                new Region.Polygon(List.of(new Point(0, 0), new Point(10, 0), new Point(5.5, 8))));
    }

    static List<Object> refused() {
        return List.of(
                "here",
                Map.of(),
                Map.of("x", 1, "y", 2, "width", 3),
                Map.of("x", 1, "y", 2, "width", 0, "height", 5),
                Map.of("x", 1, "y", 2, "width", 5, "height", 5, "angle", 400),
                Map.of("x", "1", "y", 2, "width", 5, "height", 5),
                Map.of("x", 1e9, "y", 2, "width", 5, "height", 5),
                Map.of("centreX", 1, "centreY", 2, "radius", 0),
                Map.of("centreX", 1, "centreY", 2, "innerRadius", 5, "outerRadius", 5),
                Map.of("points", List.of(List.of(1, 2), List.of(3, 4))),
                Map.of("points", List.of(List.of(1, 2), List.of(3, 4), List.of(5))),
                Map.of("points", List.of(1, 2, 3)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void isReadAsItWasWritten(Region region) {
        Options options = Options.checked("job", Map.of("region", region.asWritten()), List.of(REGION));

        assertThat(options.get(REGION)).isEqualTo(region);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatIsNoShape(Object raw) {
        assertThatThrownBy(() -> Options.checked("job", Map.of("region", raw), List.of(REGION)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("job.region")
                .hasMessageContaining("radius");
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void movesItsOutlineWithThePart(Region region) {
        Pose pose = Pose.of(new Point(3, 4), new Point(30, 14), 33, 1.1);
        Region moved = region.after(pose);

        Point middle = middle(region.outline());
        assertThat(middle(moved.outline()).distanceTo(pose.at(middle))).isLessThan(1e-9);
        assertThat(area(moved.outline())).isCloseTo(area(region.outline()) * 1.21, within(1e-6));
    }

    private static Point middle(List<Point> outline) {
        return new Point(
                outline.stream().mapToDouble(Point::x).average().orElseThrow(),
                outline.stream().mapToDouble(Point::y).average().orElseThrow());
    }

    private static double area(List<Point> outline) {
        double twice = 0;
        for (int i = 0; i < outline.size(); i++) {
            Point a = outline.get(i);
            Point b = outline.get((i + 1) % outline.size());
            twice += a.x() * b.y() - b.x() * a.y();
        }
        return Math.abs(twice) / 2;
    }
}
