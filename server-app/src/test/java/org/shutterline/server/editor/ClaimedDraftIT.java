package org.shutterline.server.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that are changed by one person at a time, and by none who may not. */
final class ClaimedDraftIT {
    private static final Instant SINCE =
            ZonedDateTime.of(2026, 11, 26, 14, 3, 22, 0, ZoneId.systemDefault()).toInstant();

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
    void aJobIsTakenWithTheFirstChangeAndFreeWhenItIsInService() {
        assertThat(stage.workshop.claimed).isEmpty();
        stage.editor.choose("blobs");
        stage.editor.older();
        stage.all();
        assertThat(stage.workshop.claimed).as("looking takes nothing").isEmpty();

        stage.editor.limit("blobs", "diameter", "low", Optional.of(10.0));
        stage.all();
        assertThat(stage.workshop.claimed).containsExactly("plate");

        stage.activate();
        assertThat(stage.workshop.claimed).isEmpty();
    }

    @Test
    void aJobThatIsPutAwayOrWhoseChangesAreTakenBackIsFree() {
        stage.editor.limit("blobs", "diameter", "low", Optional.of(10.0));
        stage.editor.close();
        stage.all();
        assertThat(stage.workshop.claimed).isEmpty();

        stage.editor.open("plate");
        stage.all();
        stage.editor.limit("blobs", "diameter", "high", Optional.of(30.0));
        stage.editor.discard();
        stage.all();
        assertThat(stage.workshop.claimed).isEmpty();
        assertThat(stage.open().changes()).isEmpty();
    }

    @Test
    void whatSomebodyElseChangesIsNotChangedHereAndSaysByWhomSinceWhen() {
        stage.workshop.other = Optional.of(new OtherEditor("press 4", "10.0.3.7:50112", SINCE));
        stage.editor.limit("blobs", "diameter", "low", Optional.of(10.0));
        stage.editor.remove("blobs");
        stage.editor.goBack(1);
        stage.activate();

        assertThat(stage.open().changes()).isEmpty();
        assertThat(stage.open().tools()).hasSize(1);
        assertThat(stage.open().versions()).hasSize(1);
        assertThat(stage.notice().trouble()).isTrue();
        assertThat(stage.notice().text()).isEqualTo("held");
        assertThat(stage.notice().with()).containsExactly("plate", "press 4", "10.0.3.7:50112", "14:03:22");

        stage.workshop.other = Optional.empty();
        stage.editor.limit("blobs", "diameter", "low", Optional.of(10.0));
        stage.all();
        assertThat(stage.open().changes()).isNotEmpty();
    }

    @Test
    void whoeverMayNotChangeJobsLooksAtThemAndTriesThem() {
        stage.workshop.mayTeach = false;
        stage.editor.limit("blobs", "diameter", "low", Optional.of(10.0));
        stage.editor.add("blobs");
        stage.all();
        assertThat(stage.open().changes()).isEmpty();
        assertThat(stage.notice().text()).isEqualTo("notAllowed");

        stage.editor.tryOnProduction(1, 4);
        stage.all();
        assertThat(stage.open().tryOn().done()).isEqualTo(4);

        stage.editor.close();
        stage.workshop.active = "";
        stage.editor.create("disc");
        stage.editor.copy("plate", "disc");
        stage.editor.rename("plate", "disc");
        stage.editor.delete("plate");
        stage.all();
        assertThat(stage.workshop.jobs().names()).containsExactly("plate");
        assertThat(stage.state.open()).isEmpty();
        assertThat(stage.notice().text()).isEqualTo("notAllowed");
    }
}
