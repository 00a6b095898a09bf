package org.shutterline.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloodTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private long now = Long.MAX_VALUE - 5 * SECOND;
    private final Flood flood = new Flood(3, () -> now);

    private static Entry entry(String deed) {
        return new Entry(Instant.EPOCH, "", "10.0.4.66:1", deed, "05 not allowed");
    }

    private long passed(int tries, String kind) {
        return IntStream.range(0, tries)
                .filter(i -> flood.admits(kind, entry("T" + i)))
                .count();
    }

    private List<String> due(Duration after) {
        now += after.toNanos();
        return flood.due().stream().map(sum -> sum.deed() + " " + sum.outcome()).toList();
    }

    @Test
    void letsSomeThroughAndSumsUpTheOthersOverLongerAndLongerTimes() {
        assertThat(passed(10, "a")).isEqualTo(3);
        assertThat(due(Duration.ofMillis(999))).isEmpty();
        assertThat(due(Duration.ofMillis(1))).containsExactly("T9 05 not allowed; the last of 7 within 1 s");
        assertThat(passed(5, "a")).isZero();
        assertThat(due(Duration.ofSeconds(59))).isEmpty();
        assertThat(due(Duration.ofSeconds(1))).containsExactly("T4 05 not allowed; the last of 5 within 1 min");
        assertThat(passed(2, "a")).isZero();
        assertThat(due(Duration.ofHours(1))).containsExactly("T1 05 not allowed; the last of 2 within 1 h");
        assertThat(passed(1, "a")).isZero();
        assertThat(due(Duration.ofHours(1))).hasSize(1);
        assertThat(due(Duration.ofHours(1))).as("a quiet hour").isEmpty();
        assertThat(passed(10, "a")).isEqualTo(3);
    }

    @Test
    void whatIsBelowTheMeasureIsForgottenAfterAQuietHour() {
        assertThat(passed(2, "a")).isEqualTo(2);
        assertThat(due(Duration.ofMinutes(59))).isEmpty();
        assertThat(passed(2, "a")).isEqualTo(1);
        assertThat(flood.rest()).hasSize(1);
        assertThat(passed(3, "a")).isEqualTo(3);
        assertThat(due(Duration.ofHours(1))).isEmpty();
        assertThat(passed(3, "a")).isEqualTo(3);
    }

    @Test
    void oneKindTakesNothingFromAnother() {
        assertThat(passed(10, "a")).isEqualTo(3);
        assertThat(passed(1, "b")).isEqualTo(1);
    }

    @Test
    void nothingIsLostAtTheEnd() {
        passed(10, "a");
        passed(4, "b");
        assertThat(flood.rest())
                .extracting(Entry::outcome)
                .containsExactly(
                        "05 not allowed; the last of 7 within 1 s", "05 not allowed; the last of 1 within 1 s");
        assertThat(flood.rest()).isEmpty();
    }

    @Test
    void countlessKindsTakeNeitherMemoryNorTheBooks() {
        long passed = 0;
        for (int i = 0; i < 100_000; i++) {
            passed += passed(1, "source " + i);
        }
        assertThat(passed).isEqualTo(1_024 + 3);
        assertThat(flood.rest())
                .hasSize(1)
                .first()
                .extracting(Entry::outcome)
                .asString()
                .contains("the last of 98973");
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 1_000, 5_000, 61_000, 600_000, 3_500_000, 3_700_000})
    void aDeviceThatTriesAllDayMakesAFewHundredLinesAtMost(long eachMs) {
        Flood usual = new Flood(10, () -> now);
        long lines = 0;
        long dueMs = 1_000;
        for (long ms = 0; ms < Duration.ofDays(1).toMillis(); ms += eachMs) {
            for (; dueMs <= ms; dueMs += 1_000) {
                now += SECOND;
                lines += usual.due().size();
            }
            lines += usual.admits("a", entry("T1")) ? 1 : 0;
        }
        assertThat(lines).isBetween(10L, 300L);
    }
}
