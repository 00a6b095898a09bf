package org.shutterline.server.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lesson whose pictures do not fit into the memory. */
final class LargeLessonIT {
    @TempDir
    private Path folder;

    private EditorStage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new EditorStage(folder);
        stage.teachHole("plate");
        stage.editor.add("scripted");
        stage.editor.tryOnProduction(1, 8);
        stage.all();
        stage.scripted.onPicture = () -> {
            throw new OutOfMemoryError("Cannot reserve direct buffer memory");
        };
    }

    private String teach(EditorActions.Lessons from) {
        stage.editor.teach("scripted", Optional.empty(), from);
        stage.all();
        return stage.notice().text();
    }

    @Test
    void isRefusedInWords() {
        assertThat(teach(EditorActions.Lessons.GOOD_ONES)).isEqualTo("picturesTooLarge");
        assertThat(teach(EditorActions.Lessons.THIS_PICTURE)).isEqualTo("pictureTooLarge");
        assertThat(stage.value("scripted", "learned")).isEmpty();
        stage.scripted.onPicture = () -> {};
        assertThat(teach(EditorActions.Lessons.GOOD_ONES)).isEqualTo("taught");
    }
}
