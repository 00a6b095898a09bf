package org.shutterline.server.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.PlainPicture;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.camera.simulated.SimulatedCameras;

/** A question leads to a tool that can say NG, step by step. */
final class GuideIT {
    private static final Map<String, Object> HOLE = Map.of("x", 200, "y", 250, "width", 160, "height", 160);

    private static final Map<String, Object> CODE = Map.of("x", 415, "y", 325, "width", 255, "height", 245);

    @TempDir
    private Path folder;

    private EditorStage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new EditorStage(folder);
        stage.editor.create("plate");
        stage.all();
    }

    private void ask(EditorActions.Question question) {
        stage.editor.addFor(question);
        stage.all();
    }

    private void next() {
        stage.editor.guideNext();
        stage.all();
    }

    private GuideView.Step step() {
        return stage.open().guide().orElseThrow().step();
    }

    @Test
    void howManyEndsOnlyWithALimit() {
        ask(EditorActions.Question.HOW_MANY);
        assertThat(step()).isEqualTo(GuideView.Step.REGION);
        assertThat(stage.tool("count").judgesNothing()).isTrue();
        assertThat(stage.open().answers()).extracting(Answer::output).containsExactly("count");
        next();
        assertThat(step()).isEqualTo(GuideView.Step.LIMIT);
        next();
        assertThat(step()).isEqualTo(GuideView.Step.LIMIT);
        assertThat(stage.notice().text()).isEqualTo("guide.LIMIT");

        assertThat(stage.open().guide().orElseThrow().done()).isFalse();
        stage.editor.limit("count", "count", "low", Optional.of(1.0));
        stage.all();
        assertThat(stage.open().guide().orElseThrow().done()).isTrue();
        next();
        assertThat(step()).isEqualTo(GuideView.Step.NAME);
        stage.editor.undo();
        next();
        assertThat(step()).isEqualTo(GuideView.Step.LIMIT);

        stage.editor.redo();
        next();
        stage.editor.retitle("count", "holes");
        next();
        assertThat(stage.open().guide()).isEmpty();
        assertThat(stage.tool("count").title()).isEqualTo("holes");
        assertThat(stage.tool("count").judgesNothing()).isFalse();
    }

    @Test
    void isItThereEndsOnlyOnceItIsTaught() {
        ask(EditorActions.Question.PRESENT);
        next();
        assertThat(step()).isEqualTo(GuideView.Step.TEACH);
        next();
        assertThat(stage.notice().text()).isEqualTo("guide.TEACH");

        stage.editor.teach("present", Optional.of(HOLE), EditorActions.Lessons.THIS_PICTURE);
        stage.all();
        next();
        next();
        assertThat(stage.open().guide()).isEmpty();
        assertThat(stage.tool("present").verdict()).contains(Verdict.OK);
    }

    @Test
    void whichCodeEndsOnlyOnceItKnowsTheTextAndCallsAnotherTextBad() throws Exception {
        ask(EditorActions.Question.WHICH_CODE);
        assertThat(stage.open().answers()).extracting(Answer::output).containsExactly("text");
        stage.editor.drawn("code", "region", CODE);
        next();
        assertThat(step()).isEqualTo(GuideView.Step.TEACH);
        next();
        assertThat(step()).isEqualTo(GuideView.Step.TEACH);
        assertThat(stage.notice().text()).isEqualTo("guide.TEACH");

        stage.editor.teach("code", Optional.empty(), EditorActions.Lessons.THIS_PICTURE);
        stage.all();
        assertThat(stage.open().guide().orElseThrow().done()).isTrue();
        assertThat(stage.value("code", "expected")).contains("ABC123");
        endsWithAToolThatSaysNgToAnotherCode("code");
    }

    @Test
    void looksLikeTheGoodOneEndsOnlyOnceItHasAGoldenPictureAndCallsADifferenceBad() throws Exception {
        ask(EditorActions.Question.LIKE_THE_GOOD_ONE);
        assertThat(stage.tool("golden").isUntaught()).isTrue();
        assertThat(stage.open().answers()).extracting(Answer::output).containsExactly("score");
        stage.editor.drawn("golden", "region", CODE);
        next();
        assertThat(step()).isEqualTo(GuideView.Step.TEACH);
        next();
        assertThat(step()).isEqualTo(GuideView.Step.TEACH);
        assertThat(stage.notice().text()).isEqualTo("guide.TEACH");

        stage.editor.teach("golden", Optional.empty(), EditorActions.Lessons.THIS_PICTURE);
        stage.all();
        assertThat(stage.open().guide().orElseThrow().done()).isTrue();
        endsWithAToolThatSaysNgToAnotherCode("golden");
    }

    /** From the step of teaching to the end; a good part is OK, one with another code is NG. */
    private void endsWithAToolThatSaysNgToAnotherCode(String tool) throws Exception {
        next();
        assertThat(step()).isEqualTo(GuideView.Step.NAME);
        stage.editor.retitle(tool, "label");
        next();
        assertThat(stage.open().guide()).isEmpty();
        assertThat(stage.tool(tool).title()).isEqualTo("label");
        assertThat(stage.tool(tool).judgesNothing()).isFalse();
        stage.editor.older();
        stage.all();
        assertThat(stage.tool(tool).verdict()).contains(Verdict.OK);

        stage.editor.pictureFrom(plateWithAnotherCode());
        stage.all();
        assertThat(stage.open().judged().orElseThrow().fresh()).isTrue();
        assertThat(stage.tool(tool).verdict()).contains(Verdict.NG);
    }

    private Path plateWithAnotherCode() throws Exception {
        PlainPicture picture =
                new PlateWorkshop(folder.resolve("other"), SimulatedCameras.with(Map.of("wrongCodeRate", 1))).look(1);
        BufferedImage image = new BufferedImage(picture.widthPx(), picture.heightPx(), BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, picture.widthPx(), picture.heightPx(), picture.bytes());
        Path file = folder.resolve("other.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    @Test
    void howWideWantsARegionAndGoesBack() {
        ask(EditorActions.Question.HOW_WIDE);
        next();
        assertThat(stage.notice().text()).isEqualTo("guide.REGION");
        stage.editor.drawn("width", "region", HOLE);
        next();
        assertThat(step()).isEqualTo(GuideView.Step.LIMIT);
        stage.editor.guideBack();
        stage.all();
        assertThat(step()).isEqualTo(GuideView.Step.REGION);
    }

    @Test
    void aWidthIsMeasuredAlongTheLongerSideOfItsBox() {
        ask(EditorActions.Question.HOW_WIDE);
        stage.editor.drawn("width", "region", Map.of("x", 945, "y", 250, "width", 70, "height", 460));
        stage.all();
        assertThat(stage.tool("width").region().orElseThrow().value())
                .contains(Map.of("x", 750, "y", 445, "width", 460, "height", 70, "angle", 90));
        assertThat(stage.tool("width").verdict()).contains(Verdict.OK);
        assertThat(stage.tool("width").told().orElseThrow().name()).isEqualTo("width");
    }

    @Test
    void whatIsCountedTellsHowMany() {
        ask(EditorActions.Question.HOW_MANY);
        assertThat(stage.tool("count").told().orElseThrow().name()).isEqualTo("count");
    }

    @Test
    void whatIsNotTaughtYetIsKnownAsThat() {
        ask(EditorActions.Question.PRESENT);
        assertThat(stage.tool("present").isUntaught()).isTrue();
        stage.editor.teach("present", Optional.of(HOLE), EditorActions.Lessons.THIS_PICTURE);
        stage.all();
        assertThat(stage.tool("present").isUntaught()).isFalse();
    }

    @Test
    void whatIsLeftIsLeftWithoutTheTool() {
        ask(EditorActions.Question.WHICH_CODE);
        stage.editor.guideLeave();
        stage.all();
        assertThat(stage.open().guide()).isEmpty();
        assertThat(stage.open().tools()).isEmpty();
    }
}
