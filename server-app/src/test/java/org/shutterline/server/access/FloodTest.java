package org.shutterline.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FloodTest {
    private long now;
    private final Flood flood = new Flood(3, () -> now);

    @Test
    void letsSomeThroughInASecondAndTellsLaterHowManyItHeldBack() {
        assertThat(LongStream.range(0, 10).map(i -> flood.admit("a")).boxed())
                .containsExactly(0L, 0L, 0L, -1L, -1L, -1L, -1L, -1L, -1L, -1L);
        now += 1_000_000_000L;
        assertThat(flood.admit("a")).isEqualTo(7);
        assertThat(flood.admit("a")).isZero();
    }

    @Test
    void oneSourceTakesNothingFromAnother() {
        LongStream.range(0, 10).forEach(i -> flood.admit("a"));
        assertThat(flood.admit("b")).isZero();
    }
}
