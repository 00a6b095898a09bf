package org.shutterline.server.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.server.jobs.Origin;

/** Drafts of jobs that somebody else saves, renames or deletes meanwhile. */
final class OvertakenDraftIT {
    @TempDir
    private Path folder;

    private EditorStage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new EditorStage(folder);
        stage.teachHole("plate");
        stage.activate();
        stage.editor.limit("blobs", "diameter", "low", Optional.of(10.0));
        stage.all();
    }

    @Test
    void tellsOfAVersionThatWasSavedSinceAndKeepsTheDraft() throws Exception {
        stage.editor.close();
        stage.all();
        stage.somebodyElseSaves("plate", 91);
        stage.editor.open("plate");
        stage.all();

        assertThat(stage.notice().text()).isEqualTo("overtaken");
        assertThat(stage.notice().with()).containsExactly("2");
        assertThat(stage.tool("blobs").outputs().get(0).limits()).containsEntry("low", 10.0);
        assertThat(stage.open().base().orElseThrow().number()).isEqualTo(2);
        assertThat(String.join(" ", stage.open().changes())).contains("91");

        stage.editor.activate();
        stage.all();
        assertThat(stage.open().question().orElseThrow().overtaken()).contains(2);

        stage.editor.discard();
        stage.all();
        assertThat(stage.open().changes()).isEmpty();
        assertThat(stage.value("blobs", "threshold")).contains(91);
    }

    @Test
    void doesNotSaveOverAVersionThatNobodySaw() throws Exception {
        stage.editor.activate();
        stage.all();
        stage.somebodyElseSaves("plate", 91);
        stage.editor.confirmActivate(Set.of(1));
        stage.all();

        assertThat(stage.notice().text()).isEqualTo("overtaken");
        assertThat(new Draft(stage.content("plate")).tool("blobs").orElseThrow().settings())
                .containsEntry("threshold", 91);

        stage.activate();
        assertThat(new Draft(stage.content("plate")).tool("blobs").orElseThrow().settings())
                .containsEntry("threshold", 90);
        assertThat(stage.open().versions().get(0).number()).isEqualTo(3);
    }

    @Test
    void doesNotSaveANewJobOverOneThatCameMeanwhile() throws Exception {
        stage.teachHole("disc");
        stage.workshop.jobs().copy("plate", "disc", Origin.wire("another", ""));
        String theirs = stage.content("disc").id();
        stage.editor.set("blobs", "threshold", Optional.of(50));
        stage.activate();

        assertThat(stage.notice().text()).isEqualTo("overtaken");
        assertThat(stage.content("disc").id()).isEqualTo(theirs);
    }

    @Test
    void aDraftThatChangesNothingBecomesTheNewVersion() throws Exception {
        stage.editor.undo();
        stage.all();
        stage.editor.close();
        stage.somebodyElseSaves("plate", 91);
        stage.editor.open("plate");
        stage.all();

        assertThat(stage.state.notice()).isEmpty();
        assertThat(stage.value("blobs", "threshold")).contains(91);
    }

    @Test
    void aDraftFollowsItsJobToAnotherName() throws Exception {
        stage.editor.close();
        stage.workshop.active = "";
        stage.editor.rename("plate", "disc");
        stage.all();
        stage.editor.open("disc");
        stage.all();

        assertThat(stage.open().changes()).isNotEmpty();
        stage.activate();
        assertThat(stage.workshop.jobs().names()).containsExactly("disc");
        assertThat(stage.open().versions()).hasSize(2);
    }

    @Test
    void theDraftOfADeletedJobIsNotThatOfALaterOne() {
        stage.editor.close();
        stage.editor.delete("plate");
        stage.all();
        stage.editor.create("plate");
        stage.all();

        assertThat(stage.open().tools()).isEmpty();
    }

    @Test
    void openingAnotherJobFreesTheToolsOfTheFirst() {
        stage.editor.add("scripted");
        stage.all();
        assertThat(stage.scripted.opened).hasValue(1);

        stage.teachHole("disc");
        stage.editor.openOn("plate", 1);
        stage.all();
        stage.editor.openOn("disc", 1);
        stage.all();
        assertThat(stage.scripted.opened).hasValue(0);
    }
}
