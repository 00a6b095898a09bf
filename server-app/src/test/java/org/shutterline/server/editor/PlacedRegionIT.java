package org.shutterline.server.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;
import org.shutterline.protocol.plugin.BadSetting;

/** Regions that are drawn are kept as they lie on the part, and not at all where nobody knows that. */
final class PlacedRegionIT {
    private static final Map<String, Object> PRINT = Map.of("x", 430, "y", 590, "width", 160, "height", 50);

    @TempDir
    private Path folder;

    private EditorStage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new EditorStage(folder);
        stage.teachHole("plate");
        stage.editor.add("pattern");
        stage.editor.move("pattern", 0);
        stage.all();
    }

    private void learnPattern() {
        stage.editor.teach("pattern", Optional.of(PRINT), EditorActions.Lessons.THIS_PICTURE);
        stage.all();
    }

    private void moveWithPattern() {
        stage.editor.fixture("blobs", Optional.of("pattern"));
        stage.all();
    }

    private void showEmpty() {
        Path file = folder.resolve("empty.png");
        Mat grey = new Mat(960, 1280, CvType.CV_8UC1, new Scalar(128));
        Imgcodecs.imwrite(file.toString(), grey);
        grey.release();
        stage.editor.pictureFrom(file);
        stage.all();
    }

    private double farFrom(Map<String, Object> region) {
        Map<?, ?> lies =
                (Map<?, ?>) stage.tool("blobs").region().orElseThrow().shown().orElseThrow();
        return Math.hypot(
                centre(lies, "x", "width") - centre(region, "x", "width"),
                centre(lies, "y", "height") - centre(region, "y", "height"));
    }

    private static double centre(Map<?, ?> region, String at, String size) {
        return ((Number) region.get(at)).doubleValue() + ((Number) region.get(size)).doubleValue() / 2;
    }

    @Test
    void whereThePartIsNotFoundNothingIsDrawnAndItIsSaid() {
        learnPattern();
        moveWithPattern();
        Optional<Object> kept = stage.value("blobs", "region");
        showEmpty();
        stage.editor.drawn("blobs", "region", PRINT);
        stage.all();

        assertThat(stage.notice().text()).isEqualTo("notPlaced");
        assertThat(stage.notice().with()).containsExactly("pattern");
        assertThat(stage.value("blobs", "region")).isEqualTo(kept);
        stage.editor.fixture("blobs", Optional.empty());
        stage.all();
        assertThat(stage.tool("blobs").fixture()).isEmpty();
        assertThat(stage.value("blobs", "region")).isEqualTo(kept);
    }

    @Test
    void whereThePartIsNotFoundNoRegionBeginsToMoveWithIt() {
        learnPattern();
        showEmpty();
        moveWithPattern();
        assertThat(stage.notice().text()).isEqualTo("notPlaced");
        assertThat(stage.tool("blobs").fixture()).isEmpty();
    }

    @Test
    void whatIsDrawnBeforeThePictureIsJudgedWaitsForThat() {
        learnPattern();
        moveWithPattern();
        long first = shown();
        stage.editor.older();
        while (shown() == first) {
            stage.work.remove().run();
        }
        assertThat(stage.open().judged().orElseThrow().fresh()).isFalse();
        stage.editor.drawn("blobs", "region", PRINT);
        stage.work.addFirst(stage.work.removeLast());
        stage.all();

        assertThat(farFrom(PRINT)).isLessThan(0.1);
        assertThat(stage.value("blobs", "region")).isNotEqualTo(Optional.of(PRINT));
    }

    private long shown() {
        return stage.open().picture().orElseThrow().id();
    }

    @Test
    void withoutAPictureAllLiesAsItIsTaught() throws Exception {
        learnPattern();
        stage.activate();
        stage = new EditorStage(folder);
        stage.workshop.forgetResults();
        stage.editor.open("plate");
        stage.all();
        assertThat(stage.open().picture()).isEmpty();
        Optional<Object> kept = stage.value("blobs", "region");
        moveWithPattern();

        assertThat(stage.tool("blobs").fixture()).contains("pattern");
        assertThat(stage.value("blobs", "region")).isEqualTo(kept);
    }

    @Test
    void whereTheDraftIsRefusedNothingWaitsAndItIsSaid() {
        learnPattern();
        stage.scripted.onMaking = () -> {
            throw new BadSetting("the job", "expected another");
        };
        stage.editor.add("scripted");
        stage.all();
        assertThat(stage.notice().text()).isEqualTo("draftRefused");
        stage.editor.older();
        stage.all();
        moveWithPattern();
        assertThat(stage.notice().text()).isEqualTo("notPlacedRefused");
        stage.editor.older();
        stage.editor.fixture("blobs", Optional.of("pattern"));
        stage.all();
        stage.scripted.onMaking = () -> {};
        stage.editor.set("scripted", "count", Optional.of(3));
        stage.all();

        assertThat(stage.open().judged().orElseThrow().fresh()).isTrue();
        assertThat(stage.tool("blobs").fixture()).isEmpty();
    }

    @Test
    void whatWaitsWhenTheJobIsSavedIsNotDoneAfterIt() throws Exception {
        learnPattern();
        stage.activate();
        stage.editor.older();
        while (stage.open().judged().orElseThrow().fresh()) {
            stage.work.remove().run();
        }
        stage.work.clear();
        stage.editor.fixture("blobs", Optional.of("pattern"));
        stage.editor.goBack(1);
        stage.all();
        assertThat(stage.open().judged().orElseThrow().fresh()).isTrue();
        assertThat(stage.open().changes()).isEmpty();
    }

    @Test
    void aPartThatIsStillToBeTaughtLiesAsItIsTaught() {
        moveWithPattern();
        stage.editor.drawn("blobs", "region", PRINT);
        stage.all();
        assertThat(farFrom(PRINT)).isLessThan(0.1);
        learnPattern();
        assertThat(farFrom(PRINT)).isLessThan(0.1);
    }
}
