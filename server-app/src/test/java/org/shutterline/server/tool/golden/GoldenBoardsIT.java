package org.shutterline.server.tool.golden;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.server.spi.Vision;

/** On 40 boards of each kind, all with the usual settings; {@link GoldenFigures} prints the figures of more, and the time. */
class GoldenBoardsIT {
    @ParameterizedTest
    @ValueSource(strings = {"usual", "gentle", "packed"})
    void findsDefectsAndBoxesLittleElse(String style) {
        GoldenFigures figures = GoldenFigures.of(500_000, 40, style);
        assertThat(figures.foundShare()).as("%s", figures).isGreaterThanOrEqualTo(0.98);
        assertThat(figures.trueShare()).as("%s", figures).isGreaterThanOrEqualTo(0.93);
    }

    @Test
    void aBoardWithoutDefectsHasNone() {
        Vision.load();
        try (Board board = Boards.of(7, Style.USUAL)) {
            assertThat(GoldenFigures.boxes(board.golden(), board.golden())).isEmpty();
        }
    }
}
