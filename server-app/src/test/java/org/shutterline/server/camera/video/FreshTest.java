package org.shutterline.server.camera.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.shutterline.server.spi.Exposure.Freshness;

class FreshTest {
    private static final Latency NONE_AND_200 = new Latency(0, 200);

    @Test
    void aStampByOurClockCountsAlone() {
        assertThat(new Fresh(1, 5_000, OptionalLong.of(1_000)).isAfter(1_000, NONE_AND_200))
                .isTrue();
        assertThat(new Fresh(1, 5_000, OptionalLong.of(999)).isAfter(1_000, NONE_AND_200))
                .isFalse();
        assertThat(new Fresh(1, 5_000, OptionalLong.of(999)).exposure().freshness())
                .isEqualTo(Freshness.STAMP);
    }

    @Test
    void withoutAStampItMustArriveTheWholeLatencyAfterTheTrigger() {
        assertThat(new Fresh(1, 1_199, OptionalLong.empty()).isAfter(1_000, NONE_AND_200))
                .isFalse();
        assertThat(new Fresh(1, 1_200, OptionalLong.empty()).isAfter(1_000, NONE_AND_200))
                .isTrue();
        assertThat(new Fresh(1, 1_200, OptionalLong.empty()).exposure().freshness())
                .isEqualTo(Freshness.ARRIVAL);
    }
}
