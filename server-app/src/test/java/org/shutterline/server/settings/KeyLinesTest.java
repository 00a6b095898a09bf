package org.shutterline.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyLinesTest {
    private static final KeyLines LINES = of("""
            # who listens
            listeners:
              - dialect: plain
                settings:
                  encoding: utf-8

              - {dialect: omron,
                 port: 1}
            loopbackRole: view
            """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".listeners: expected|2",
                ".listeners[0].dialect: expected|3",
                ".listeners[0].settings.encoding: expected|5",
                ".listeners[1].port: expected|8",
                ".loopbackRole: expected|9",
                ".listeners[1].allow: expected|7",
                ".listeners[0].settings.other: no such|4",
                ".listeners[0].settings: expected|4"
            })
    void theLineOfAKeyOrOfTheGroupThatLacksIt(String message, int line) {
        assertThat(LINES.of(message)).hasValue(line);
    }

    @Test
    void aKeyThatOnlyBeginsLikeOneIsAnother() {
        assertThat(LINES.of(".loopbackRoles: no such setting")).isEmpty();
        assertThat(LINES.of(".stations: missing")).isEmpty();
    }

    @Test
    void ofAFileThatBreaksOffTheLinesBeforeAreKnown() {
        assertThat(of("a: 1\nb: [\n").of(".a: expected")).hasValue(1);
        assertThat(of("").of(".a: expected")).isEmpty();
    }

    private static KeyLines of(String text) {
        return KeyLines.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
