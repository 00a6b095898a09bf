package org.shutterline.server.camera.gige;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CameraClockTest {
    private static final long MS = 1_000_000;
    private static final long APART = 77_000 * MS;

    private final CameraClock clock = new CameraClock();

    @Test
    void isNotSetBeforeItSawEnough() {
        clock.arrived(0, 8 * MS);
        clock.arrived(10 * MS, 18 * MS);
        clock.arrived(20 * MS, 28 * MS);
        assertThat(clock.isSet()).isFalse();
        picture(100, 1, 8);
        assertThat(clock.isSet()).isTrue();
    }

    @Test
    void tellsWhenAPictureWasExposedAndRatherTooEarly() {
        for (int i = 0; i < 5; i++) {
            picture(100 * i, 1 + i, 8 + 2 * i);
        }
        long told = clock.exposedNanos(1_000 * MS - APART);
        assertThat(told).isBetween(995 * MS, 1_000 * MS);
    }

    @Test
    void followsAClockThatDrifts() {
        for (int i = 0; i < 5; i++) {
            picture(100 * i, 1, 8);
        }
        long slow = 500 * MS;
        for (int i = 0; i < 5; i++) {
            clock.arrived(60_000 * MS + i * MS - APART - slow, 60_008 * MS + i * MS);
        }
        assertThat(clock.exposedNanos(61_000 * MS - APART - slow)).isBetween(60_995 * MS, 61_000 * MS);
    }

    @Test
    void knowsAPictureThatIsOlderThanItsTrigger() {
        for (int i = 0; i < 5; i++) {
            picture(100 * i, 1, 8);
        }
        assertThat(clock.wasSurelyBefore(1_000 * MS - APART, 1_020 * MS)).isTrue();
        assertThat(clock.wasSurelyBefore(1_000 * MS - APART, 999 * MS)).isFalse();
    }

    @Test
    void doesNotJudgeByWhatItSawLongAgo() {
        for (int i = 0; i < 5; i++) {
            picture(100 * i, 1, 8);
        }
        long anHourLater = 3_600_000 * MS;
        long slow = 180 * MS;
        assertThat(clock.wasSurelyBefore(anHourLater + 10 * MS - APART - slow, anHourLater))
                .isFalse();
    }

    /** Asked for at this time, exposed so long after, arrived so long after that. */
    private void picture(long askedMs, long untilExposedMs, long wayMs) {
        long exposed = (askedMs + untilExposedMs) * MS;
        clock.asked(askedMs * MS, exposed - APART, exposed + wayMs * MS);
    }
}
