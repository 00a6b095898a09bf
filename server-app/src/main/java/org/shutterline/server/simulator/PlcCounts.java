package org.shutterline.server.simulator;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shutterline.protocol.message.Code;

/**
 * What came of a PLC's triggers so far. Immutable.
 *
 * @param counts those that are not 0
 * @param refused triggers by the code of their refusal
 * @param latency from a trigger that was sent to its result
 */
public record PlcCounts(Map<Count, Long> counts, Map<Code, Long> refused, Latency latency) {
    public static final PlcCounts NONE = new PlcCounts(Map.of(), Map.of(), new Latency(0, 0, 0, 0));

    private static final List<Count> UNCLEAN =
            List.of(Count.LOST, Count.NOT_UNDERSTOOD, Count.NO_CONNECTION, Count.READ_OTHERWISE);
    private static final List<Count> OUTCOMES = List.of(
            Count.OK,
            Count.NG,
            Count.UNKNOWN,
            Count.REFUSED,
            Count.ABANDONED,
            Count.UNENDED,
            Count.LOST,
            Count.NOT_UNDERSTOOD);

    public PlcCounts {
        counts = Map.copyOf(counts);
        refused = Collections.unmodifiableMap(new TreeMap<>(refused));
    }

    /** In ms; all 0 before the first result. */
    public record Latency(double p50Ms, double p90Ms, double p99Ms, double maxMs) {}

    public long of(Count count) {
        return counts.getOrDefault(count, 0L);
    }

    public long reconnects() {
        return Math.max(0, of(Count.CONNECTIONS) - 1);
    }

    /** Whether every trigger has exactly one outcome. */
    public boolean addUp() {
        return of(Count.SENT) == OUTCOMES.stream().mapToLong(this::of).sum();
    }

    /** Whether every trigger has an answer that was understood, except for those that the PLC itself gave up. */
    public boolean isClean() {
        return of(Count.SENT) > 0 && UNCLEAN.stream().allMatch(count -> of(count) == 0);
    }
}
