package org.shutterline.look;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WireLineTest {
    @Test
    void namesTheLineEnds() {
        assertThat(new WireLine("T1\r\n", true, true, false).pieces())
                .containsExactly(
                        new WireLine.Piece("T1", false),
                        new WireLine.Piece("CR", true),
                        new WireLine.Piece("LF", true));
    }

    @Test
    void namesControlCharactersInsideTheText() {
        assertThat(new WireLine("\u0002A\0B\u007F", true, true, false).pieces())
                .extracting(WireLine.Piece::text)
                .containsExactly("STX", "A", "NUL", "B", "DEL");
    }

    @Test
    void hasNoPiecesWithoutText() {
        assertThat(new WireLine("", true, false, false).pieces()).isEmpty();
    }
}
