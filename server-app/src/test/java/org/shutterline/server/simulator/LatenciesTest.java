package org.shutterline.server.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LatenciesTest {
    private final Latencies latencies = new Latencies();

    @Test
    void tellsByNearestRank() {
        for (int ms = 1; ms <= 1_000; ms++) {
            latencies.add(ms);
        }

        assertThat(latencies.figures().p50Ms()).isEqualTo(500, within(1.0));
        assertThat(latencies.figures().p90Ms()).isEqualTo(900, within(1.0));
        assertThat(latencies.figures().p99Ms()).isEqualTo(990, within(1.0));
        assertThat(latencies.figures().maxMs()).isEqualTo(1_000);
    }

    @Test
    void isFineWhereStationsAreFast() {
        for (int i = 0; i < 99; i++) {
            latencies.add(1.234);
        }
        latencies.add(80_000);

        assertThat(latencies.figures().p90Ms()).isEqualTo(1.234, within(0.01));
        assertThat(latencies.figures().maxMs()).isEqualTo(80_000);
    }

    @Test
    void oneTimeIsAllFigures() {
        latencies.add(7.5);

        assertThat(latencies.figures().p50Ms()).isEqualTo(7.5);
        assertThat(latencies.figures().p99Ms()).isEqualTo(7.5);
    }

    @Test
    void noTimesAreNone() {
        assertThat(latencies.figures()).isEqualTo(PlcCounts.NONE.latency());
    }
}
