package org.shutterline.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class AcknowledgementTest {
    private final Acknowledgement acknowledgement = new Acknowledgement();

    private boolean look(long sent, long onTheirWay) {
        return acknowledgement.isMissing(sent, OptionalLong.of(onTheirWay));
    }

    @Test
    void fourLooksThatSeeNoMoreThanTheFirstAreEnough() {
        assertThat(look(100, 10)).isFalse();
        assertThat(look(100, 10)).isFalse();
        assertThat(look(150, 60)).isFalse();
        assertThat(look(150, 60)).isFalse();
        assertThat(look(150, 60)).isTrue();
    }

    @Test
    void whoTakesALittleEverySecondIsThere() {
        for (int sent = 100; sent < 200; sent++) {
            assertThat(look(sent, 50)).isFalse();
        }
    }

    @Test
    void oneByteBeginsTheCountAnew() {
        for (int i = 0; i < 4; i++) {
            assertThat(look(100, 10)).isFalse();
        }
        assertThat(look(100, 9)).isFalse();
        for (int i = 0; i < 3; i++) {
            assertThat(look(100, 9)).isFalse();
        }
        assertThat(look(100, 9)).isTrue();
    }

    @Test
    void aMomentWithNothingOnItsWayBeginsTheCountAnew() {
        for (int i = 0; i < 4; i++) {
            look(100, 10);
        }
        assertThat(acknowledgement.isMissing(100, OptionalLong.empty())).isFalse();
        assertThat(look(110, 10)).isFalse();
    }
}
