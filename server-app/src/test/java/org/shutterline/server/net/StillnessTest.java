package org.shutterline.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StillnessTest {
    private static final long MS = 1_000_000;

    private long now = Long.MAX_VALUE - 500 * MS;
    private final Stillness stillness = new Stillness(() -> now);

    @Test
    void seesNothingWhileItTicks() {
        for (int tick = 0; tick < 20; tick++) {
            now += 100 * MS;
            stillness.tick();
            assertThat(stillness.stoodStill(now)).isFalse();
        }
    }

    @Test
    void forgivesAGapOfASecond() {
        now += 1_000 * MS;
        assertThat(stillness.stoodStill(now)).isFalse();
        stillness.tick();
        assertThat(stillness.stoodStill(now)).isFalse();
    }

    @Test
    void seesTheGapBeforeTheNextTick() {
        now += 1_001 * MS;
        assertThat(stillness.stoodStill(now)).isTrue();
    }

    @Test
    void tellsOfItForFiftyMillisecondsAfterItsEnd() {
        now += 3_000 * MS;
        stillness.tick();
        assertThat(stillness.stoodStill(now + 50 * MS)).isTrue();
        assertThat(stillness.stoodStill(now + 51 * MS)).isFalse();
    }

    @Test
    void seesNothingWhenNobodyTicksAnyMore() {
        stillness.close();
        now += 3_000 * MS;
        assertThat(stillness.stoodStill(now)).isFalse();
    }
}
