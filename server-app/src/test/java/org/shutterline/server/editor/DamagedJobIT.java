package org.shutterline.server.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DamagedJobIT {
    @TempDir
    private Path folder;

    private EditorStage stage;

    @BeforeEach
    void aJobInService() throws Exception {
        stage = new EditorStage(folder);
        stage.teachHole("plate");
        stage.activate();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tools:~- {tool: blobs           | plate.yaml, line 2: expected ',' or '}', but got <stream end>",
                "tools:~- a: b~  c               | plate.yaml, line 3: could not find expected ':'",
                "tools: []~tools: []             | plate.yaml, line 2: Duplicate field 'tools'",
                "tools: []~odd: 1                | plate.yaml, odd: no such setting, expected one of name, tools, outputs",
            })
    void theListSaysWhereAFileIsDamaged(String lines, String trouble) throws Exception {
        write("plate", lines.replace('~', '\n'));

        assertThat(stage.state.jobs())
                .singleElement()
                .satisfies(row -> assertThat(row.trouble()).contains(trouble));
    }

    @Test
    void aFileThatWasNeverUsableHidesNoOtherJob() throws Exception {
        write("fresh", "tools: [");
        write("odd", "odd: 1");

        assertThat(stage.state.jobs()).extracting(JobRow::name).containsExactly("fresh", "odd", "plate");
        assertThat(stage.state.jobs()).extracting(JobRow::version).containsExactly(0, 0, 1);
        assertThat(stage.state.jobs())
                .extracting(row -> row.trouble().isPresent())
                .containsExactly(true, true, false);
    }

    private void write(String job, String yaml) throws IOException {
        Files.writeString(folder.resolve("jobs").resolve(job + ".yaml"), yaml);
        stage.editor.refresh();
        stage.all();
    }
}
