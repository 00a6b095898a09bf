package org.shutterline.server.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TalkTest {
    private final Talk talk = new Talk();

    private void comes(String... pieces) {
        for (String piece : pieces) {
            talk.received(piece.getBytes(StandardCharsets.ISO_8859_1), Optional.empty());
        }
    }

    private void isLines(String... lines) {
        assertThat(talk.rows())
                .extracting(row -> row.text() + (row.ended() ? "" : "..."))
                .containsExactly(lines);
    }

    @Test
    void eachLineIsARowHoweverItWasCut() {
        comes("T1,O", "K\r", "\nPI", "NG,OK\nA\rB\0");
        isLines("T1,OK\r\n", "PING,OK\n", "A\r", "B\0");
    }

    @Test
    void whatHasNoEndYetIsSeenAndGoesOn() {
        comes("User: ");
        isLines("User: ...");
        comes("x\r\n");
        isLines("User: x\r\n");
    }

    @Test
    void whatComesAfterSomethingWasSentIsARowOfItsOwn() {
        comes("User: ");
        talk.sent("admin\r\n".getBytes(StandardCharsets.ISO_8859_1), Optional.empty());
        comes("Password: ");
        isLines("User: ...", "admin\r\n", "Password: ...");
        assertThat(talk.rows()).extracting(TerminalRow::out).containsExactly(false, true, false);
    }

    @Test
    void bytesThatAreNoUtf8AreShownOneByOne() {
        comes("12\u00b0\r");
        isLines("12\u00b0\r");
    }

    @Test
    void keepsTheLastFiveHundred() {
        for (int i = 0; i < 600; i++) {
            comes(i + "\n");
        }
        assertThat(talk.rows()).hasSize(500);
        assertThat(talk.rows().get(499).text()).isEqualTo("599\n");
    }
}
