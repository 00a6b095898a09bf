package org.shutterline.server.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts that are not saved when the window closes. */
final class KeptDraftIT {
    @TempDir
    private Path folder;

    private EditorStage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new EditorStage(folder);
        stage.teachHole("plate");
        stage.activate();
    }

    @Test
    void theDraftIsThereAtTheNextStart() throws Exception {
        stage.editor.limit("blobs", "diameter", "low", Optional.of(10.0));
        stage.editor.add("pattern");
        stage.editor.drawn("pattern", "region", EditorStage.HOLE_A);
        stage.editor.teach("pattern", Optional.of(EditorStage.HOLE_A), EditorActions.Lessons.THIS_PICTURE);
        stage.all();
        List<String> changes = stage.open().changes();
        closeAndOpen();

        assertThat(stage.notice().text()).isEqualTo("draftsKept");
        assertThat(stage.notice().with()).containsExactly("plate");
        stage.editor.open("plate");
        stage.all();
        assertThat(stage.open().changes()).isEqualTo(changes).isNotEmpty();
        assertThat(stage.open().base().orElseThrow().number()).isEqualTo(1);
        stage.activate();
        assertThat(stage.notice().text()).isEqualTo("inService");
    }

    @Test
    void aJobThatWasNeverSavedIsThereUnderItsName() throws Exception {
        stage.teachHole("a/b: \u5b54");
        closeAndOpen();
        stage.editor.create("a/b: \u5b54");
        stage.all();

        assertThat(stage.tool("blobs").title()).isEqualTo("blobs");
    }

    @Test
    void whatWasSavedOrDiscardedIsKeptNoMore() throws Exception {
        stage.editor.limit("blobs", "diameter", "low", Optional.of(10.0));
        stage.editor.close();
        stage.all();
        assertThat(kept()).hasSize(1);
        stage.editor.open("plate");
        stage.activate();
        assertThat(kept()).isEmpty();
    }

    @Test
    void aDraftOfAnOlderVersionSaysSoAtTheNextStart() throws Exception {
        stage.editor.limit("blobs", "diameter", "low", Optional.of(10.0));
        stage.all();
        stage.editor.end();
        stage.all();
        stage.somebodyElseSaves("plate", 91);
        closeAndOpen();
        stage.editor.open("plate");
        stage.all();

        assertThat(stage.notice().text()).isEqualTo("overtaken");
    }

    @Test
    void aDamagedDraftIsToldAndPutAside() throws Exception {
        stage.editor.limit("blobs", "diameter", "low", Optional.of(10.0));
        stage.editor.close();
        stage.all();
        Path file = kept().get(0);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        stage = new EditorStage(folder);
        stage.editor.refresh();
        stage.all();

        assertThat(stage.notice().text()).isEqualTo("draftDamaged");
        assertThat(stage.state.jobs()).extracting(JobRow::name).containsExactly("plate");
        assertThat(kept()).isEmpty();
        assertThat(Path.of(file + ".damaged")).exists();
    }

    @Test
    void theWindowTakesTheToolsOfDraftsWithIt() {
        stage.editor.add("scripted");
        stage.all();
        assertThat(stage.scripted.opened).hasValue(1);
        CompletableFuture<Void> end = stage.editor.end();
        stage.all();

        assertThat(end).isDone();
        assertThat(stage.scripted.opened).hasValue(0);
    }

    private void closeAndOpen() throws Exception {
        CompletableFuture<Void> end = stage.editor.end();
        stage.all();
        assertThat(end).isDone();
        stage = new EditorStage(folder);
        stage.editor.refresh();
        stage.all();
    }

    private List<Path> kept() throws Exception {
        try (Stream<Path> all = Files.list(folder.resolve("kept-drafts"))) {
            return all.filter(file -> file.toString().endsWith(".draft")).toList();
        }
    }
}
