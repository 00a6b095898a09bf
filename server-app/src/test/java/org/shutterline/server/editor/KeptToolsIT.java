package org.shutterline.server.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.Verdict;

/** Tools of a draft stay set up through changes that do not concern what they are made of. */
final class KeptToolsIT {
    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    private EditorStage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new EditorStage(folder);
        stage.teachHole("plate");
        stage.editor.add("scripted");
        stage.all();
        assertThat(made()).isOne();
    }

    private int made() {
        return stage.scripted.made.get();
    }

    private void all(int made) {
        stage.all();
        assertThat(made()).isEqualTo(made);
        assertThat(stage.scripted.opened.get()).isOne();
        assertThat(stage.tool("scripted").trouble()).isEmpty();
        assertThat(stage.open().judged().orElseThrow().fresh()).isTrue();
    }

    @Test
    void aNameALimitARoleOrAnotherPlaceOpensNothing() {
        stage.editor.retitle("scripted", "the odd one");
        all(1);
        stage.editor.limit("scripted", "count", "low", Optional.of(2.0));
        all(1);
        assertThat(stage.tool("scripted").verdict()).contains(Verdict.NG);
        stage.editor.role("scripted", "informative");
        all(1);
        stage.editor.timeLimit("scripted", 500);
        all(1);
        stage.editor.move("scripted", 0);
        all(1);
        stage.editor.undo();
        stage.editor.older();
        all(1);
    }

    @Test
    void aChangeOfAnotherToolOpensThatOneAlone() {
        stage.editor.set("blobs", "threshold", Optional.of(60));
        all(1);
        stage.editor.add("brightness");
        all(1);
        stage.editor.remove("blobs");
        all(1);
    }

    @Test
    void anotherToolThatCannotBeUsedOpensNothing() {
        stage.editor.add("golden");
        all(1);
        assertThat(stage.tool("golden").trouble()).isPresent();
        stage.editor.move("golden", 0);
        all(1);
    }

    @Test
    void itsOwnSettingsAndFilesOpenItAgainAndTheOldOneIsClosed() throws Exception {
        stage.editor.set("scripted", "count", Optional.of(3));
        all(2);
        Path list = Files.writeString(elsewhere.resolve("list.txt"), "one");
        stage.editor.setFile("scripted", "list", list);
        all(3);
        Files.writeString(list, "other");
        stage.editor.setFile("scripted", "list", list);
        all(4);
        assertThat(stage.value("scripted", "list")).contains("list.txt");
    }

    @Test
    void aProgramMayReadAnyFileOfTheJobSoEachOpensItAgain() throws Exception {
        stage.scripted.program = true;
        Path list = Files.writeString(elsewhere.resolve("list.txt"), "one");
        stage.editor.add("scripted");
        stage.all();
        assertThat(made()).isEqualTo(2);
        stage.editor.setFile("scripted2", "list", list);
        stage.all();
        assertThat(made()).isEqualTo(4);
        assertThat(stage.scripted.opened.get()).isEqualTo(2);
    }

    @Test
    void aProgramThatIsBuiltAnewIsStartedAgainOnTheNextPicture() throws Exception {
        stage.scripted.program = true;
        Path program = Files.writeString(elsewhere.resolve("check"), "one");
        stage.editor.set("scripted", "command", Optional.of(List.of(program.toString(), "-u")));
        all(2);
        stage.editor.older();
        all(2);
        Files.writeString(program, "another");
        stage.editor.older();
        all(3);
    }

    @Test
    void whatComesIntoAClosedDraftSetsNothingUp() throws Exception {
        Path list = Files.writeString(elsewhere.resolve("list.txt"), "one");
        stage.editor.setFile("scripted", "list", list);
        stage.editor.close();
        stage.all();
        assertThat(stage.notice().text()).isEqualTo("fileLate");
        assertThat(stage.scripted.opened.get()).isZero();
        assertThat(stage.workshop.claimed).isEmpty();

        stage.editor.open("plate");
        stage.all();
        assertThat(stage.value("scripted", "list")).isNotEqualTo(Optional.of("list.txt"));
        stage.editor.setFile("scripted", "list", list);
        all(2);
    }

    @Test
    void aPictureThatComesIntoAClosedDraftIsJudgedWhenItIsShownAgain() {
        stage.editor.older();
        stage.editor.close();
        stage.all();
        assertThat(stage.scripted.opened.get()).isZero();

        stage.editor.open("plate");
        all(2);
    }

    @Test
    void whatIsLearnedForAClosedDraftIsNotTakenIn() {
        stage.editor.teach("scripted", Optional.empty(), EditorActions.Lessons.THIS_PICTURE);
        stage.editor.close();
        stage.all();
        assertThat(stage.notice().text()).isEqualTo("taughtLate");
        assertThat(stage.scripted.opened.get()).isZero();
    }

    @Test
    void aFileThatComesWhileSomebodyElseHasTheJobIsNotTaken() throws Exception {
        Path list = Files.writeString(elsewhere.resolve("list.txt"), "one");
        stage.editor.setFile("scripted", "list", list);
        stage.work.remove().run();
        stage.workshop.other = Optional.of(new OtherEditor("Anna", "the line", Instant.parse("2026-11-26T10:00:00Z")));
        all(1);
        assertThat(stage.notice().text()).isEqualTo("held");
    }

    @Test
    void twinsAreTwo() {
        stage.editor.twin("scripted");
        stage.all();
        assertThat(stage.scripted.opened.get()).isEqualTo(2);
        stage.editor.retitle("scripted", "left");
        stage.all();
        assertThat(made()).isEqualTo(2);
        stage.editor.remove("scripted2");
        all(2);
        stage.editor.close();
        stage.all();
        assertThat(stage.scripted.opened.get()).isZero();
    }
}
