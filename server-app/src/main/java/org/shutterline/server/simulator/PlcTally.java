package org.shutterline.server.simulator;

import java.util.EnumMap;
import java.util.Map;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Verdict;

/** Counts for one run. Used by one thread. */
final class PlcTally {
    private final Map<Count, Long> counts = new EnumMap<>(Count.class);
    private final Map<Code, Long> refused = new EnumMap<>(Code.class);
    private final Latencies latencies = new Latencies();

    void add(Count count) {
        counts.merge(count, 1L, Long::sum);
    }

    void add(Verdict verdict) {
        add(
                switch (verdict) {
                    case OK -> Count.OK;
                    case NG -> Count.NG;
                    case UNKNOWN -> Count.UNKNOWN;
                });
    }

    void refused(Code code) {
        add(Count.REFUSED);
        refused.merge(code, 1L, Long::sum);
    }

    void took(double ms) {
        latencies.add(ms);
    }

    long of(Count count) {
        return counts.getOrDefault(count, 0L);
    }

    PlcCounts counts() {
        return new PlcCounts(counts, refused, latencies.figures());
    }
}
