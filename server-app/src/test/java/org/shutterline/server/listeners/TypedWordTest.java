package org.shutterline.server.listeners;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedWordTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                " a ",
                "\t",
                "\u0002STX\u0003",
                "\\",
                "\\x02",
                "\r\n\0",
                "\u00e4",
                "\"\"",
                "\u007f",
                "  "
            })
    void whatIsShownReadsAsTheSame(String word) {
        assertThat(TypedWord.read(TypedWord.shown(word))).contains(word);
        assertThat(TypedWord.shown(word))
                .isNotBlank()
                .matches("[^\\p{Cntrl}]*")
                .isEqualTo(TypedWord.shown(word).strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\", "\\q", "\\x", "\\x2", "\\xg0", "a\\"})
    void whatStandsForNothingIsNotRead(String typed) {
        assertThat(TypedWord.read(typed)).isEmpty();
    }
}
