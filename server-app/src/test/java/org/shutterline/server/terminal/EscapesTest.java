package org.shutterline.server.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapesTest {
    @Test
    void whatCannotBeTypedIsWrittenOut() throws BadEscape {
        assertThat(Escapes.bytes("T1\\r\\n\\t\\0\\x02\\xfF\\\\"))
                .containsExactly('T', '1', '\r', '\n', '\t', 0, 2, 0xff, '\\');
    }

    @Test
    void allElseIsUtf8() throws BadEscape {
        assertThat(Escapes.bytes("Größe 漢 \uD83D\uDE00"))
                .isEqualTo("Größe 漢 \uD83D\uDE00".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"'T1\\q', '\\q', 3", "'\\x4', '\\x4', 1", "'a\\xg0', '\\xg0', 2", "'ab\\', '\\', 3"})
    void whatStandsForNoByteIsNamedWithItsPlace(String typed, String escape, int position) {
        assertThatThrownBy(() -> Escapes.bytes(typed)).isInstanceOfSatisfying(BadEscape.class, bad -> {
            assertThat(bad.escape()).isEqualTo(escape);
            assertThat(bad.position()).isEqualTo(position);
        });
    }
}
