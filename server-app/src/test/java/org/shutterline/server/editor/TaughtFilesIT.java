package org.shutterline.server.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a tool learned lies in files of the job, however often it learns. */
final class TaughtFilesIT {
    private static final Map<String, Object> PRINT = Map.of("x", 430, "y", 590, "width", 160, "height", 50);

    @TempDir
    private Path folder;

    private EditorStage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new EditorStage(folder);
        stage.editor.create("plate");
        stage.all();
    }

    private void teach(String tool) {
        stage.editor.teach(tool, Optional.of(PRINT), EditorActions.Lessons.THIS_PICTURE);
        stage.all();
        assertThat(stage.notice().text())
                .as(String.valueOf(stage.notice().with()))
                .isEqualTo("taught");
    }

    private List<String> kept() {
        stage.editor.keepAsDraft();
        stage.activate();
        return List.copyOf(stage.content("plate").files().keySet());
    }

    @ParameterizedTest
    @CsvSource({"pattern, 1", "golden, 2"})
    void aToolThatLearnsAgainAndAgainHasTheSameFiles(String kind, int files) {
        stage.editor.add(kind);
        stage.all();
        teach(kind);
        List<String> first = kept();
        assertThat(first).hasSize(files).allMatch(name -> name.startsWith(kind + "-"));
        for (int i = 0; i < 12; i++) {
            stage.editor.older();
            stage.all();
            teach(kind);
        }
        assertThat(kept()).isEqualTo(first);
    }

    @Test
    void aTwinThatLearnsLeavesTheFileOfItsModelAlone() {
        stage.editor.add("pattern");
        stage.all();
        teach("pattern");
        stage.editor.twin("pattern");
        stage.all();
        Optional<Object> shared = stage.value("pattern", "template");
        assertThat(stage.value("pattern2", "template")).isEqualTo(shared);

        teach("pattern2");
        assertThat(stage.value("pattern", "template")).isEqualTo(shared);
        assertThat(stage.value("pattern2", "template")).isNotEqualTo(shared);
        assertThat(kept()).hasSize(2);
    }

    @Test
    void aFileThatNoToolNamesAnyMoreGoes() {
        stage.editor.add("view");
        stage.all();
        stage.editor.teach("view", Optional.empty(), EditorActions.Lessons.THIS_PICTURE);
        stage.all();
        List<String> first = kept();
        stage.editor.older();
        stage.all();
        stage.editor.teach("view", Optional.empty(), EditorActions.Lessons.THIS_PICTURE);
        stage.all();
        assertThat(kept()).hasSize(1).isNotEqualTo(first);
    }
}
