package org.shutterline.server.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.Verdict;

class FiguresIT {
    @TempDir
    Path folder;

    private Archive archive;

    /** Ids 1 to 30, one a second, stations 1 and 2 in turn, every fifth NG, every seventh UNKNOWN. */
    @BeforeEach
    void fill() throws Exception {
        archive = Archive.open(folder, PictureRules.USUAL, Clock.systemUTC());
        Outcomes last = new Outcomes();
        for (int i = 1; i <= 30; i++) {
            Verdict verdict = i % 5 == 0 ? Verdict.NG : i % 7 == 0 ? Verdict.UNKNOWN : Verdict.OK;
            last = new Outcomes();
            archive.keep(Samples.detail(archive.nextId(), 1 + (i - 1) % 2, verdict), Optional.empty(), last);
        }
        last.stored();
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private Figures figures(FiguresQuery query) {
        return archive.figures(query, () -> false);
    }

    private static FiguresQuery all(int most) {
        return new FiguresQuery(Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty(), most);
    }

    @Test
    void countsVerdictsOfAllStationsAndHandsOutTheNewest() {
        Figures figures = figures(all(4));

        assertThat(figures.ng()).isEqualTo(6);
        assertThat(figures.unknown()).isEqualTo(4);
        assertThat(figures.ok()).isEqualTo(20);
        assertThat(figures.cut()).isFalse();
        assertThat(figures.newest()).extracting(Figures.Sample::id).containsExactly(30L, 29L, 28L, 27L);
        assertThat(figures.newest().get(0).stages()).hasSize(2);
        assertThat(figures.newest().get(0).values()).hasSize(4);
    }

    @Test
    void ofOneStationFromOneTimeUpToAnother() {
        Figures figures = figures(new FiguresQuery(
                Optional.of(Samples.NOON.plusSeconds(10).toInstant()),
                Optional.of(Samples.NOON.plusSeconds(20).toInstant()),
                OptionalInt.of(2),
                Optional.empty(),
                100));

        assertThat(figures.newest()).extracting(Figures.Sample::id).containsExactly(18L, 16L, 14L, 12L, 10L);
        assertThat(figures.ok()).isEqualTo(3);
        assertThat(figures.ng()).isEqualTo(1);
        assertThat(figures.unknown()).isEqualTo(1);
    }

    @Test
    void ofOneJobAlone() {
        FiguresQuery other =
                new FiguresQuery(Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.of("another"), 100);
        FiguresQuery plate =
                new FiguresQuery(Optional.empty(), Optional.empty(), OptionalInt.of(1), Optional.of("plate"), 0);

        assertThat(figures(other).all()).isZero();
        assertThat(figures(plate).all()).isEqualTo(15);
        assertThat(figures(plate).newest()).isEmpty();
    }

    @Test
    void saysThatItLeftSomethingOutWhenNobodyWaitedForTheEnd() {
        Figures figures = archive.figures(all(4), () -> true);

        assertThat(figures.cut()).isTrue();
        assertThat(figures.all()).isZero();
    }
}
