package org.shutterline.server.tool.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Lesson;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolContract;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.Vision;

class GoldenTest implements ToolContract {
    private static final Map<String, Object> REGION = Map.of("x", 40, "y", 30, "width", 240, "height", 160);

    @TempDir
    Path folder;

    @BeforeEach
    void teach() throws Exception {
        Vision.load();
        try (TestScene good = part(0, 0, 0)) {
            keep(lesson(List.of(good), Map.of("region", REGION)));
        }
    }

    @Override
    public InspectionToolFactory factory() {
        return new GoldenFactory();
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of("region", REGION, "golden", "golden.png", "spread", "spread.png", "rimPx", 12);
    }

    @Override
    public JobFiles files() {
        return (name, place) -> {
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                throw new BadSetting(place, "no file " + name);
            }
            return file;
        };
    }

    @Override
    public TestScene scene() {
        return part(1.3, -2.6, 0.4);
    }

    /** It says how unlike they are, and that it cannot judge. */
    @Override
    public boolean measuresBlankPictures() {
        return true;
    }

    @Test
    void findsNothingInAGoodPictureAndSaysHowItLies() throws Exception {
        try (InspectionTool tool = tool(Map.of());
                TestScene scene = part(1.3, -2.6, 0)) {
            Finding finding = tool.inspect(scene);
            assertThat(finding.values()).containsEntry("defects", 0.0);
            assertThat(finding.wrong()).isEmpty();
            assertThat((Double) finding.values().get("x")).isCloseTo(1.3, within(0.15));
            assertThat((Double) finding.values().get("y")).isCloseTo(-2.6, within(0.15));
            assertThat((Double) finding.values().get("score")).isGreaterThan(0.95);
        }
    }

    @Test
    void boxesWhatDiffersWhereItLies() throws Exception {
        try (InspectionTool tool = tool(Map.of());
                TestScene scene = part(2, 1, 0)) {
            Imgproc.circle(scene.grey(), new Point(150, 100), 5, new Scalar(40), Imgproc.FILLED);
            Finding finding = tool.inspect(scene);
            assertThat(finding.values()).containsEntry("defects", 1.0);
            assertThat(finding.wrong().orElse("")).startsWith("differs from the golden picture at one place");
            assertThat(finding.marks().get(1).kind()).isEqualTo(Overlay.Kind.POLYGON);
            assertThat(finding.marks().get(1).points()).hasSize(4).allSatisfy(corner -> {
                assertThat(corner.x()).isBetween(138.0, 162.0);
                assertThat(corner.y()).isBetween(88.0, 112.0);
            });
            assertThat((Double) finding.values().get("area")).isBetween(50.0, 110.0);
        }
    }

    /** A ragged edge leaves such ones. */
    @Test
    void thinPiecesNearEachOtherAreADefectOnlyWithOneThatIsThick() throws Exception {
        try (InspectionTool tool = tool(Map.of());
                TestScene scene = part(0, 0, 0)) {
            for (int piece = 0; piece < 5; piece++) {
                Point left = new Point(145, 95 + 3 * piece);
                Imgproc.line(scene.grey(), left, new Point(left.x + 2, left.y), new Scalar(40));
            }
            assertThat(tool.inspect(scene).values()).containsEntry("defects", 0.0);
            Imgproc.rectangle(scene.grey(), new Point(150, 100), new Point(151, 101), new Scalar(40), -1);
            assertThat(tool.inspect(scene).values())
                    .containsEntry("defects", 1.0)
                    .containsEntry("area", 5 * 3.0 + 4);
        }
    }

    @Test
    void allowsAsManyDifferencesAsTheJobSays() throws Exception {
        try (InspectionTool tool = tool(Map.of("allowed", 1));
                TestScene scene = part(0, 0, 0)) {
            Imgproc.circle(scene.grey(), new Point(150, 100), 5, new Scalar(40), Imgproc.FILLED);
            Finding finding = tool.inspect(scene);
            assertThat(finding.values()).containsEntry("defects", 1.0);
            assertThat(finding.wrong()).isEmpty();
        }
    }

    @Test
    void doesNotLookWhereTheMaskIsBlack() throws Exception {
        Mat mask = new Mat(160, 240, CvType.CV_8UC1, new Scalar(255));
        Imgproc.circle(mask, new Point(110, 70), 15, new Scalar(0), Imgproc.FILLED);
        Files.write(folder.resolve("mask.png"), GreyFile.png(mask));
        mask.release();
        try (InspectionTool tool = tool(Map.of("mask", "mask.png"));
                TestScene scene = part(0, 0, 0)) {
            Imgproc.circle(scene.grey(), new Point(150, 100), 5, new Scalar(40), Imgproc.FILLED);
            assertThat(tool.inspect(scene).values()).containsEntry("defects", 0.0);
        }
    }

    @Test
    void looksOnlyInsideItsShapeAndMovesWithThePart() throws Exception {
        Map<String, Object> circle = Map.of("centreX", 160, "centreY", 110, "radius", 70);
        try (TestScene good = part(0, 0, 0)) {
            keep(lesson(List.of(good), Map.of("region", circle)));
        }
        try (InspectionTool tool = tool(Map.of("region", circle));
                TestScene moved = part(9, 12, 0).lying(new Pose(1, 0, 9, 12))) {
            assertThat(tool.inspect(moved).values()).containsEntry("defects", 0.0);
            // in the corner of the box around the circle
            Imgproc.circle(moved.grey(), new Point(105 + 9, 55 + 12), 5, new Scalar(40), Imgproc.FILLED);
            assertThat(tool.inspect(moved).values()).containsEntry("defects", 0.0);
            Imgproc.circle(moved.grey(), new Point(160 + 9, 108 + 12), 5, new Scalar(40), Imgproc.FILLED);
            assertThat(tool.inspect(moved).values()).containsEntry("defects", 1.0);
        }
    }

    @Test
    void aPictureThatCannotBeAlignedIsUnknownAndNotWrong() throws Exception {
        try (InspectionTool tool = tool(Map.of());
                TestScene blank = TestScene.blank(320, 240, 128)) {
            Finding finding = tool.inspect(blank);
            assertThat(finding.unknown().orElse("")).contains("too unlike the golden one to be aligned");
            assertThat(finding.wrong()).isEmpty();
            assertThat(finding.missing()).isEmpty();
        }
    }

    /** The alignment takes the most time: it has three levels or two, and several steps in each. */
    @Test
    void looksAtTheClockBetweenTheStepsOfTheAlignment() throws Exception {
        try (InspectionTool tool = tool(Map.of());
                TestScene scene = scene()) {
            tool.inspect(scene.endingAfterLooks(Integer.MAX_VALUE));
            assertThat(scene.looks()).isGreaterThan(9);
            assertThatThrownBy(() -> tool.inspect(scene.endingAfterLooks(3)))
                    .isInstanceOf(ToolException.class)
                    .hasMessage("its time is over");
            assertThat(scene.looks()).isEqualTo(4);
        }
    }

    @Test
    void aRegionOfAnotherSizeThanTheGoldenPictureIsTold() throws Exception {
        Map<String, Object> other = Map.of("x", 40, "y", 30, "width", 200, "height", 160);
        try (InspectionTool tool = tool(Map.of("region", other));
                TestScene scene = scene()) {
            assertThatThrownBy(() -> tool.inspect(scene))
                    .isInstanceOf(ToolException.class)
                    .hasMessage("expected 240 x 160 px as the golden picture is, found 200 x 160 px: teach it again");
        }
    }

    @Test
    void saysThatItWasNotTaughtYet() {
        Options options =
                Options.checked("job", Map.of("region", REGION), factory().settings());
        assertThatThrownBy(() -> factory().create(options, files()))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("job.golden")
                .hasMessageContaining("no golden picture yet");
    }

    @Test
    void refusesDamagedAndForeignFiles() throws Exception {
        Files.write(folder.resolve("torn.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
        assertThatThrownBy(() -> tool(Map.of("golden", "torn.png")))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("test.golden")
                .hasMessageContaining("torn.png");
        Mat small = new Mat(20, 20, CvType.CV_8UC1, new Scalar(0));
        Files.write(folder.resolve("small.png"), GreyFile.png(small));
        small.release();
        assertThatThrownBy(() -> tool(Map.of("spread", "small.png")))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("as large as the golden one, 264 x 184 px, found 20 x 20 px");
    }

    @Test
    void learnsFromSeveralPicturesWhatMayVary() throws Exception {
        try (TestScene one = part(0, 0, 0);
                TestScene two = part(1.5, 0.5, 0);
                TestScene three = part(-1, 2, 0)) {
            Imgproc.circle(two.grey(), new Point(150 + 1.5, 100), 6, new Scalar(40), Imgproc.FILLED);
            Lesson lesson = lesson(List.of(one, two, three), Map.of("region", REGION));
            assertThat(lesson.said()).contains("3 good pictures");
            keep(lesson);
        }
        try (InspectionTool tool = tool(Map.of());
                TestScene scene = part(0, 0, 0)) {
            Imgproc.circle(scene.grey(), new Point(150, 100), 4, new Scalar(40), Imgproc.FILLED);
            assertThat(tool.inspect(scene).values()).containsEntry("defects", 0.0);
            Imgproc.circle(scene.grey(), new Point(210, 150), 4, new Scalar(40), Imgproc.FILLED);
            assertThat(tool.inspect(scene).values()).containsEntry("defects", 1.0);
        }
    }

    @Test
    void doesNotLearnFromAPictureOfSomethingElse() {
        try (TestScene good = part(0, 0, 0);
                TestScene blank = TestScene.blank(320, 240, 128)) {
            assertThatThrownBy(() -> lesson(List.of(good, blank), Map.of("region", REGION)))
                    .isInstanceOf(ToolException.class)
                    .hasMessage("picture 2 is too unlike the first one to be aligned");
        }
    }

    @Test
    void aSecondToolOfTheJobGetsFilesOfItsOwn() throws Exception {
        try (TestScene good = part(0, 0, 0)) {
            assertThat(lesson(List.of(good), Map.of("region", REGION)).files())
                    .containsOnlyKeys("golden-2.png", "spread-2.png");
            assertThat(lesson(List.of(good), settings()).files()).containsOnlyKeys("golden.png", "spread.png");
        }
    }

    private Lesson lesson(List<Scene> good, Map<String, Object> settings) throws ToolException {
        return new GoldenTeacher()
                .teach(
                        good,
                        Optional.empty(),
                        Options.checked("test", settings, factory().settings()),
                        files());
    }

    private void keep(Lesson lesson) {
        lesson.files().forEach((name, bytes) -> {
            try {
                Files.write(folder.resolve(name.replace("-2", "")), bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** A part with something to see on it, moved by so many px and turned about the middle. */
    private static TestScene part(double dx, double dy, double turnDeg) {
        Vision.load();
        Mat drawn = new Mat(240, 320, CvType.CV_8UC1, new Scalar(60));
        Imgproc.rectangle(drawn, new Point(60, 50), new Point(250, 170), new Scalar(190), Imgproc.FILLED);
        Imgproc.circle(drawn, new Point(100, 90), 18, new Scalar(50), Imgproc.FILLED);
        Imgproc.circle(drawn, new Point(205, 90), 12, new Scalar(50), Imgproc.FILLED);
        Imgproc.rectangle(drawn, new Point(90, 130), new Point(180, 145), new Scalar(110), Imgproc.FILLED);
        Imgproc.line(drawn, new Point(190, 120), new Point(240, 160), new Scalar(20), 5);
        Imgproc.GaussianBlur(drawn, drawn, new Size(0, 0), 1.2);
        Mat to = Imgproc.getRotationMatrix2D(new Point(160, 120), turnDeg, 1);
        to.put(0, 2, to.get(0, 2)[0] + dx);
        to.put(1, 2, to.get(1, 2)[0] + dy);
        Mat moved = new Mat();
        Imgproc.warpAffine(drawn, moved, to, drawn.size(), Imgproc.INTER_LINEAR, Core.BORDER_REPLICATE);
        to.release();
        drawn.release();
        return TestScene.over(moved);
    }
}
