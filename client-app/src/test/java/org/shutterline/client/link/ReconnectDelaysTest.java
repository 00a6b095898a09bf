package org.shutterline.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReconnectDelaysTest {
    @Test
    void doublesFromAQuarterSecondToFiveSeconds() {
        ReconnectDelays delays = new ReconnectDelays(() -> 0);
        assertThat(Stream.generate(delays::next).limit(7).map(Duration::toMillis))
                .containsExactly(250L, 500L, 1_000L, 2_000L, 4_000L, 5_000L, 5_000L);
    }

    @Test
    void isAtMostAFifthShorterByChance() {
        ReconnectDelays delays = new ReconnectDelays(() -> 1);
        assertThat(delays.next()).isEqualTo(Duration.ofMillis(200));
        assertThat(delays.next()).isEqualTo(Duration.ofMillis(400));
    }

    @Test
    void beginsAnewOnceAConnectionStood() {
        ReconnectDelays delays = new ReconnectDelays(() -> 0);
        delays.next();
        delays.next();
        delays.restart();
        assertThat(delays.next()).isEqualTo(Duration.ofMillis(250));
    }
}
