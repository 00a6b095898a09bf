package org.shutterline.server.tool.golden;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Core;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.Vision;

/** On a few boards of each kind, all with the usual settings; {@link GoldenPage} writes the figures of more, and the time. */
class GoldenBoardsIT {
    private static final int FIRST = 500_000;
    private static final int BOARDS = 10;

    /** About 1.4 when the machine has little else to do. */
    private static final double MOST_TIMES_BARE = 2.5;

    private static int threads;

    /** Only what one thread does is seen by the clock of its processor time. */
    @BeforeAll
    static void onOneCore() {
        Vision.load();
        threads = Core.getNumThreads();
        Core.setNumThreads(1);
    }

    @AfterAll
    static void onAllCores() {
        Core.setNumThreads(threads);
    }

    @ParameterizedTest
    @ValueSource(strings = {"usual", "packed", "ragged", "rough"})
    void findsDefectsAndBoxesLittleElse(String style) {
        isGood(GoldenFigures.of(FIRST, BOARDS, style));
    }

    /** The bar is told by what the plain way does on the boards in question, so it must do about that on ours. */
    @Test
    void isBetterThanThePlainWayWhereThatIsGoodAndTakesNotMuchLonger() {
        GoldenFigures.Pair figures = GoldenFigures.Pair.of(FIRST, BOARDS, "plain");
        assertThat(figures.bare().foundShare()).as("%s", figures).isBetween(0.97, 1.0);
        assertThat(figures.bare().trueShare()).as("%s", figures).isBetween(0.8, 0.95);
        isGood(figures.ours());
        assertThat(figures.ours().processorMs() / figures.bare().processorMs())
                .as("%s", figures)
                .isLessThan(MOST_TIMES_BARE);
    }

    @Test
    void aBoardWithoutDefectsHasNone() {
        try (Board board = Boards.of(7, Style.USUAL);
                BoardTool tool = new BoardTool(board.golden());
                TestScene scene = TestScene.over(board.golden().clone())) {
            assertThat(tool.boxes(scene)).isEmpty();
        }
    }

    private static void isGood(GoldenFigures figures) {
        assertThat(figures.foundShare()).as("%s", figures).isGreaterThanOrEqualTo(0.98);
        assertThat(figures.trueShare()).as("%s", figures).isGreaterThanOrEqualTo(0.93);
    }
}
