package org.shutterline.server.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.PlainPicture;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.jobs.JobFile;

/** What a technician does with the pictures and the tools of a draft, each deed by its effect. */
final class EditorActionsIT {
    private static final Map<String, Object> PRINT = Map.of("x", 430, "y", 590, "width", 160, "height", 50);

    @TempDir
    private Path folder;

    private EditorStage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new EditorStage(folder);
        stage.teachHole("plate");
    }

    private OpenJob.Shown shown() {
        return stage.open().picture().orElseThrow();
    }

    private Verdict verdict() {
        OpenJob.Judged judged = stage.open().judged().orElseThrow();
        assertThat(judged.fresh()).isTrue();
        return judged.verdict();
    }

    // ---- the picture

    @Test
    void goesToOlderPicturesAndBackToTheNewestOne() {
        assertThat(shown().id()).isEqualTo(8);
        assertThat(shown().newer()).isFalse();
        stage.editor.older();
        stage.all();
        stage.editor.older();
        stage.all();
        assertThat(shown().id()).isEqualTo(6);
        assertThat(shown().newer()).isTrue();

        for (int id : new int[] {7, 8, 8}) {
            stage.editor.newer();
            stage.all();
            assertThat(shown().id()).isEqualTo(id);
        }
        assertThat(shown().newer()).isFalse();
        assertThat(verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void aNewPictureOfTheCameraIsJudgedAtOnce() {
        PlainPicture before = shown().pixels();
        stage.editor.limit("blobs", "diameter", "low", Optional.of(500.0));
        stage.editor.takeNew(1);
        stage.all();

        assertThat(shown().id()).isZero();
        assertThat(shown().pixels()).isNotEqualTo(before);
        assertThat(shown().caption()).startsWith("1, ");
        assertThat(shown().older() || shown().newer()).isFalse();
        assertThat(verdict()).isEqualTo(Verdict.NG);
    }

    @Test
    void aStationThatIsOnlineShowsItsNewestPictureAndTheReasonInstead() throws Exception {
        stage.editor.older();
        stage.all();
        stage.workshop.produce(1);
        stage.workshop.online = Optional.of("the station is online");
        stage.editor.takeNew(1);
        stage.all();

        assertThat(shown().id()).isEqualTo(9);
        assertThat(stage.notice().text()).isEqualTo("noNewPicture");
        assertThat(stage.notice().with()).containsExactly("1", "the station is online");
    }

    @Test
    void aPictureOfAFileIsShownUnderItsNameAndJudged() throws Exception {
        stage.editor.pictureFrom(grey("dark.png", 0));
        stage.all();

        assertThat(shown().caption()).isEqualTo("dark.png");
        assertThat(shown().id()).isZero();
        assertThat(shown().older() || shown().newer()).isFalse();
        assertThat(stage.tool("blobs").verdict()).isNotEqualTo(Optional.of(Verdict.OK));
        assertThat(verdict()).isNotEqualTo(Verdict.OK);
    }

    @Test
    void aFileThatIsNoPictureIsNamedAndThePictureBeforeStays() throws Exception {
        stage.editor.pictureFrom(Files.writeString(folder.resolve("notes.png"), "no picture"));
        stage.all();

        assertThat(stage.notice().trouble()).isTrue();
        assertThat(stage.notice().text()).isEqualTo("picture");
        assertThat(stage.notice().with().get(0)).startsWith("notes.png: ");
        assertThat(shown().id()).isEqualTo(8);
    }

    @Test
    void aRowOfTheTryShowsItsPicture() {
        stage.editor.showTried(0);
        stage.all();
        assertThat(stage.notice().with()).containsExactly("nothing was tried yet");

        stage.editor.tryOnProduction(1, 8);
        stage.all();
        for (TryView.Row row : stage.open().tryOn().rows()) {
            stage.editor.showTried(row.index());
            stage.all();
            assertThat(shown().id()).isEqualTo(row.id());
            assertThat(verdict()).isEqualTo(row.now());
        }
    }

    // ---- a tool's own entries

    @Test
    void aFixtureTakesTheRegionAlongAndLeavesItOnThePictureWhereItWas() {
        stage.editor.add("pattern");
        stage.editor.move("pattern", 0);
        stage.editor.teach("pattern", Optional.of(PRINT), EditorActions.Lessons.THIS_PICTURE);
        stage.all();
        stage.editor.older();
        stage.all();
        assertThat(stage.tool("blobs").fixtures()).containsOnlyKeys("pattern");

        Map<String, Double> fixed = region();
        stage.editor.fixture("blobs", Optional.of("pattern"));
        stage.all();
        assertThat(stage.tool("blobs").fixture()).contains("pattern");
        assertThat(far(region(), fixed)).isLessThan(0.1);

        stage.editor.older();
        stage.all();
        Map<String, Double> moved = region();
        assertThat(far(moved, fixed)).as("the part lies elsewhere").isGreaterThan(1);
        assertThat(stage.tool("blobs").verdict()).contains(Verdict.OK);

        stage.editor.fixture("blobs", Optional.empty());
        stage.all();
        assertThat(stage.tool("blobs").fixture()).isEmpty();
        assertThat(far(region(), moved)).isLessThan(0.1);
        stage.editor.newer();
        stage.all();
        assertThat(far(region(), moved)).isLessThan(0.1);
    }

    @Test
    void whatIsNotFoundIsNgOrUnknownAsTheTechnicianSays() throws Exception {
        stage.editor.add("pattern");
        stage.editor.teach("pattern", Optional.of(PRINT), EditorActions.Lessons.THIS_PICTURE);
        stage.editor.remove("blobs");
        stage.all();
        assertThat(verdict()).isEqualTo(Verdict.OK);
        stage.editor.pictureFrom(grey("empty.png", 128));
        stage.all();
        assertThat(verdict()).isEqualTo(Verdict.NG);

        stage.editor.whenNotFound("pattern", "UNKNOWN");
        stage.all();
        assertThat(stage.tool("pattern").whenNotFound()).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict()).isEqualTo(Verdict.UNKNOWN);
        stage.editor.whenNotFound("pattern", "NG");
        stage.all();
        assertThat(verdict()).isEqualTo(Verdict.NG);
    }

    @Test
    void aValueIsAnsweredOnceUntilItIsTakenOut() {
        stage.editor.tell("blobs", "count", true);
        stage.editor.tell("blobs", "count", true);
        stage.all();
        assertThat(stage.open().answers()).extracting(Answer::output).containsExactly("diameter", "count");
        assertThat(told("count")).isTrue();

        stage.editor.tell("blobs", "diameter", false);
        stage.all();
        assertThat(stage.open().answers()).extracting(Answer::output).containsExactly("count");
        assertThat(told("diameter")).isFalse();
        stage.editor.undo();
        stage.all();
        assertThat(stage.open().answers()).extracting(Answer::output).containsExactly("diameter", "count");
    }

    private boolean told(String output) {
        return stage.tool("blobs").outputs().stream()
                .filter(view -> view.name().equals(output))
                .allMatch(ToolView.OutputView::told);
    }

    @Test
    void aToolInAProcessOfItsOwnStandsInTheJobThatGoesIntoService() {
        assertThat(stage.tool("blobs").isolated()).isFalse();
        stage.editor.isolate("blobs", true);
        stage.all();
        assertThat(stage.tool("blobs").isolated()).isTrue();
        stage.activate();
        assertThat(tool().entry("isolated")).contains(true);

        stage.editor.isolate("blobs", false);
        stage.activate();
        assertThat(stage.tool("blobs").isolated()).isFalse();
        assertThat(tool().entry("isolated")).isEmpty();
    }

    private DraftTool tool() {
        return new Draft(stage.content("plate")).tool("blobs").orElseThrow();
    }

    // ---- into service, and teaching

    @Test
    void whatIsKeptAsADraftIsNotAskedForAnyMoreAndStaysAsItIs() {
        stage.editor.activate();
        stage.all();
        assertThat(stage.open().question()).isPresent();

        stage.editor.keepAsDraft();
        stage.all();
        assertThat(stage.open().question()).isEmpty();
        assertThat(stage.workshop.jobs().names()).isEmpty();
        assertThat(stage.workshop.asked).isEmpty();
        assertThat(stage.value("blobs", "threshold")).contains(90);
        assertThat(stage.open().changes()).isNotEmpty();
    }

    @Test
    void aGoldenPictureOfSeveralGoodPartsKnowsWhatMayVary() {
        stage.editor.add("pattern");
        stage.editor.teach("pattern", Optional.of(PRINT), EditorActions.Lessons.THIS_PICTURE);
        stage.editor.add("golden");
        stage.all();
        teachGolden(EditorActions.Lessons.THIS_PICTURE);
        assertThat(said()).contains("one good picture");
        JobFile ofOne = spread();

        stage.editor.tryOnProduction(1, 8);
        stage.all();
        assertThat(stage.open().tryOn().rows()).allMatch(row -> row.now() == Verdict.OK);
        teachGolden(EditorActions.Lessons.GOOD_ONES);
        assertThat(said()).contains("8 good pictures");
        assertThat(spread()).isNotEqualTo(ofOne);
        assertThat(stage.tool("golden").verdict()).contains(Verdict.OK);
    }

    private void teachGolden(EditorActions.Lessons from) {
        stage.editor.teach("golden", Optional.of(PRINT), from);
        stage.all();
        assertThat(stage.notice().text())
                .as(String.valueOf(stage.notice().with()))
                .isEqualTo("taught");
    }

    private String said() {
        return stage.notice().with().get(0);
    }

    /** As the job has it once it is in service. */
    private JobFile spread() {
        String name = String.valueOf(stage.value("golden", "spread").orElseThrow());
        stage.activate();
        return stage.content("plate").files().get(name);
    }

    // ---- pictures and regions

    private Path grey(String name, int level) throws Exception {
        BufferedImage image = new BufferedImage(1280, 960, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.getRaster().setSample(x, y, 0, level);
            }
        }
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    /** Of the blobs, as it lies on the picture. */
    private Map<String, Double> region() {
        assertThat(stage.open().judged().orElseThrow().fresh()).isTrue();
        Map<?, ?> raw =
                (Map<?, ?>) stage.tool("blobs").region().orElseThrow().shown().orElseThrow();
        double width = number(raw, "width");
        double height = number(raw, "height");
        return Map.of("x", number(raw, "x") + width / 2, "y", number(raw, "y") + height / 2);
    }

    private static double number(Map<?, ?> raw, String key) {
        return ((Number) raw.get(key)).doubleValue();
    }

    private static double far(Map<String, Double> one, Map<String, Double> other) {
        return Math.hypot(one.get("x") - other.get("x"), one.get("y") - other.get("y"));
    }
}
