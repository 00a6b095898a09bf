package org.shutterline.server.tool.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Lesson;
import org.shutterline.server.spi.Plane;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.Vision;

class CalibrationTest {
    private static final CalibrationFactory FACTORY = new CalibrationFactory();
    private static final Map<String, Object> CHESS = Map.of(
            "way",
            "chessboard",
            "columns",
            DrawnBoard.COLUMNS,
            "rows",
            DrawnBoard.ROWS,
            "squareMm",
            DrawnBoard.SQUARE_MM);

    @Test
    void learnsTheScaleFromAKnownLength() throws Exception {
        try (TestScene scene = bar()) {
            Lesson lesson =
                    teach(List.of(scene), new Region.Rectangle(20, 40, 260, 30, 0), Map.of("knownLengthMm", 20));
            assertThat((Double) lesson.settings().get("mmPerPx")).isCloseTo(0.1, within(0.0001));
            assertThat((Double) lesson.settings().get("errorPercent")).isBetween(0.0, 0.05);
            assertThat(lesson.said()).startsWith("20.000 mm are 200.0").contains("mm in 100 mm");
            Finding finding = inspect(scene, lesson, Map.of("knownLengthMm", 20));
            Plane plane = finding.plane().orElseThrow();
            assertThat(plane.unit()).isEqualTo("mm");
            assertThat(plane.length(new Point(10, 10), new Point(40, 50))).isCloseTo(5, within(0.01));
            try (TestScene half = TestScene.blank(scene.widthPx() / 2, scene.heightPx() / 2, 90)) {
                assertThatThrownBy(() -> inspect(half, lesson, Map.of("knownLengthMm", 20)))
                        .isInstanceOf(ToolException.class)
                        .hasMessageContaining("calibrated on pictures of");
            }
        }
    }

    @Test
    void saysWhyALengthTeachesNothing() throws Exception {
        try (TestScene blank = TestScene.blank(300, 100, 128)) {
            Region drawn = new Region.Rectangle(20, 40, 260, 30, 0);
            assertThatThrownBy(() -> teach(List.of(blank), drawn, Map.of("knownLengthMm", 20)))
                    .isInstanceOf(ToolException.class)
                    .hasMessageContaining("no two straight edges");
            assertThatThrownBy(() -> teach(List.of(blank), drawn, Map.of()))
                    .isInstanceOf(ToolException.class)
                    .hasMessageContaining("how long");
            assertThatThrownBy(() -> teach(List.of(blank), new Region.Circle(50, 50, 20), Map.of("knownLengthMm", 20)))
                    .isInstanceOf(ToolException.class)
                    .hasMessageContaining("draw a rectangle");
        }
    }

    @Test
    void measuresInMmThroughALensThatBendsAndFromTheSide() throws Exception {
        for (DrawnBoard board : List.of(
                new DrawnBoard(0, 0, 0, 0, 130),
                new DrawnBoard(-0.25, 0.08, 0, 3, 125),
                new DrawnBoard(-0.2, 0.05, 12, -8, 130),
                new DrawnBoard(0.15, 0, -10, 178, 135))) {
            try (TestScene scene = board.scene()) {
                Lesson lesson = teach(List.of(scene), Optional.empty(), CHESS);
                Finding finding = inspect(scene, lesson, CHESS);
                assertThat((Double) finding.values().get("mm_per_px")).isCloseTo(board.mmPerPx(), within(0.01));
                assertThat((Double) finding.values().get("error")).isLessThan(0.1);
                assertLengths(board, finding.plane().orElseThrow());
                assertLaidLikeThePicture(finding.plane().orElseThrow());
            }
        }
    }

    @Test
    void learnsTheLensFromSeveralPictures() throws Exception {
        DrawnBoard board = new DrawnBoard(-0.25, 0.05, 4, 2, 130);
        try (TestScene first = board.scene();
                TestScene second = new DrawnBoard(-0.25, 0.05, -20, 30, 160).scene();
                TestScene third = new DrawnBoard(-0.25, 0.05, 20, 80, 180).scene()) {
            Lesson lesson = teach(List.of(first, second, third), Optional.empty(), CHESS);
            assertThat(lesson.said()).startsWith("162 corners in 3 pictures");
            assertLengths(board, inspect(first, lesson, CHESS).plane().orElseThrow());
        }
    }

    @Test
    void saysThatThereIsNoChessboard() throws Exception {
        try (TestScene blank = TestScene.blank(300, 200, 128);
                TestScene scene = new DrawnBoard(0, 0, 0, 0, 130).scene()) {
            assertThatThrownBy(() -> teach(List.of(blank), Optional.empty(), CHESS))
                    .isInstanceOf(ToolException.class)
                    .hasMessage("no chessboard with 9 x 6 inner corners, all of them to be seen, in picture 1");
            assertThatThrownBy(() -> teach(List.of(scene, blank), Optional.empty(), CHESS))
                    .hasMessageContaining("in picture 2");
        }
    }

    @Test
    void isOfNoUseUntilItWasTaught() {
        assertThatThrownBy(() -> create(Map.of()))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("mmPerPx")
                .hasMessageContaining("not calibrated yet");
        assertThatThrownBy(() -> create(CHESS)).isInstanceOf(BadSetting.class).hasMessageContaining("not calibrated");
        assertThatThrownBy(() -> create(Map.of("lens", List.of(1, 2))))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("5 numbers");
    }

    @Test
    void refusesPicturesOfAnotherSize() throws Exception {
        Map<String, Object> settings = Map.of("mmPerPx", 0.1, "taughtWidthPx", 640, "taughtHeightPx", 480);
        try (InspectionTool tool = create(settings);
                TestScene scene = TestScene.blank(320, 240, 0)) {
            assertThatThrownBy(() -> tool.inspect(scene))
                    .isInstanceOf(ToolException.class)
                    .hasMessageContaining("640 x 480");
        }
    }

    /** To a tenth of a px, wherever the board's corners reach. */
    private static void assertLengths(DrawnBoard board, Plane plane) {
        for (double[] way :
                new double[][] {{0, 0, 80, 50}, {0, 50, 80, 0}, {5, 5, 75, 5}, {5, 45, 5, 5}, {35, 25, 45, 25}}) {
            double real = Math.hypot(way[2] - way[0], way[3] - way[1]);
            double found = plane.length(board.inPicture(way[0], way[1]), board.inPicture(way[2], way[3]));
            assertThat(Math.abs(found - real) / board.mmPerPx())
                    .as("%s %.0f %.0f", board, way[2], way[3])
                    .isLessThan(0.1);
        }
    }

    private static void assertLaidLikeThePicture(Plane plane) {
        Point middle = plane.at(new Point(400, 300));
        Point right = plane.at(new Point(410, 300));
        Point below = plane.at(new Point(400, 310));
        double perPx = plane.perPx(new Point(400, 300));
        assertThat(middle.x()).isCloseTo(400 * perPx, within(1e-6));
        assertThat(right.x()).isGreaterThan(middle.x());
        assertThat(right.y()).isCloseTo(middle.y(), within(0.01));
        assertThat(below.y()).isGreaterThan(middle.y());
    }

    private static Finding inspect(TestScene scene, Lesson lesson, Map<String, Object> settings) throws Exception {
        Map<String, Object> all = new LinkedHashMap<>(settings);
        all.putAll(lesson.settings());
        try (InspectionTool tool = create(all)) {
            return tool.inspect(scene);
        }
    }

    private static InspectionTool create(Map<String, Object> settings) {
        return FACTORY.create(Options.checked("test", settings, FACTORY.settings()), (name, place) -> Path.of(name));
    }

    private static Lesson teach(List<Scene> scenes, Region drawn, Map<String, Object> settings) throws Exception {
        return teach(scenes, Optional.of(drawn), settings);
    }

    private static Lesson teach(List<Scene> scenes, Optional<Region> drawn, Map<String, Object> settings)
            throws Exception {
        return FACTORY.teacher()
                .orElseThrow()
                .teach(
                        scenes,
                        drawn,
                        Options.checked("test", settings, FACTORY.settings()),
                        (name, place) -> Path.of(name));
    }

    /** 200 px long. */
    private static TestScene bar() {
        Vision.load();
        Mat mat = new Mat(100, 300, CvType.CV_8UC1, new Scalar(30));
        Imgproc.rectangle(mat, new Rect(50, 20, 200, 60), new Scalar(180), Imgproc.FILLED);
        return TestScene.over(mat);
    }
}
