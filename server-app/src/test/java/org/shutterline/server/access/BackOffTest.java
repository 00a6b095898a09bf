package org.shutterline.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private static final long S = 1_000_000_000L;

    private final BackOff backOff = new BackOff(2, Duration.ofSeconds(8), Duration.ofMinutes(1));
    private long now = Long.MAX_VALUE - 3 * S;

    @Test
    void someWrongOnesCostNothingThenEachDoublesTheWaitUpToTheLongest() {
        assertThat(waitsAfterWrong()).isZero();
        assertThat(waitsAfterWrong()).isZero();
        assertThat(waitsAfterWrong()).isEqualTo(Duration.ofSeconds(1));
        assertThat(waitsAfterWrong()).isEqualTo(Duration.ofSeconds(2));
        assertThat(waitsAfterWrong()).isEqualTo(Duration.ofSeconds(4));
        assertThat(waitsAfterWrong()).isEqualTo(Duration.ofSeconds(8));
        assertThat(waitsAfterWrong()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void theWaitRunsOut() {
        guess(3);
        now += S;
        assertThat(backOff.wait("a", now)).isLessThanOrEqualTo(Duration.ZERO);
    }

    @Test
    void nobodyElseWaits() {
        guess(10);
        assertThat(backOff.wait("b", now)).isZero();
    }

    @Test
    void aRightOneForgetsTheWrongOnes() {
        guess(10);
        backOff.right("a", "x");
        assertThat(waitsAfterWrong()).isZero();
    }

    @Test
    void aRightOneOfAnotherPartForgetsNothing() {
        guess(3);
        backOff.right("a", "y");
        assertThat(waitsAfterWrong()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void manyPartsTakeNoMoreMemoryThanSomeAndCountAllTheSame() {
        for (int i = 0; i < 5; i++) {
            backOff.wrong("a", "part " + i, now);
        }
        for (int i = 0; i < 1_000; i++) {
            backOff.wrong("a", "other " + i, now);
        }
        backOff.right("a", "part 1");
        backOff.right("a", "other 999");
        assertThat(waitsAfterWrong()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void afterLongQuietAllIsAsAtFirst() {
        guess(10);
        now += 61 * S;
        assertThat(waitsAfterWrong()).isZero();
    }

    @Test
    void manyNamesTakeNoMoreMemoryThanSome() {
        for (int i = 0; i < 100_000; i++) {
            backOff.wrong("name " + i, "x", now);
        }
        guess(3);
        assertThat(backOff.wait("a", now)).isEqualTo(Duration.ofSeconds(1));
    }

    private Duration waitsAfterWrong() {
        backOff.wrong("a", "x", now);
        return backOff.wait("a", now);
    }

    private void guess(int times) {
        for (int i = 0; i < times; i++) {
            backOff.wrong("a", "x", now);
        }
    }
}
