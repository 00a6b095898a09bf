package org.shutterline.server.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts that are not saved when the window closes. */
final class KeptDraftIT {
    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

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
        stage.teachHole("A.b \u5b54");
        closeAndOpen();
        stage.editor.create("A.b \u5b54");
        stage.all();

        assertThat(stage.tool("blobs").title()).isEqualTo("blobs");
    }

    @Test
    void aJobThatWasNeverSavedIsInTheListAsADraft() throws Exception {
        stage.teachHole("disc");
        closeAndOpen();

        assertThat(stage.state.jobs()).extracting(JobRow::name).containsExactly("disc", "plate");
        assertThat(stage.state.jobs()).extracting(JobRow::draft).containsExactly(true, false);
        stage.editor.open("disc");
        stage.all();
        assertThat(stage.tool("blobs").title()).isEqualTo("blobs");
        stage.activate();
        assertThat(stage.state.jobs()).extracting(JobRow::draft).containsExactly(false, false);
    }

    @Test
    void aDraftThatWasNeverSavedIsDeletedWithItsFile() throws Exception {
        stage.teachHole("disc");
        stage.editor.close();
        stage.all();
        assertThat(kept()).hasSize(1);
        stage.editor.delete("disc");
        stage.all();

        assertThat(stage.notice().text()).isEqualTo("deleted");
        assertThat(stage.state.jobs()).extracting(JobRow::name).containsExactly("plate");
        assertThat(kept()).isEmpty();
    }

    @Test
    void aDraftThatWasNeverSavedIsRenamedButNotToANameThatIsTaken() throws Exception {
        stage.teachHole("disc");
        stage.editor.close();
        stage.editor.rename("disc", "plate");
        stage.all();
        assertThat(stage.notice().text()).isEqualTo("nameTaken");

        stage.editor.rename("disc", "ring");
        closeAndOpen();
        assertThat(stage.state.jobs()).extracting(JobRow::name).containsExactly("plate", "ring");
        assertThat(kept()).hasSize(1);
    }

    @Test
    void noJobTakesTheNameOfADraft() {
        stage.teachHole("disc");
        stage.editor.close();
        stage.workshop.active = "";
        stage.editor.rename("plate", "disc");
        stage.all();

        assertThat(stage.notice().text()).isEqualTo("nameTaken");
        assertThat(stage.state.jobs()).extracting(JobRow::name).containsExactly("disc", "plate");
    }

    @Test
    void noCopyTakesTheNameOfADraft() {
        stage.teachHole("disc");
        stage.editor.close();
        stage.editor.copy("plate", "disc");
        stage.all();

        assertThat(stage.notice().text()).isEqualTo("nameTaken");
        assertThat(stage.workshop.jobs().names()).containsExactly("plate");
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

    @Test
    void aPowerCutTakesTheLastSecondsAlone() throws Exception {
        stage.editor.limit("blobs", "diameter", "low", Optional.of(10.0));
        stage.secondsLater();
        stage.editor.limit("blobs", "diameter", "low", Optional.of(20.0));
        stage.all();
        cutAndOpen();
        stage.editor.open("plate");
        stage.all();

        assertThat(stage.tool("blobs").outputs().get(0).limits()).containsEntry("low", 10.0);
    }

    @Test
    void manyChangesAreOneWrite() throws Exception {
        stage.secondsLater();
        stage.diskHangs = true;
        for (int low = 1; low <= 9; low++) {
            stage.editor.limit("blobs", "diameter", "low", Optional.of((double) low));
            stage.all();
        }
        stage.secondsLater();
        stage.editor.undo();
        stage.editor.redo();
        stage.all();
        stage.secondsLater();

        assertThat(stage.writes).hasSize(1);
    }

    @Test
    void theEditorDoesNotWaitForTheDisk() {
        stage.diskHangs = true;
        stage.editor.set("blobs", "threshold", Optional.of(77));
        stage.secondsLater();
        stage.editor.set("blobs", "threshold", Optional.of(78));
        stage.all();

        assertThat(stage.writes).isNotEmpty();
        assertThat(stage.value("blobs", "threshold")).contains(78);
        assertThat(stage.open().judged().orElseThrow().fresh()).isTrue();
    }

    @Test
    void whatALateAnswerChangesInADeletedJobIsNotKept() throws Exception {
        stage.workshop.active = "";
        stage.editor.add("scripted");
        stage.secondsLater();
        stage.scripted.onPicture = () -> stage.editor.delete("plate");
        stage.editor.teach("scripted", Optional.empty(), EditorActions.Lessons.THIS_PICTURE);
        stage.secondsLater();
        stage.editor.undo();
        stage.secondsLater();

        assertThat(stage.workshop.jobs().names()).isEmpty();
        assertThat(kept()).isEmpty();
    }

    @Test
    void aDraftThatCouldNotBeWrittenIsWrittenLater() throws Exception {
        Path folderOfDrafts = folder.resolve("kept-drafts");
        Files.deleteIfExists(folderOfDrafts);
        Files.writeString(folderOfDrafts, "in the way");
        stage.editor.limit("blobs", "diameter", "low", Optional.of(10.0));
        stage.secondsLater();
        assertThat(stage.notice().text()).isEqualTo("draftNotKept");

        Files.delete(folderOfDrafts);
        stage.editor.close();
        stage.all();
        assertThat(kept()).hasSize(1);
    }

    @Test
    void aDraftWithALargeModelIsThereAtTheNextStart() throws Exception {
        Path model = elsewhere.resolve("large.bin");
        try (RandomAccessFile file = new RandomAccessFile(model.toFile(), "rw")) {
            file.setLength(100L << 20);
            file.write("labels".getBytes());
        }
        stage.editor.add("scripted");
        stage.editor.setFile("scripted", "list", model);
        later();
        assertThat(stage.notice().text()).isNotEqualTo("draftNotKept");
        stage.editor.retitle("scripted", "with a list");
        later();
        cutAndOpen();

        stage.editor.open("plate");
        stage.all();
        assertThat(stage.value("scripted", "list")).contains("large.bin");
        stage.activate();
        assertThat(stage.content("plate").files().get("large.bin").bytes()).isEqualTo(100L << 20);
        assertThat(kept()).isEmpty();
        cutAndOpen();
        assertThat(folder.resolve("kept-drafts/files")).isEmptyDirectory();
    }

    @Test
    void aFileIsWrittenOnceHoweverOftenItsDraftChangesAndGoesWithIt() throws Exception {
        stage.editor.add("scripted");
        stage.editor.setFile("scripted", "list", Files.writeString(elsewhere.resolve("list.txt"), "one"));
        later();
        Path kept = onlyFile();
        Object before = Files.getAttribute(kept, "lastModifiedTime");
        stage.editor.retitle("scripted", "other");
        later();
        assertThat(onlyFile()).isEqualTo(kept);
        assertThat(Files.getAttribute(kept, "lastModifiedTime")).isEqualTo(before);

        stage.editor.setFile("scripted", "list", Files.writeString(elsewhere.resolve("list.txt"), "two"));
        later();
        assertThat(onlyFile()).isNotEqualTo(kept).hasContent("two");
        stage.editor.discard();
        later();
        assertThat(folder.resolve("kept-drafts/files")).isEmptyDirectory();
    }

    @Test
    void aDraftOfAnEarlierVersionBringsItsFilesWithin() throws Exception {
        Path drafts = Files.createDirectories(folder.resolve("kept-drafts"));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(drafts.resolve("old.draft")))) {
            Map.of(
                            "name", "old",
                            "base", "",
                            "job.yaml", "tools:\n- {id: list, tool: scripted, settings: {list: list.txt}}\n",
                            "files/list.txt", "one")
                    .forEach((entry, text) -> write(zip, entry, text));
        }
        cutAndOpen();
        stage.editor.open("old");
        stage.all();
        assertThat(stage.tool("list").trouble()).isEmpty();
        stage.activate();
        assertThat(stage.content("old").files()).containsOnlyKeys("list.txt");
    }

    private static void write(ZipOutputStream zip, String entry, String text) {
        try {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void aDraftWhoseFileIsDamagedIsToldAndPutAside() throws Exception {
        stage.editor.add("scripted");
        stage.editor.setFile("scripted", "list", Files.writeString(elsewhere.resolve("list.txt"), "one"));
        later();
        Files.delete(onlyFile());
        cutAndOpen();
        assertThat(stage.notice().text()).isEqualTo("draftDamaged");
    }

    @Test
    void theGoodFilesOfADraftThatIsPutAsideStayAsLongAsIt() throws Exception {
        stage.editor.add("scripted");
        stage.editor.setFile("scripted", "list", Files.writeString(elsewhere.resolve("list.txt"), "one"));
        later();
        Path bad = onlyFile();
        stage.editor.add("scripted");
        stage.editor.setFile("scripted2", "list", Files.writeString(elsewhere.resolve("other.txt"), "two"));
        later();
        Path good =
                files().stream().filter(file -> !file.equals(bad)).findFirst().orElseThrow();
        Files.delete(bad);
        cutAndOpen();
        assertThat(stage.notice().text()).isEqualTo("draftDamaged");
        assertThat(good).hasContent("two");
        stage.teachHole("disc");
        later();
        assertThat(good).hasContent("two");

        try (Stream<Path> all = Files.list(folder.resolve("kept-drafts"))) {
            Files.delete(all.filter(file -> file.toString().endsWith(".damaged"))
                    .findFirst()
                    .orElseThrow());
        }
        cutAndOpen();
        assertThat(good).doesNotExist();
    }

    @Test
    void whatPeopleEditInTheFolderOfJobsIsKeptAsItWas() throws Exception {
        Path list = folder.resolve("jobs/edited/list.txt");
        Files.createDirectories(list.getParent());
        Files.writeString(list, "one");
        Files.writeString(
                folder.resolve("jobs/edited.yaml"),
                "tools:\n- {id: list, tool: scripted, settings: {list: list.txt, count: many}}\n");
        stage.editor.open("edited");
        stage.all();
        stage.editor.retitle("list", "other");
        later();
        assertThat(onlyFile()).hasContent("one");
        Files.writeString(list, "two");
        assertThat(onlyFile()).hasContent("one");
    }

    @Test
    void aFileOfAVersionIsKeptWithoutACopy() throws Exception {
        stage.editor.add("scripted");
        stage.editor.setFile("scripted", "list", Files.writeString(elsewhere.resolve("list.txt"), "one"));
        stage.activate();
        cutAndOpen();
        stage.editor.open("plate");
        stage.all();
        stage.editor.retitle("scripted", "other");
        later();
        Path version = stage.content("plate").files().get("list.txt").path().orElseThrow();
        assertThat(Files.getAttribute(onlyFile(), "unix:ino")).isEqualTo(Files.getAttribute(version, "unix:ino"));
    }

    private void later() {
        stage.all();
        stage.secondsLater();
    }

    private Path onlyFile() throws Exception {
        assertThat(files()).hasSize(1);
        return files().get(0);
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> all = Files.walk(folder.resolve("kept-drafts/files"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private void cutAndOpen() throws Exception {
        stage = new EditorStage(folder);
        stage.editor.refresh();
        stage.all();
    }

    private void closeAndOpen() throws Exception {
        CompletableFuture<Void> end = stage.editor.end();
        stage.all();
        assertThat(end).isDone();
        cutAndOpen();
    }

    private List<Path> kept() throws Exception {
        try (Stream<Path> all = Files.list(folder.resolve("kept-drafts"))) {
            return all.filter(file -> file.toString().endsWith(".draft")).toList();
        }
    }
}
