package org.shutterline.server.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.Lesson;
import org.shutterline.server.spi.Teacher;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolContract;
import org.shutterline.server.spi.Vision;

class ColourTest implements ToolContract {
    private static final Scalar RED = new Scalar(0, 0, 255);
    private static final Scalar BLUE = new Scalar(255, 0, 0);
    private static final List<Double> RED_LAB = List.of(53.2, 80.1, 67.2);

    @Override
    public InspectionToolFactory factory() {
        return new ColourFactory();
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of("region", Plates.region(20, 20, 100, 60), "colour", RED_LAB);
    }

    @Override
    public TestScene scene() {
        return scene(RED);
    }

    @Override
    public boolean measuresBlankPictures() {
        return true;
    }

    /** The values of the sRGB primaries and greys under D65, as tables of CIE 1976 L*a*b* give them. */
    @ParameterizedTest
    @CsvSource({
        "255, 0, 0, 53.24, 80.09, 67.20",
        "0, 255, 0, 87.73, -86.18, 83.18",
        "0, 0, 255, 32.30, 79.19, -107.86",
        "255, 255, 255, 100, 0, 0",
        "0, 0, 0, 0, 0, 0",
        "119, 119, 119, 50.03, 0, 0"
    })
    void measuresKnownColours(int red, int green, int blue, double l, double a, double b) throws Exception {
        try (InspectionTool tool = tool(Map.of("colour", List.of(l, a, b)));
                TestScene scene = scene(new Scalar(blue, green, red))) {
            assertThat((double) tool.inspect(scene).values().get("distance")).isCloseTo(0, within(0.6));
            assertThat((double) tool.inspect(scene).values().get("share")).isEqualTo(100);
        }
    }

    @Test
    void measuresTheStraightDistance() throws Exception {
        try (InspectionTool tool = tool(Map.of("colour", List.of(50.03, 3, 4)));
                TestScene grey = scene(new Scalar(119, 119, 119))) {
            assertThat((double) tool.inspect(grey).values().get("distance")).isCloseTo(5, within(0.2));
        }
    }

    @Test
    void tellsWhichShareHasTheColour() throws Exception {
        Mat half = picture(RED);
        Mat right = half.submat(new Rect(50, 0, 110, 100));
        right.setTo(BLUE);
        right.release();
        try (InspectionTool tool = tool(Map.of());
                TestScene scene = TestScene.overColour(half)) {
            assertThat((double) tool.inspect(scene).values().get("share")).isCloseTo(30, within(0.01));
        }
    }

    @Test
    void looksOnlyInsideARoundRegion() throws Exception {
        Mat dot = picture(BLUE);
        Imgproc.circle(dot, new Point(80, 50), 34, RED, -1);
        try (InspectionTool tool = tool(Map.of("region", Map.of("centreX", 80, "centreY", 50, "radius", 30)));
                InspectionTool ring = tool(
                        Map.of("region", Map.of("centreX", 80, "centreY", 50, "innerRadius", 38, "outerRadius", 46)));
                TestScene scene = TestScene.overColour(dot)) {
            assertThat((double) tool.inspect(scene).values().get("share")).isEqualTo(100);
            assertThat((double) ring.inspect(scene).values().get("share")).isEqualTo(0);
        }
    }

    @Test
    void learnsTheColourOfTheRegion() throws Exception {
        try (TestScene scene = scene(RED)) {
            Options present = Options.checked(
                    "test",
                    Map.of("region", Plates.region(20, 20, 50, 50)),
                    factory().settings());
            Lesson lesson = factory().teacher().orElseThrow().teach(List.of(scene), Optional.empty(), present, files());
            try (InspectionTool tool = tool(lesson.settings())) {
                assertThat((double) tool.inspect(scene).values().get("distance"))
                        .isCloseTo(0, within(0.2));
            }
        }
    }

    @Test
    void learnsALimitFromTheSpreadOfTheColourAndSaysSo() throws Exception {
        Options present = Options.checked(
                "test",
                Map.of("region", Plates.region(20, 20, 50, 50)),
                factory().settings());
        Teacher teacher = factory().teacher().orElseThrow();
        try (TestScene plain = scene(new Scalar(119, 119, 119));
                TestScene lighter = scene(new Scalar(140, 140, 140))) {
            Lesson one = teacher.teach(List.of(plain), Optional.empty(), present, files());
            assertThat(one.limits()).isEqualTo(Map.of("distance", Map.of("high", 5.0)));
            assertThat(one.said())
                    .endsWith("its px spread by 0.0, other good parts were not seen. A distance of up to 5.0 is good");
            Lesson two = teacher.teach(List.of(plain, lighter), Optional.empty(), present, files());
            double most = two.limits().get("distance").get("high");
            assertThat(most).isCloseTo(8.2, within(0.3));
            assertThat(two.said()).contains("2 good parts differ by 4.2", "up to " + most + " is good");
        }
    }

    @Test
    void judgesNothingWithoutLimits() {
        assertThat(factory()
                        .judges(Options.checked("test", settings(), factory().settings())))
                .isFalse();
    }

    @Test
    void refusesWhatIsNoColour() {
        assertThatThrownBy(() -> tool(Map.of("colour", List.of(120, 0, 0))))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("[L, a, b]");
    }

    private static TestScene scene(Scalar colour) {
        return TestScene.overColour(picture(colour));
    }

    private static Mat picture(Scalar colour) {
        Vision.load();
        return new Mat(100, 160, CvType.CV_8UC3, colour);
    }
}
