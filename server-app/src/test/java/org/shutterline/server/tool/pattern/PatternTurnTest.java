package org.shutterline.server.tool.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Lesson;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.Vision;
import org.shutterline.server.tool.Plates;

/** A part taught on one picture and found turned, scaled, several times, half outside, and in other light. */
class PatternTurnTest {
    private static final Region.Rectangle DRAWN = new Region.Rectangle(170, 130, 80, 60, 0);

    @TempDir
    Path folder;

    @Test
    void findsHowThePartIsTurned() throws Exception {
        Lesson lesson = teach(DRAWN, Map.of());
        for (double angle : new double[] {-14.3, -3, 0.25, 7.7, 15}) {
            Pose lies = Pose.of(new Point(210, 160), new Point(226.4, 151.7), angle, 1);
            Finding finding = inspect(lesson, Map.of("angleFrom", -15, "angleTo", 15), picture(lies));
            assertThat(number(finding, "angle")).isCloseTo(angle, within(0.1));
            assertThat(number(finding, "x")).isCloseTo(226.4, within(0.1));
            assertThat(number(finding, "y")).isCloseTo(151.7, within(0.1));
            assertThat(number(finding, "scale")).isEqualTo(1, within(1e-9));
            Point far = finding.pose().orElseThrow().at(new Point(300, 40));
            assertThat(far.distanceTo(lies.at(new Point(300, 40)))).isLessThan(0.25);
        }
    }

    @Test
    void findsHowLargeItIs() throws Exception {
        Lesson lesson = teach(DRAWN, Map.of());
        Map<String, Object> settings = Map.of("angleFrom", -180, "angleTo", 180, "scaleFrom", 0.8, "scaleTo", 1.25);
        Pose lies = Pose.of(new Point(210, 160), new Point(203.3, 149.2), 131, 1.13);
        Finding finding = inspect(lesson, settings, picture(lies));
        assertThat(number(finding, "scale")).isCloseTo(1.13, within(0.003));
        assertThat(number(finding, "angle")).isCloseTo(131, within(0.1));
        assertThat(number(finding, "x")).isCloseTo(203.3, within(0.1));
    }

    @Test
    void doesNotMindTheLight() throws Exception {
        Lesson lesson = teach(DRAWN, Map.of());
        TestScene dark = picture(Pose.NONE);
        Core.multiply(dark.grey(), new Scalar(0.4), dark.grey());
        Core.add(dark.grey(), new Scalar(30), dark.grey());
        Finding finding = inspect(lesson, Map.of(), dark);
        assertThat(number(finding, "score")).isGreaterThan(0.97);
        assertThat(number(finding, "x")).isCloseTo(210, within(0.05));
    }

    @Test
    void findsSeveralAndCountsThem() throws Exception {
        Lesson lesson = teach(DRAWN, Map.of());
        TestScene scene = picture(Pose.NONE);
        Mat one = scene.grey().submat(new Rect(165, 125, 90, 70));
        for (Rect at : new Rect[] {new Rect(10, 10, 90, 70), new Rect(290, 220, 90, 70)}) {
            Mat other = scene.grey().submat(at);
            one.copyTo(other);
            other.release();
        }
        one.release();
        Finding finding = inspect(lesson, Map.of("maxCount", 5), scene);
        assertThat(number(finding, "count")).isEqualTo(3);
        // all three are the same, so any may be the best
        assertThat(List.of(55.0, 210.0, 335.0))
                .anySatisfy(x -> assertThat(number(finding, "x")).isCloseTo(x, within(0.1)));
    }

    @Test
    void findsOneThatIsPartlyOutsideIfAllowed() throws Exception {
        Lesson lesson = teach(DRAWN, Map.of());
        Pose lies = Pose.of(new Point(210, 160), new Point(28.5, 160.25), 4, 1);
        Map<String, Object> whole = Map.of("angleFrom", -10, "angleTo", 10);
        assertThat(inspect(lesson, whole, picture(lies)).missing()).isPresent();
        Map<String, Object> partly = Map.of("angleFrom", -10, "angleTo", 10, "minVisible", 70);
        Finding finding = inspect(lesson, partly, picture(lies));
        assertThat(number(finding, "x")).isCloseTo(28.5, within(0.15));
        assertThat(number(finding, "angle")).isCloseTo(4, within(0.15));
    }

    @Test
    void learnsFromATurnedRectangle() throws Exception {
        Lesson lesson = teach(new Region.Rectangle(170, 130, 80, 60, 25), Map.of());
        assertThat(lesson.settings()).containsEntry("taughtAngle", 25.0);
        Finding finding = inspect(lesson, Map.of("angleFrom", -5, "angleTo", 5), picture(Pose.NONE));
        assertThat(number(finding, "angle")).isCloseTo(0, within(0.1));
        assertThat(number(finding, "x")).isCloseTo(210, within(0.1));
    }

    @Test
    void movesWithAFixtureOfItsOwn() throws Exception {
        Lesson lesson = teach(DRAWN, Map.of());
        Pose lies = Pose.of(new Point(210, 160), new Point(215.3, 155.1), 12, 1);
        Map<String, Object> region = Map.of("x", 140, "y", 100, "width", 140, "height", 120);
        TestScene scene = picture(lies).lying(Pose.of(new Point(210, 160), new Point(215, 155), 11, 1));
        Finding finding = inspect(lesson, Map.of("region", region, "angleFrom", -3, "angleTo", 3), scene);
        assertThat(number(finding, "angle")).isCloseTo(12, within(0.1));
        assertThat(number(finding, "x")).isCloseTo(215.3, within(0.1));
        assertThat(number(finding, "y")).isCloseTo(155.1, within(0.1));
    }

    @Test
    void learnsATemplateAndSaysThatItIsTheOnlyOne() throws Exception {
        Lesson lesson = teach(DRAWN, Map.of());
        assertThat(lesson.settings()).containsEntry("taughtX", 210.0).containsEntry("taughtY", 160.0);
        assertThat(lesson.files()).containsOnlyKeys("template.png");
        assertThat(lesson.said())
                .isEqualTo("Learned a template of 80 x 60 px; nothing else in the region looks like it.");
    }

    @Test
    void saysThatATemplateIsAmbiguous() throws Exception {
        Vision.load();
        Mat stripes = new Mat(200, 300, CvType.CV_8UC1, new Scalar(60));
        for (int x = 0; x < 300; x += 40) {
            Imgproc.rectangle(stripes, new Rect(x, 0, 20, 200), new Scalar(180), Imgproc.FILLED);
        }
        try (TestScene scene = TestScene.over(stripes)) {
            assertThat(teach(scene, new Region.Rectangle(100, 60, 60, 60, 0), Map.of())
                            .said())
                    .contains("ambiguous");
        }
    }

    @Test
    void refusesWhatCannotBeTaught() throws Exception {
        try (TestScene blank = TestScene.blank(400, 300, 120)) {
            assertThatThrownBy(() -> teach(blank, DRAWN, Map.of()))
                    .isInstanceOf(ToolException.class)
                    .hasMessageContaining("all of one grey");
        }
        assertThatThrownBy(() -> teach(new Region.Rectangle(10, 10, 5, 5, 0), Map.of()))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("at least 8 x 8 px");
        assertThatThrownBy(() -> teach(new Region.Circle(100, 100, 20), Map.of()))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("rectangle");
    }

    private Lesson teach(Region drawn, Map<String, Object> settings) throws Exception {
        try (TestScene scene = picture(Pose.NONE)) {
            return teach(scene, drawn, settings);
        }
    }

    private static Lesson teach(TestScene scene, Region drawn, Map<String, Object> settings) throws Exception {
        PatternFactory factory = new PatternFactory();
        return factory.teacher()
                .orElseThrow()
                .teach(
                        List.of(scene),
                        Optional.of(drawn),
                        Options.checked("test", settings, factory.settings()),
                        (name, place) -> Path.of(name));
    }

    private Finding inspect(Lesson lesson, Map<String, Object> settings, TestScene scene) throws Exception {
        Map<String, Object> all = new LinkedHashMap<>(lesson.settings());
        all.putAll(settings);
        for (Map.Entry<String, byte[]> file : lesson.files().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        PatternFactory factory = new PatternFactory();
        try (InspectionTool tool = factory.create(
                        Options.checked("test", all, factory.settings()), (name, place) -> folder.resolve(name));
                scene) {
            return tool.inspect(scene);
        }
    }

    private static double number(Finding finding, String output) {
        assertThat(finding.missing()).isEmpty();
        return (Double) finding.values().get(output);
    }

    /** A part with soft blots and sharp bars that lies so, with a little noise; 400 x 300. */
    private static TestScene picture(Pose lies) {
        Vision.load();
        Mat large = new Mat(1200, 1600, CvType.CV_8UC1, new Scalar(90));
        SplittableRandom dice = new SplittableRandom(3);
        for (int i = 0; i < 60; i++) {
            Point at = lies.at(new Point(dice.nextDouble(120, 300), dice.nextDouble(90, 230)));
            double radius = dice.nextDouble(3, 9) * lies.scale();
            Imgproc.circle(
                    large,
                    new org.opencv.core.Point(at.x() * 64 - 8, at.y() * 64 - 8),
                    (int) (radius * 64),
                    new Scalar(dice.nextInt(30, 220)),
                    Imgproc.FILLED,
                    Imgproc.LINE_8,
                    4);
        }
        Mat small = new Mat();
        Imgproc.resize(large, small, new Size(400, 300), 0, 0, Imgproc.INTER_AREA);
        large.release();
        Mat noise = new Mat(300, 400, CvType.CV_8UC1);
        byte[] grain = new byte[300 * 400];
        for (int i = 0; i < grain.length; i++) {
            grain[i] = (byte) dice.nextInt(7);
        }
        noise.put(0, 0, grain);
        Core.add(small, noise, small);
        noise.release();
        return TestScene.over(small);
    }

    /** Prints how long a template is searched in a whole picture, and in a region. */
    public static void main(String[] args) throws Exception {
        PatternTurnTest test = new PatternTurnTest();
        test.folder = Files.createTempDirectory("pattern");
        try (TestScene scene = Plates.first(Map.of())) {
            for (Region.Rectangle drawn : List.of(
                    new Region.Rectangle(438, 594, 152, 32, 0),
                    new Region.Rectangle(420, 330, 240, 240, 0),
                    new Region.Rectangle(206, 270, 160, 160, 0))) {
                for (double most : new double[] {0, 15, 180}) {
                    Lesson lesson = teach(scene, drawn, Map.of());
                    Map<String, Object> all = new LinkedHashMap<>(lesson.settings());
                    all.put("angleFrom", -most);
                    all.put("angleTo", most);
                    Files.write(
                            test.folder.resolve("template.png"), lesson.files().get("template.png"));
                    PatternFactory factory = new PatternFactory();
                    try (InspectionTool tool = factory.create(
                            Options.checked("test", all, factory.settings()),
                            (name, place) -> test.folder.resolve(name))) {
                        for (int i = 0; i < 20; i++) {
                            tool.inspect(scene);
                        }
                        long began = System.nanoTime();
                        Finding finding = tool.inspect(scene);
                        for (int i = 0; i < 20; i++) {
                            tool.inspect(scene);
                        }
                        System.out.printf(
                                "%s +-%.0f: %.1f ms %s%n",
                                drawn, most, (System.nanoTime() - began) / 21e6, finding.values());
                    }
                }
            }
        }
    }
}
