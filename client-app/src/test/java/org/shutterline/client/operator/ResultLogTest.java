package org.shutterline.client.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Verdict;

class ResultLogTest {
    private static final Instant START = Samples.START.toInstant();

    private final ResultLog log = new ResultLog();

    @Test
    void tellsHowManyComeInAMinuteHoweverManyThatAre() {
        for (int n = 0; n < 6_000; n++) {
            log.arrived(START.plusMillis(10L * n));
        }
        assertThat(log.counts(START.plusSeconds(60)).perMinute().getAsDouble()).isBetween(5_990.0, 6_010.0);
    }

    @Test
    void remembersNoMoreArrivalsThanItNeeds() {
        long before = heapBytes();
        for (int n = 0; n < 1_000_000; n++) {
            log.arrived(START.plusNanos(n));
        }
        assertThat(heapBytes() - before).isLessThan(5_000_000);
        assertThat(log.counts(START.plus(Duration.ofSeconds(1))).perMinute()).isPresent();
    }

    @Test
    void keepsFewerOfThoseThatAreTooLongAndCountsAllOfThem() {
        String part = "x".repeat(1_000_000);
        for (int id = 1; id <= 100; id++) {
            log.add(Samples.result(id, Verdict.OK, part + id));
        }
        assertThat(log.last(1_000)).hasSizeBetween(5, 20);
        assertThat(log.newestId()).isEqualTo(100);
        assertThat(log.counts(START).ok()).isEqualTo(100);
    }

    @Test
    void keepsAThousandOfThoseThatAStationTells() {
        for (int id = 1; id <= 1_500; id++) {
            log.add(Samples.result(id, Verdict.OK));
        }
        assertThat(log.last(2_000)).hasSize(1_000);
    }

    private static long heapBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
