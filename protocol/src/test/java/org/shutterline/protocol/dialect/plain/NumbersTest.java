package org.shutterline.protocol.dialect.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "12.0305, 3, 12.031",
        "1.0005, 3, 1.001",
        "-1.0005, 3, -1.001",
        "-0.0004, 3, 0.000",
        "-0.0, 2, 0.00",
        "5, 0, 5",
        "2.5, 0, 3",
        "1e20, 0, 100000000000000000000",
        "1.5e-7, 9, 0.000000150",
        "1234567.8, 1, 1234567.8",
        "0.05, 1, 0.1",
        "1e-12, 3, 0.000"
    })
    void areFixedAndRoundedHalfUp(double number, int decimals, String wanted) {
        assertThat(Numbers.fixed(number, decimals)).isEqualTo(wanted);
    }

    @Test
    void theFastWayAndTheExactWayAgree() {
        Random random = new Random(3);
        for (int i = 0; i < 200_000; i++) {
            int decimals = random.nextInt(10);
            double number = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12) - 3);
            double some = random.nextBoolean() ? number : Math.rint(number * 2_000) / 2_000;
            assertThat(Numbers.fixed(some, decimals))
                    .isEqualTo(BigDecimal.valueOf(some)
                            .setScale(decimals, RoundingMode.HALF_UP)
                            .toPlainString());
        }
    }

    @Test
    void areNeverNaN() {
        assertThat(Numbers.ms(Double.NaN)).isEmpty();
        assertThat(Numbers.ms(Double.POSITIVE_INFINITY)).isEmpty();
    }

    @Test
    void haveADecimalPointEverywhere() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Numbers.fixed(1234.5, 2)).isEqualTo("1234.50");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void exactOnesHaveNoExponent() {
        assertThat(Numbers.exact(1e-5)).isEqualTo("0.000010");
        assertThat(Numbers.exact(-0.0)).isEqualTo("0");
        assertThat(Numbers.exact(4.9)).isEqualTo("4.9");
    }
}
