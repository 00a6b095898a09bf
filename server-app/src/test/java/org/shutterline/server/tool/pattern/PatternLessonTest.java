package org.shutterline.server.tool.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Lesson;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.Vision;
import org.shutterline.server.tool.Plates;

/** Where a second thing is that looks like what was drawn. */
final class PatternLessonTest {
    private static final java.util.regex.Pattern AT =
            java.util.regex.Pattern.compile("at (-?\\d+), (-?\\d+) something scores (\\S+) too");

    private static final Point TAUGHT = new Point(450, 350);
    private static final Point RIVAL = new Point(600, 500);

    @Test
    void tellsThePlaceInThePicture() throws Exception {
        Map<String, Object> region = Map.of("region", Plates.region(400, 300, 300, 260));
        assertRival(taught(0, drawn(0), region));
    }

    @Test
    void tellsThePlaceInThePictureOfATurnedRegionToo() throws Exception {
        Map<String, Object> turned = Map.of("x", 370, "y", 290, "width", 330, "height", 280, "angle", 25);
        assertRival(taught(25, drawn(25), Map.of("region", turned)));
    }

    @Test
    void tellsTheOnlyPlaceInTheRegionIfWhatWasDrawnReachesOutOfIt() throws Exception {
        assertRival(taught(0, drawn(0), Map.of("region", Plates.region(440, 300, 260, 260))));
    }

    @Test
    void looksAsItWasDrawnAndNotAsItWasTaughtBefore() throws Exception {
        Map<String, Object> region = Plates.region(380, 280, 330, 300);
        assertRival(taught(40, drawn(40), Map.of("region", region)));
        assertRival(taught(0, drawn(0), Map.of("region", region, "taughtAngle", 40)));
    }

    private static void assertRival(Lesson lesson) {
        Matcher said = AT.matcher(lesson.said());
        assertThat(said.find()).as(lesson.said()).isTrue();
        assertThat(Integer.parseInt(said.group(1))).isCloseTo((int) RIVAL.x(), within(2));
        assertThat(Integer.parseInt(said.group(2))).isCloseTo((int) RIVAL.y(), within(2));
    }

    private static Region drawn(double angleDeg) {
        return new Region.Rectangle(TAUGHT.x() - 40, TAUGHT.y() - 30, 80, 60, angleDeg);
    }

    private static Lesson taught(double turnDeg, Region drawn, Map<String, Object> settings) throws Exception {
        PatternFactory factory = new PatternFactory();
        try (TestScene scene = twoMarks(turnDeg)) {
            return factory.teacher()
                    .orElseThrow()
                    .teach(
                            List.of(scene),
                            Optional.of(drawn),
                            Options.checked("test", settings, factory.settings()),
                            (name, place) -> Path.of(name));
        }
    }

    private static TestScene twoMarks(double turnDeg) {
        Vision.load();
        Mat picture = new Mat(640, 800, CvType.CV_8UC1);
        Core.setRNGSeed(3);
        Core.randn(picture, 120, 3);
        for (Point middle : List.of(TAUGHT, RIVAL)) {
            mark(picture, Pose.of(new Point(0, 0), middle, turnDeg, 1));
        }
        return TestScene.over(picture);
    }

    /** An arrow and a bar, about 0, 0. */
    private static void mark(Mat picture, Pose lies) {
        fill(picture, lies, 40, new Point(-32, -18), new Point(20, -18), new Point(28, 2), new Point(-20, -4));
        fill(picture, lies, 220, new Point(-26, 10), new Point(10, 10), new Point(10, 20), new Point(-26, 20));
    }

    private static void fill(Mat picture, Pose lies, int grey, Point... corners) {
        MatOfPoint outline = new MatOfPoint(Arrays.stream(corners)
                .map(lies::at)
                .map(p -> new org.opencv.core.Point(p.x(), p.y()))
                .toArray(org.opencv.core.Point[]::new));
        Imgproc.fillPoly(picture, List.of(outline), new Scalar(grey));
        outline.release();
    }
}
