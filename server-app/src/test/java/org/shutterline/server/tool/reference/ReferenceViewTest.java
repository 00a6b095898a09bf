package org.shutterline.server.tool.reference;

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
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Lesson;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolContract;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.Vision;
import org.shutterline.server.tool.Mats;
import org.shutterline.server.tool.Plates;

class ReferenceViewTest implements ToolContract {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 720;

    @TempDir
    private Path folder;

    @Override
    public InspectionToolFactory factory() {
        return new ReferenceViewFactory();
    }

    @Override
    public Map<String, Object> settings() {
        try (TestScene scene = scene()) {
            Options present = Options.checked(
                    "test", Map.of("region", region()), factory().settings());
            Lesson lesson = factory().teacher().orElseThrow().teach(List.of(scene), Optional.empty(), present, files());
            for (Map.Entry<String, byte[]> file : lesson.files().entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
            return Map.of("region", region(), "reference", lesson.settings().get("reference"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ToolException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, Object> region() {
        return Plates.region(0, 0, WIDTH, HEIGHT);
    }

    @Override
    public JobFiles files() {
        return (name, place) -> folder.resolve(name);
    }

    @Override
    public TestScene scene() {
        return seen(1, 0, 0, 0, 480, 360);
    }

    @Override
    public boolean measuresBlankPictures() {
        return true;
    }

    @Test
    void isQuietWhileTheCameraStaysAndPartsMove() throws Exception {
        try (InspectionTool tool = tool(Map.of())) {
            for (int i = 0; i < 6; i++) {
                try (TestScene scene = seen(1, 0, 0, 0, 380 + 40 * i, 300 + 25 * i)) {
                    Finding finding = tool.inspect(scene);
                    assertThat(finding.unknown()).isEmpty();
                    assertThat((double) finding.values().get("shift")).isLessThan(1);
                    assertThat((double) finding.values().get("turn")).isCloseTo(0, within(0.15));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "12, 0, to the right of its reference view",
        "-30, 2, to the left of its reference view",
        "0, 9, 9 px below its reference view",
        "120, 80, to the right and 80 px below"
    })
    void saysHowFarTheCameraWasMoved(int right, int down, String words) throws Exception {
        try (InspectionTool tool = tool(Map.of());
                TestScene scene = seen(1, right, down, 0, 430, 330)) {
            Finding finding = tool.inspect(scene);
            assertThat(finding.unknown().orElseThrow())
                    .startsWith("the camera was moved: the picture lies ")
                    .contains(words);
            assertThat((double) finding.values().get("shift"))
                    .isCloseTo(Math.hypot(right, down), within(1.5 + 0.04 * Math.hypot(right, down)));
        }
    }

    @ParameterizedTest
    @CsvSource({"1.5, clockwise", "-4, anticlockwise", "9, clockwise"})
    void saysHowFarTheCameraWasTurned(double degrees, String words) throws Exception {
        try (InspectionTool tool = tool(Map.of());
                TestScene scene = seen(1, 0, 0, degrees, 480, 360)) {
            Finding finding = tool.inspect(scene);
            assertThat(finding.unknown().orElseThrow())
                    .contains("the camera was turned")
                    .contains(" " + words);
            assertThat((double) finding.values().get("turn")).isCloseTo(degrees, within(0.3));
        }
    }

    @Test
    void saysThatAnotherViewIsAnother() throws Exception {
        try (InspectionTool tool = tool(Map.of())) {
            for (int seed = 2; seed < 6; seed++) {
                try (TestScene scene = seen(seed, 0, 0, 0, 480, 360)) {
                    Finding finding = tool.inspect(scene);
                    assertThat(finding.unknown().orElseThrow()).startsWith("another view");
                    assertThat(finding.values()).containsOnlyKeys("similarity");
                }
            }
        }
    }

    @Test
    void isQuietInHalfAndDoubleTheLight() throws Exception {
        try (InspectionTool tool = tool(Map.of())) {
            for (double light : new double[] {0.5, 1.6}) {
                Mat lit = new Mat();
                try (TestScene scene = scene()) {
                    scene.grey().convertTo(lit, CvType.CV_8U, light);
                }
                try (TestScene scene = TestScene.over(lit)) {
                    assertThat(tool.inspect(scene).unknown()).isEmpty();
                }
            }
        }
    }

    @Test
    void doesNotLearnFromAPictureWithoutAnythingInIt() {
        try (TestScene blank = TestScene.blank(WIDTH, HEIGHT, 90)) {
            Options present = Options.checked("test", Map.of(), factory().settings());
            assertThatThrownBy(() ->
                            factory().teacher().orElseThrow().teach(List.of(blank), Optional.empty(), present, files()))
                    .isInstanceOf(ToolException.class)
                    .hasMessageContaining("too little to hold on to");
        }
    }

    /** A fixture as a camera that was moved and turned sees it, a bright part on it wherever it lies this time. */
    private static TestScene seen(long seed, int right, int down, double clockwiseDeg, int partX, int partY) {
        Vision.load();
        try (Mats mats = new Mats()) {
            Mat bench = mats.hold(bench(seed));
            Mat part = mats.hold(bench.submat(new Rect(200 + partX - 120, 200 + partY - 90, 240, 180)));
            part.setTo(new Scalar(180));
            Imgproc.circle(part, new Point(60, 60), 30, new Scalar(40), -1);
            Imgproc.circle(part, new Point(180, 120), 22, new Scalar(60), -1);
            Imgproc.putText(part, "PART", new Point(70, 150), Imgproc.FONT_HERSHEY_SIMPLEX, 1.5, new Scalar(20), 3);
            // screen: a positive angle of the library turns anticlockwise
            Mat way = mats.hold(
                    Imgproc.getRotationMatrix2D(new Point(200 + WIDTH / 2.0, 200 + HEIGHT / 2.0), -clockwiseDeg, 1));
            way.put(0, 2, way.get(0, 2)[0] - 200 + right);
            way.put(1, 2, way.get(1, 2)[0] - 200 + down);
            Mat seen = new Mat();
            Imgproc.warpAffine(bench, seen, way, new Size(WIDTH, HEIGHT), Imgproc.INTER_LINEAR);
            Mat noise = mats.hold(new Mat(HEIGHT, WIDTH, CvType.CV_8UC1));
            Core.setRNGSeed((int) seed + right + partX);
            Core.randn(noise, 6, 3);
            Core.add(seen, noise, seen);
            return TestScene.over(seen);
        }
    }

    private static Mat bench(long seed) {
        Random dice = new Random(seed);
        Mat bench = new Mat(HEIGHT + 400, WIDTH + 400, CvType.CV_8UC1, new Scalar(60));
        for (int i = 0; i < 90; i++) {
            Point at = new Point(dice.nextInt(bench.cols()), dice.nextInt(bench.rows()));
            Scalar grey = new Scalar(30 + dice.nextInt(120));
            if (dice.nextBoolean()) {
                Imgproc.circle(bench, at, 8 + dice.nextInt(30), grey, -1);
            } else {
                Point to = new Point(at.x + 20 + dice.nextInt(90), at.y + 15 + dice.nextInt(60));
                Imgproc.rectangle(bench, at, to, grey, -1);
            }
        }
        return bench;
    }
}
