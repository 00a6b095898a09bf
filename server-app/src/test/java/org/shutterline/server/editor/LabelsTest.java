package org.shutterline.server.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.Verdict;

final class LabelsTest {
    @TempDir
    private Path folder;

    @Test
    void readsAListInLatin1AsWellAsInUtf8() throws Exception {
        String list = "file,label\n# by hand\n\nGeh\u00e4use.png,OK\nb.png;ng\n";
        for (var charset : new java.nio.charset.Charset[] {StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1}) {
            assertThat(Labels.read(list(list.getBytes(charset))))
                    .containsOnly(
                            org.assertj.core.api.Assertions.entry("Geh\u00e4use.png", Verdict.OK),
                            org.assertj.core.api.Assertions.entry("b.png", Verdict.NG));
        }
    }

    @Test
    void namesTheLineAndWhatWasExpected() throws Exception {
        Path list = list("a.png,OK\nb.png,perhaps\n".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Labels.read(list))
                .isInstanceOf(IOException.class)
                .hasMessage("labels.csv, line 2: 'b.png,perhaps', expected the name of a file, a comma, and OK or NG");
    }

    @Test
    void aListOfAsManyLinesAsAreReadMayHaveLongNames() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            lines.append("left/2026-11-26/station-1/picture-").append(i).append(".png,OK\n");
        }
        assertThat(Labels.read(list(lines.toString().getBytes(StandardCharsets.UTF_8))))
                .hasSize(100_000);
    }

    @Test
    void readsNoMoreThanAListOfLabelsCanBe() throws Exception {
        Path large = list(new byte[(8 << 20) + 1]);
        assertThatThrownBy(() -> Labels.read(large)).hasMessageContaining("larger than 8 MB");
        Path many = list("a,OK\n".repeat(100_001).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Labels.read(many)).hasMessageContaining("100000 lines");
    }

    private Path list(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("labels.csv"), bytes);
    }
}
