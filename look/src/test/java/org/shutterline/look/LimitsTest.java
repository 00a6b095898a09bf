package org.shutterline.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LimitsTest {
    private static final Limits BOTH = new Limits(OptionalDouble.of(4.9), OptionalDouble.of(5.1), 2);
    private static final Limits LOW = new Limits(OptionalDouble.of(40), OptionalDouble.empty(), 1);
    private static final Limits HIGH = new Limits(OptionalDouble.empty(), OptionalDouble.of(2.5), 1);
    private static final Limits NONE = new Limits(OptionalDouble.empty(), OptionalDouble.empty(), 2);

    @BeforeEach
    void speakEnglish() {
        java.util.Locale.setDefault(java.util.Locale.Category.DISPLAY, java.util.Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({"4.9, 0.25", "5.1, 0.75", "5.0, 0.5", "4.8, 0", "5.2, 1", "1, 0", "99, 1", "4.85, 0.125"})
    void putsTheAllowedRangeInTheMiddleHalfAndStopsAtTheEnds(double value, double place) {
        assertThat(BOTH.place(value)).isCloseTo(place, offset(1e-9));
    }

    @Test
    void drawsTheAllowedPartOfAOneSidedLimitToTheEnd() {
        assertThat(LOW.from()).isEqualTo(0.25);
        assertThat(LOW.to()).isEqualTo(1);
        assertThat(HIGH.from()).isEqualTo(0);
        assertThat(HIGH.to()).isEqualTo(0.75);
    }

    @Test
    void putsAValueOnTheRightSideOfAOneSidedLimit() {
        assertThat(LOW.place(39)).isLessThan(0.25);
        assertThat(LOW.place(41)).isGreaterThan(0.25);
        assertThat(HIGH.place(2.4)).isLessThan(0.75);
        assertThat(HIGH.place(2.6)).isGreaterThan(0.75);
    }

    @Test
    void staysOnTheBarWhenBothLimitsAreTheSame() {
        Limits same = new Limits(OptionalDouble.of(3), OptionalDouble.of(3), 0);
        assertThat(same.place(3)).isEqualTo(0.25);
        assertThat(same.place(2)).isZero();
        assertThat(same.place(4)).isEqualTo(1);
    }

    @Test
    void saysTheDistanceInWords() {
        assertThat(BOTH.distance(4.84)).isEqualTo("0.06 below 4.90");
        assertThat(BOTH.distance(5.16)).isEqualTo("0.06 above 5.10");
        assertThat(BOTH.distance(5.02)).isEqualTo("4.90 to 5.10");
        assertThat(LOW.distance(12.5)).isEqualTo("27.5 below 40.0");
        assertThat(HIGH.distance(1)).isEqualTo("at most 2.5");
        assertThat(LOW.words()).isEqualTo("at least 40.0");
        assertThat(NONE.distance(7)).isEqualTo("no limit");
    }

    @Test
    void neverSaysThatAValueOutsideIsZeroAway() {
        assertThat(BOTH.distance(4.8996)).isEqualTo("0.0004 below 4.90");
    }

    @Test
    void doesNotRoundALimitThatIsFinerThanTheValue() {
        Limits fine = new Limits(OptionalDouble.of(4.905), OptionalDouble.of(5.1), 2);
        assertThat(fine.words()).isEqualTo("4.905 to 5.10");
    }

    @Test
    void writesNumbersWithAPointInEveryLanguage() {
        java.util.Locale.setDefault(java.util.Locale.Category.DISPLAY, java.util.Locale.GERMAN);
        assertThat(Limits.fixed(1234.5, 2)).isEqualTo("1234.50");
        assertThat(Limits.fixed(0.005, 2)).isEqualTo("0.01");
    }
}
