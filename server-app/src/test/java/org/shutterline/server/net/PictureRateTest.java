package org.shutterline.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PictureRateTest {
    private static final long SECOND = 1_000_000_000;

    private final PictureRate rate = new PictureRate(Duration.ofSeconds(5), 1_000);

    private boolean isTooLow(long picture, int second) {
        return rate.isTooLow(picture, second * SECOND);
    }

    @Test
    void isTooLowWhenAWholeWindowBroughtLess() {
        assertThat(isTooLow(1, 0)).isFalse();
        rate.taken(4_999);
        assertThat(isTooLow(1, 4)).isFalse();
        assertThat(rate.waitNanos(4 * SECOND, Long.MAX_VALUE)).isEqualTo(SECOND);
        assertThat(isTooLow(1, 5)).isTrue();
    }

    @Test
    void countsEachWindowByItself() {
        assertThat(isTooLow(1, 0)).isFalse();
        rate.taken(1_000_000);
        assertThat(isTooLow(1, 5)).isFalse();
        rate.taken(5_000);
        assertThat(isTooLow(1, 10)).isFalse();
        assertThat(isTooLow(1, 15)).isTrue();
    }

    @Test
    void beginsAnewWithTheNextPicture() {
        assertThat(isTooLow(1, 0)).isFalse();
        assertThat(isTooLow(2, 4)).isFalse();
        assertThat(isTooLow(2, 8)).isFalse();
        assertThat(isTooLow(2, 9)).isTrue();
    }

    @Test
    void timeInWhichNothingWaitsForThePeerIsNotItsFault() {
        assertThat(isTooLow(1, 0)).isFalse();
        rate.rest();
        assertThat(rate.waitNanos(4 * SECOND, 9 * SECOND)).isEqualTo(9 * SECOND);
        assertThat(isTooLow(1, 5)).isFalse();
    }

    @Test
    void isNeverTooLowWithoutAPictureOrWithoutALimit() {
        assertThat(isTooLow(0, 0)).isFalse();
        assertThat(isTooLow(0, 60)).isFalse();
        PictureRate any = new PictureRate(Duration.ofSeconds(5), 0);
        assertThat(any.isTooLow(1, 0)).isFalse();
        assertThat(any.isTooLow(1, 60 * SECOND)).isFalse();
    }
}
