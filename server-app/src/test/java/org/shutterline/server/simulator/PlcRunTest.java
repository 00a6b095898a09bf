package org.shutterline.server.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.plugin.BadSetting;

/** A PLC at a station's own conversation, without a socket and with a clock of the test's. */
class PlcRunTest {
    private final List<String> troubles = new ArrayList<>();
    private final List<Long> judged = new ArrayList<>();
    private final PlcListener listener = new PlcListener() {
        @Override
        public void judged(long sentNanos, InspectionResult result) {
            judged.add(result.id());
        }

        @Override
        public void trouble(String why) {
            troubles.add(why);
        }
    };

    private static PlcSettings settings(int cycles, Set<Habit> habits, List<String> programs) {
        return new PlcSettings(
                1,
                cycles,
                Duration.ofMinutes(10),
                20,
                0,
                habits,
                programs,
                10,
                Duration.ofSeconds(5),
                Duration.ofMillis(100),
                1);
    }

    private PlcCounts play(JoinedStation station, String dialect, PlcSettings settings) throws InterruptedException {
        return new PlcRun(settings, Vendors.language(dialect), station, station, () -> false, listener).run();
    }

    private PlcCounts play(JoinedStation station, String dialect, Habit... habits) throws InterruptedException {
        return play(station, dialect, settings(20, Set.of(habits), List.of()));
    }

    @ParameterizedTest
    @CsvSource({"plain,20", "keyence-xg,20", "keyence-iv,20", "insight,20", "omron,0", "custom,20"})
    void triggersWaitsReadsAndCounts(String dialect, long reads) throws InterruptedException {
        PlcCounts counts = play(new JoinedStation(dialect), dialect);

        assertThat(counts.of(Count.SENT)).isEqualTo(20);
        assertThat(counts.of(Count.OK)).isEqualTo(16);
        assertThat(counts.of(Count.NG)).isEqualTo(4);
        assertThat(counts.of(Count.READS)).isEqualTo(reads);
        assertThat(counts.reconnects()).isZero();
        assertThat(counts.isClean()).as(troubles.toString()).isTrue();
        assertThat(counts.latency().p50Ms()).isBetween(3.0, 30.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "keyence-xg", "keyence-iv", "insight", "omron", "custom"})
    void changesTheProgramNowAndThen(String dialect) throws InterruptedException {
        PlcCounts counts =
                play(new JoinedStation(dialect), dialect, settings(30, Set.of(), List.of("bright", "plate")));

        assertThat(counts.of(Count.PROGRAMS)).isEqualTo(3);
        assertThat(counts.of(Count.PROGRAMS_REFUSED)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "keyence-xg", "keyence-iv", "insight", "omron", "custom"})
    void withAllHabitsEveryTriggerHasOneOutcomeAndNoResultComesTwice(String dialect) throws InterruptedException {
        PlcCounts counts = play(
                new JoinedStation(dialect), dialect, settings(60, Set.of(Habit.values()), List.of("bright", "plate")));

        assertThat(counts.addUp()).as(counts.toString()).isTrue();
        assertThat(counts.isClean()).as(troubles.toString()).isTrue();
        assertThat(counts.of(Count.UNENDED)).isPositive();
        assertThat(counts.of(Count.ABANDONED)).isPositive();
        assertThat(judged).hasSizeGreaterThan(40);
    }

    @Test
    void keepsItsRateAndItsJitterWithinTheBounds() throws InterruptedException {
        JoinedStation station = new JoinedStation("plain");
        play(station, "plain", new PlcSettings(1, 50, Duration.ofMinutes(10), 10, 30, Set.of(), List.of(), 10));

        List<Long> at = station.triggeredNanos;
        boolean irregular = false;
        for (int i = 1; i < at.size(); i++) {
            double gapMs = (at.get(i) - at.get(i - 1)) / 1e6;
            assertThat(gapMs).isBetween(40.0, 165.0);
            irregular |= Math.abs(gapMs - 100) > 10;
        }
        assertThat((at.get(49) - at.get(0)) / 1e6).isEqualTo(4_900, within(70.0));
        assertThat(irregular).isTrue();
    }

    @Test
    void endsWhenItsTimeIsOver() throws InterruptedException {
        PlcCounts counts = play(
                new JoinedStation("plain"),
                "plain",
                new PlcSettings(1, 1_000, Duration.ofSeconds(3), 10, 0, Set.of(), List.of(), 10));

        assertThat(counts.of(Count.SENT)).isEqualTo(30);
    }

    @Test
    void endsWhenItIsStopped() throws InterruptedException {
        AtomicInteger left = new AtomicInteger(10);
        JoinedStation station = new JoinedStation("plain");
        PlcCounts counts = new PlcRun(
                        settings(100, Set.of(), List.of()),
                        Vendors.language("plain"),
                        station,
                        station,
                        () -> left.decrementAndGet() < 0,
                        listener)
                .run();

        assertThat(counts.of(Count.SENT)).isBetween(1L, 10L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"keyence-xg", "keyence-iv", "insight", "omron", "custom", "plain"})
    void twoCommandsOfOneSendAreAnsweredBoth(String dialect) throws InterruptedException {
        JoinedStation station = new JoinedStation(dialect);
        PlcCounts counts = play(station, dialect, Habit.COALESCE);

        assertThat(counts.isClean()).as(troubles.toString()).isTrue();
        assertThat(counts.of(Count.OK) + counts.of(Count.NG)).isEqualTo(20);
        assertThat(station.sends).anyMatch(sent -> sent.strip().split("[\\r\\n]+").length == 2);
    }

    @Test
    void bytesOneByOneAreALineToo() throws InterruptedException {
        JoinedStation station = new JoinedStation("keyence-xg");
        PlcCounts counts = play(station, "keyence-xg", Habit.BYTEWISE);

        assertThat(counts.isClean()).isTrue();
        assertThat(station.sends).contains("T", "1");
    }

    @Test
    void aLineWithoutEndIsGivenUpAfterAWhileAndNotCountedAsLost() throws InterruptedException {
        JoinedStation station = new JoinedStation("keyence-xg");
        PlcCounts counts = play(station, "keyence-xg", Habit.NO_END);

        assertThat(station.sends).contains("T1");
        assertThat(counts.of(Count.UNENDED)).isEqualTo(6);
        assertThat(counts.reconnects()).isEqualTo(6);
        assertThat(counts.isClean()).isTrue();
    }

    @Test
    void aBusyStationRefusesTheImpatient() throws InterruptedException {
        PlcCounts counts = play(new JoinedStation("omron"), "omron", Habit.IGNORE_BUSY);

        assertThat(counts.of(Count.SENT)).isEqualTo(26);
        assertThat(counts.refused()).containsEntry(Code.STATION_BUSY, 6L);
        assertThat(counts.addUp()).isTrue();
    }

    @Test
    void anAnswerThatDoesNotComeIsLost() throws InterruptedException {
        PlcCounts counts =
                play(new JoinedStation("plain").thatNeverAnswers(), "plain", settings(2, Set.of(), List.of()));

        assertThat(counts.of(Count.LOST)).isEqualTo(1);
        assertThat(counts.of(Count.REFUSED)).isEqualTo(1);
        assertThat(counts.isClean()).isFalse();
        assertThat(troubles).anyMatch(why -> why.contains("no answer for 5000 ms"));
    }

    @Test
    void whatAnotherDialectSaysIsNotUnderstood() throws InterruptedException {
        PlcCounts counts = play(new JoinedStation("plain").thatSays("HTTP/1.1 400 Bad Request\r\n"), "plain");

        assertThat(counts.of(Count.SENT)).isZero();
        assertThat(counts.of(Count.NO_CONNECTION)).isEqualTo(20);
        assertThat(counts.isClean()).isFalse();
    }

    @Test
    void aStationThatIsNotThereIsTold() throws InterruptedException {
        JoinedStation clock = new JoinedStation("plain");
        PlcCounts counts = new PlcRun(
                        settings(3, Set.of(), List.of()),
                        Vendors.language("plain"),
                        () -> {
                            throw new IOException("Connection refused");
                        },
                        clock,
                        () -> false,
                        listener)
                .run();

        assertThat(counts.of(Count.NO_CONNECTION)).isEqualTo(3);
        assertThat(troubles).containsOnly("Connection refused");
    }

    @Test
    void aPortThatOnlyTellsResultsCannotBeTriggered() {
        assertThatThrownBy(() -> play(new JoinedStation("insight-push"), "insight-push"))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("insight-push only tells results");
    }

    @ParameterizedTest
    @EnumSource(Habit.class)
    void everyHabitHasAName(Habit habit) {
        assertThat(Habit.named(habit.id())).contains(habit);
    }

    @ParameterizedTest
    @CsvSource({"0,10", "1000001,10", "1,0", "1,2000"})
    void boundsAreKept(int cycles, double rate) {
        assertThatThrownBy(() -> new PlcSettings(1, cycles, Duration.ofSeconds(10), rate, 0, Set.of(), List.of(), 10))
                .isInstanceOf(BadSetting.class);
    }
}
