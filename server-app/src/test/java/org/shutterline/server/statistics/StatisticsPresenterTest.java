package org.shutterline.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.archive.FiguresQuery;
import org.shutterline.server.monitor.HandCrankedBench;

class StatisticsPresenterTest {
    private static final Instant NOW = Instant.parse("2026-11-23T13:05:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final ScriptedFigures source = new ScriptedFigures();
    private final HandCrankedBench bench = new HandCrankedBench(NOW);
    private final List<StatisticsState> states = new ArrayList<>();
    private final StatisticsPresenter presenter = new StatisticsPresenter(source, bench, ZONE, states::add);

    private void parts() {
        for (int i = 0; i < 20; i++) {
            Verdict verdict = i == 5 ? Verdict.NG : i == 7 ? Verdict.UNKNOWN : Verdict.OK;
            source.part(NOW.minusSeconds(100 - i), verdict, i == 5 ? 12.5 : 12);
        }
    }

    private StatisticsState look() {
        presenter.lookAgain();
        bench.settle();
        return states.get(states.size() - 1);
    }

    private Report report() {
        return look().report().orElseThrow();
    }

    private static StatisticsChoice of(Period period) {
        return new StatisticsChoice(period, Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty());
    }

    @Test
    void asJudgedAndAsPeopleSayStandSideBySide() {
        parts();
        source.says(1, Verdict.NG)
                .says(2, Verdict.NG)
                .says(6, Verdict.OK)
                .says(8, Verdict.NG)
                .says(9, Verdict.OK);

        Report report = report();

        assertThat(report.judged()).isEqualTo(new Counts(18, 1, 1));
        assertThat(report.judged().yieldPercent()).hasValue(90);
        assertThat(report.corrected()).isEqualTo(new Counts(17, 3, 0));
        assertThat(report.marked()).isEqualTo(5);
        assertThat(report.escapes()).isEqualTo(2);
        assertThat(report.escapesPercent()).hasValue(10);
        assertThat(report.falseRejects()).isEqualTo(1);
        assertThat(report.falseRejectsPercent()).hasValue(5);
    }

    @Test
    void aValueComesWithItsLimitsItsSpreadAndTheOldestFirst() {
        parts();

        ValueFigures value = report().value().orElseThrow();

        assertThat(value.name()).isEqualTo(new ValueName("plate-A", "width"));
        assertThat(value.points()).hasSize(19);
        assertThat(value.points().get(0).time()).isEqualTo(NOW.minusSeconds(100));
        assertThat(value.missing()).isEqualTo(1);
        assertThat(value.outside()).isEqualTo(1);
        assertThat(value.low()).hasValue(11.9);
        assertThat(value.high()).hasValue(12.1);
        assertThat(value.mean()).isCloseTo(12 + 0.5 / 19, within(1e-9));
        assertThat(value.sigma()).isCloseTo(Math.sqrt((0.25 - 0.25 / 19) / 18), within(1e-9));
        assertThat(value.greatest()).isEqualTo(12.5);
    }

    @Test
    void aThinnedTrendKeepsTheStrayValues() {
        for (int i = 0; i < 1_000; i++) {
            source.part(NOW, Verdict.OK, i == 333 ? 13 : i == 666 ? 11 : 12);
        }

        List<ValueFigures.Point> thinned = report().value().orElseThrow().thinned(100);

        assertThat(thinned).hasSizeLessThanOrEqualTo(100);
        assertThat(thinned).extracting(ValueFigures.Point::value).contains(13.0, 11.0);
    }

    @Test
    void stagesOfTheChosenResultsAndStoringOfTheLastTriggersOfTheStation() {
        parts();
        presenter.choose(new StatisticsChoice(
                Period.ALL, Optional.empty(), Optional.empty(), OptionalInt.of(1), Optional.empty()));

        List<StageFigures> stages = report().stages();

        assertThat(stages).extracting(StageFigures::stage).containsExactly("picture", "inspection", "storing", "all");
        assertThat(stages.get(1)).isEqualTo(new StageFigures("inspection", 20, 10, 19, 20));
        assertThat(stages.get(2)).isEqualTo(new StageFigures("storing", 0, 1.1, 1.9, 3.4));
    }

    @Test
    void ofAllStationsNoStoringIsTold() {
        parts();
        assertThat(report().stages()).extracting(StageFigures::stage).doesNotContain("storing");
    }

    @Test
    void periodsAreDaysOfTheTechnician() {
        presenter.choose(of(Period.TODAY));
        presenter.choose(of(Period.YESTERDAY));
        presenter.choose(of(Period.ALL));
        bench.settle();

        List<FiguresQuery> asked = source.asked();
        assertThat(asked.get(0).from()).contains(Instant.parse("2026-11-22T23:00:00Z"));
        assertThat(asked.get(0).to()).isEmpty();
        assertThat(asked.get(1).from()).contains(Instant.parse("2026-11-21T23:00:00Z"));
        assertThat(asked.get(1).to()).contains(Instant.parse("2026-11-22T23:00:00Z"));
        assertThat(asked.get(2).from()).isEmpty();
    }

    @Test
    void aNewQuestionGivesTheOldOneUp() {
        parts();
        source.holds(true);
        presenter.choose(of(Period.ALL));
        bench.settle();
        ScriptedFigures.Waiting old = source.waiting.get(0);
        assertThat(old.stop().getAsBoolean()).isFalse();
        source.holds(false);
        source.cut();
        assertThat(look().report().orElseThrow().cut()).isTrue();

        assertThat(old.stop().getAsBoolean()).isTrue();
        old.told().accept(Optional.empty());
        bench.settle();
        assertThat(states.get(states.size() - 1).broken()).isFalse();
    }

    @Test
    void whatWasCountedStaysWhenALookUpBreaks() {
        parts();
        look();
        source.breaks(true);

        StatisticsState state = look();

        assertThat(state.broken()).isTrue();
        assertThat(state.searching()).isFalse();
        assertThat(state.report()).isPresent();
    }
}
