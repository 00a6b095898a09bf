package org.shutterline.server.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.StageSummary;
import org.shutterline.protocol.message.StageTime;

class StageStatisticsTest {
    private final StageStatistics statistics = new StageStatistics();

    @Test
    void givesPercentilesByNearestRankAndTheLastTime() {
        IntStream.rangeClosed(1, 100).forEach(ms -> statistics.add(1, List.of(new StageTime("picture", ms)), ms + 1));
        statistics.add(1, List.of(new StageTime("picture", 0.5)), 1.5);
        assertThat(statistics.of(1))
                .containsExactly(
                        new StageSummary("picture", 0.5, 50, 95, 99), new StageSummary("all", 1.5, 51, 96, 100));
    }

    @Test
    void forgetsAllButTheLastThousand() {
        statistics.add(1, List.of(new StageTime("picture", 1_000_000)), 1_000_000);
        IntStream.range(0, 1_000).forEach(n -> statistics.add(1, List.of(new StageTime("picture", 1)), 1));
        assertThat(statistics.of(1).get(0).p99()).isEqualTo(1);
    }

    @Test
    void keepsStationsAndStagesApart() {
        statistics.add(1, List.of(new StageTime("picture", 1), new StageTime("inspection", 2)), 3);
        statistics.add(2, List.of(new StageTime("picture", 3)), 3);
        assertThat(statistics.of(1)).extracting(StageSummary::stage).containsExactly("picture", "inspection", "all");
        assertThat(statistics.of(2)).hasSize(2);
        assertThat(statistics.of(3)).isEmpty();
    }

    @Test
    void takesThePercentilesOfTheWholeFromWholes() {
        statistics.add(1, List.of(new StageTime("picture", 1), new StageTime("inspection", 9)), 10);
        statistics.add(1, List.of(new StageTime("picture", 9), new StageTime("inspection", 1)), 10);
        assertThat(statistics.of(1)).last().isEqualTo(new StageSummary("all", 10, 10, 10, 10));
    }

    @Test
    void countsTheWholeOfWhatWasCutOff() {
        statistics.add(1, List.of(new StageTime("storing", 4), new StageTime("answer", 1)), 240);
        assertThat(statistics.of(1)).last().isEqualTo(new StageSummary("all", 240, 240, 240, 240));
    }
}
