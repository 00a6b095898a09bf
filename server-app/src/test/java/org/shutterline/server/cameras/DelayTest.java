package org.shutterline.server.cameras;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shutterline.server.guard.Latency;

class DelayTest {
    private static Delay.Stage ofSeen(int changes, Long... nanos) {
        return Delay.ended("found.video.1", new Latency(changes, List.of(nanos), 40_000_000))
                .stage();
    }

    @Test
    void tellsWhyThereIsNoTime() {
        assertThat(ofSeen(0)).isEqualTo(Delay.Stage.NO_PICTURE);
        assertThat(ofSeen(3)).isEqualTo(Delay.Stage.NOT_SEEN);
        assertThat(ofSeen(5, 80L, 90L)).isEqualTo(Delay.Stage.NOT_SEEN);
        assertThat(ofSeen(6, 80L, 90L, 70L)).isEqualTo(Delay.Stage.MEASURED);
    }
}
