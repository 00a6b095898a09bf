package org.shutterline.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Verdict;

final class FilmRollTest {
    /** Ids from the newest down to 1; each fifth is NG. */
    private static List<FilmEntry> upTo(long newest) {
        List<FilmEntry> entries = new ArrayList<>();
        for (long id = newest; id >= 1; id--) {
            Verdict verdict = id % 5 == 0 ? Verdict.NG : Verdict.OK;
            entries.add(new FilmEntry(id, Samples.TIME, verdict, Optional.empty(), Optional.empty()));
        }
        return entries;
    }

    @Test
    void followsTheNewestWhileNothingOlderIsChosen() {
        FilmRoll roll = FilmRoll.empty().with(upTo(10)).with(upTo(11));
        assertThat(roll.framed()).hasValue(11);
        assertThat(roll.newOnes()).isZero();
    }

    @Test
    void staysWithAnOlderOneAndCountsTheNew() {
        FilmRoll roll = FilmRoll.empty().with(upTo(10)).choose(7).with(upTo(12));
        assertThat(roll.framed()).hasValue(7);
        assertThat(roll.newOnes()).isEqualTo(2);
        assertThat(roll.choose(6).newOnes()).isEqualTo(2);
        assertThat(roll.follow().newOnes()).isZero();
        assertThat(roll.follow().framed()).hasValue(12);
    }

    @Test
    void followsAgainWhenTheNewestIsChosen() {
        FilmRoll roll = FilmRoll.empty().with(upTo(10)).choose(7).choose(10).with(upTo(11));
        assertThat(roll.framed()).hasValue(11);
    }

    @Test
    void followsAgainWhenTheChosenOneHasLeftTheFilm() {
        FilmRoll roll = FilmRoll.empty().with(upTo(10)).choose(2);
        assertThat(roll.with(upTo(60).subList(0, 50)).framed()).hasValue(60);
    }

    @Test
    void showsOnlyNgWhenAsked() {
        FilmRoll roll = FilmRoll.empty().with(upTo(12)).ngOnly(true);
        assertThat(roll.inView()).extracting(FilmEntry::id).containsExactly(10L, 5L);
        assertThat(roll.step(1)).hasValue(10);
    }

    @Test
    void stepsToOlderAndNewerAndStopsAtTheEnds() {
        FilmRoll roll = FilmRoll.empty().with(upTo(3));
        assertThat(roll.step(1)).hasValue(2);
        assertThat(roll.step(-1)).hasValue(3);
        assertThat(roll.choose(1).step(1)).hasValue(1);
        assertThat(FilmRoll.empty().step(1)).isEmpty();
    }

    @Test
    void stepsFromNgToNg() {
        FilmRoll roll = FilmRoll.empty().with(upTo(12));
        assertThat(roll.stepNg(1)).hasValue(10);
        assertThat(roll.choose(10).stepNg(1)).hasValue(5);
        assertThat(roll.choose(5).stepNg(-1)).hasValue(10);
        assertThat(roll.choose(5).stepNg(1)).isEmpty();
    }

    @Test
    void keepsTheFramedOneInView() {
        FilmRoll roll = FilmRoll.empty().with(upTo(50));
        assertThat(roll.firstShown(20, 8)).isZero();
        assertThat(roll.choose(40).firstShown(0, 8)).isEqualTo(3);
        assertThat(roll.choose(40).firstShown(8, 8)).isEqualTo(8);
        assertThat(roll.choose(1).firstShown(0, 8)).isEqualTo(42);
    }
}
