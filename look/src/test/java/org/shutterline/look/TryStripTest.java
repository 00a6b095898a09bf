package org.shutterline.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Verdict;

final class TryStripTest {
    private static final List<TryEntry> TRIED = List.of(
            entry(5, Verdict.OK, Verdict.OK),
            entry(4, Verdict.NG, Verdict.NG),
            entry(3, Verdict.OK, Verdict.NG),
            entry(2, Verdict.OK, Verdict.OK),
            entry(1, Verdict.UNKNOWN, Verdict.OK));

    @BeforeEach
    void speakEnglish() {
        Words.speak(Locale.ENGLISH);
    }

    private static TryEntry entry(long id, Verdict before, Verdict now) {
        return new TryEntry(id, Optional.of(before), now, Optional::empty, "");
    }

    private static List<Long> ids(TryRoll roll) {
        return roll.inView().stream().map(TryEntry::id).toList();
    }

    @Test
    void showsWhatWouldChangeFirst() {
        TryRoll roll = TryRoll.empty().with(TRIED);
        assertThat(ids(roll)).containsExactly(3L, 1L, 5L, 4L, 2L);
        assertThat(roll.changed()).isEqualTo(2);
        assertThat(ids(roll.changedFirst(false))).containsExactly(5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void goesAlongAndStopsAtTheEnds() {
        TryRoll roll = TryRoll.empty().with(TRIED);
        assertThat(roll.step(1)).hasValue(3);
        TryRoll chosen = roll.choose(OptionalLong.of(3));
        assertThat(chosen.step(1)).hasValue(1);
        assertThat(chosen.step(-1)).hasValue(3);
        assertThat(chosen.step(Integer.MAX_VALUE / 2)).hasValue(2);
        assertThat(TryRoll.empty().step(1)).isEmpty();
    }

    @Test
    void keepsTheChosenOneInViewWhileResultsCome() {
        TryRoll roll = TryRoll.empty()
                .with(TRIED.subList(0, 2))
                .choose(OptionalLong.of(4))
                .with(TRIED);
        assertThat(roll.chosen()).hasValue(4);
        assertThat(roll.firstShown(0, 2)).isEqualTo(2);
        assertThat(roll.with(List.of()).chosen()).isEmpty();
    }

    @Test
    void readsOutAChange() {
        assertThat(TRIED.get(2).spoken()).isEqualTo("#3 OK, would become NG");
        assertThat(TRIED.get(1).spoken()).isEqualTo("#4 NG");
        assertThat(new TryEntry(9, Optional.empty(), Verdict.NG, Optional::empty, "too small").changes())
                .isFalse();
    }

    @Test
    void saysWhatAllToolsTookOfTheirTime() {
        TimeBudgetBar bar = new TimeBudgetBar();
        bar.show(OptionalDouble.of(13.94), OptionalDouble.of(40));
        assertThat(bar.words()).isEqualTo("13.9 of 40 ms");
        assertThat(bar.over()).isFalse();
        bar.show(OptionalDouble.of(41), OptionalDouble.of(40));
        assertThat(bar.over()).isTrue();
        bar.show(OptionalDouble.of(41), OptionalDouble.empty());
        assertThat(bar.words()).isEqualTo("41.0 ms");
    }

    @Test
    void saysWhyAReadingIsNotOkInPlaceOfTheHint() {
        ReadingCard card = new ReadingCard();
        assertThat(card.second()).isEqualTo("not run yet");
        card.show(State.OK, "12.03", "mm", OptionalDouble.of(3.1), "");
        assertThat(card.second()).isEqualTo("new with each change");
        card.show(State.NG, "12.16", "mm", OptionalDouble.of(3.1), "0.06 above 12.10");
        assertThat(card.getAccessibleContext().getAccessibleName()).isEqualTo("NG 12.16 mm 3.1 ms 0.06 above 12.10");
    }
}
