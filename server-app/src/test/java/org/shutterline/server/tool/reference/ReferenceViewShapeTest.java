package org.shutterline.server.tool.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Lesson;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.Vision;

/** A large part that moves on a bench, and regions that leave it out. */
final class ReferenceViewShapeTest {
    private static final int SIDE = 720;
    private static final int PART = 420;
    private static final Map<String, Object> RING =
            Map.of("centreX", 380, "centreY", 350, "innerRadius", 300, "outerRadius", 335);
    private static final Map<String, Object> LEFT_OUT = Map.of(
            "points",
            List.of(
                    List.of(20, 10),
                    List.of(710, 10),
                    List.of(710, 90),
                    List.of(120, 90),
                    List.of(120, 610),
                    List.of(710, 610),
                    List.of(710, 700),
                    List.of(20, 700)));

    private final ReferenceViewFactory factory = new ReferenceViewFactory();
    private final JobFiles files = (name, place) -> folder().resolve(name);

    @TempDir
    private Path folder;

    @Test
    void whatARingLeavesOutMayMove() throws Exception {
        staysQuiet(RING);
    }

    @Test
    void whatAPolygonLeavesOutMayMove() throws Exception {
        staysQuiet(LEFT_OUT);
    }

    @Test
    void aCameraThatWasMovedIsSeenByTheRing() throws Exception {
        try (InspectionTool tool = taught(RING);
                TestScene scene = seen(12, 12, 0)) {
            Finding finding = tool.inspect(scene);
            assertThat(finding.unknown().orElseThrow()).startsWith("the camera was moved");
            assertThat((double) finding.values().get("shift")).isCloseTo(12, within(1.0));
        }
    }

    private void staysQuiet(Map<String, Object> region) throws Exception {
        try (InspectionTool tool = taught(region)) {
            for (int moved : new int[] {8, 14, -10}) {
                try (TestScene scene = seen(0, moved, moved / 2)) {
                    Finding finding = tool.inspect(scene);
                    assertThat(finding.unknown()).isEmpty();
                    assertThat((double) finding.values().get("shift")).isLessThan(1);
                }
            }
        }
    }

    private InspectionTool taught(Map<String, Object> region) throws Exception {
        Map<String, Object> settings = new LinkedHashMap<>(Map.of("region", region));
        try (TestScene scene = seen(0, 0, 0)) {
            Lesson lesson =
                    factory.teacher().orElseThrow().teach(List.of(scene), Optional.empty(), options(settings), files);
            for (Map.Entry<String, byte[]> file : lesson.files().entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
            settings.putAll(lesson.settings());
        }
        return factory.create(options(settings), files);
    }

    private Options options(Map<String, Object> settings) {
        return Options.checked("test", settings, factory.settings());
    }

    private Path folder() {
        return folder;
    }

    /** @param bench px to the right that the bench lies */
    private static TestScene seen(int bench, int partRight, int partDown) {
        Vision.load();
        Mat all = new Mat(SIDE, SIDE + 60, CvType.CV_8UC1, new Scalar(60));
        scatter(all, new Random(5), 35, 30, 120);
        Mat window = all.submat(new Rect(30 - bench, 0, SIDE, SIDE));
        Mat picture = window.clone();
        window.release();
        all.release();
        Mat part = new Mat(PART, PART, CvType.CV_8UC1, new Scalar(190));
        scatter(part, new Random(6), 130, 120, 135);
        Mat place = picture.submat(new Rect(380 - PART / 2 + partRight, 350 - PART / 2 + partDown, PART, PART));
        part.copyTo(place);
        part.release();
        place.release();
        return TestScene.over(picture);
    }

    private static void scatter(Mat mat, Random dice, int count, int darkest, int range) {
        for (int i = 0; i < count; i++) {
            Point at = new Point(dice.nextInt(mat.cols()), dice.nextInt(mat.rows()));
            Point to = new Point(at.x + 12 + dice.nextInt(30), at.y + 12 + dice.nextInt(30));
            Imgproc.rectangle(mat, at, to, new Scalar(darkest + dice.nextInt(range)), Imgproc.FILLED);
        }
    }
}
