package org.shutterline.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Verdict;

final class TrendScaleTest {
    private static final Limits LIMITS = new Limits(OptionalDouble.of(4), OptionalDouble.of(6), 2);

    private static TrendChart.Reading reading(double value) {
        return new TrendChart.Reading(OptionalDouble.of(value), Verdict.OK);
    }

    @Test
    void showsAllValuesAndLimits() {
        TrendScale scale = TrendScale.of(List.of(reading(3.5), reading(5)), LIMITS);
        assertThat(scale.bottom()).isCloseTo(3.25, offset(1e-9));
        assertThat(scale.top()).isCloseTo(6.25, offset(1e-9));
    }

    @Test
    void doesNotLetOneWildValueFlattenTheOthers() {
        TrendScale scale = TrendScale.of(List.of(reading(5), reading(900)), LIMITS);
        assertThat(scale.top()).isLessThan(9);
        assertThat(scale.part(900)).isEqualTo(1);
    }

    @Test
    void hasAScaleForOneValueWithoutLimits() {
        Limits none = new Limits(OptionalDouble.empty(), OptionalDouble.empty(), 0);
        TrendScale scale = TrendScale.of(List.of(reading(0)), none);
        assertThat(scale.part(0)).isCloseTo(0.5, offset(1e-9));
    }
}
