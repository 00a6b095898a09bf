package org.shutterline.server.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a run came to, as lines for people. */
public final class PlcReport {
    private PlcReport() {}

    public static List<String> lines(PlcCounts counts) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "triggers %d: OK %d, NG %d, UNKNOWN %d, refused %d, abandoned %d, without end %d, lost %d, not understood %d",
                counts.of(Count.SENT),
                counts.of(Count.OK),
                counts.of(Count.NG),
                counts.of(Count.UNKNOWN),
                counts.of(Count.REFUSED),
                counts.of(Count.ABANDONED),
                counts.of(Count.UNENDED),
                counts.of(Count.LOST),
                counts.of(Count.NOT_UNDERSTOOD)));
        if (!counts.refused().isEmpty()) {
            lines.add("refused by code: "
                    + counts.refused().entrySet().stream()
                            .map(entry -> entry.getKey().digits() + " "
                                    + entry.getKey().text() + " " + entry.getValue())
                            .collect(Collectors.joining(", ")));
        }
        lines.add(String.format(
                Locale.ROOT,
                "connections: reconnects %d, none to be had %d; programs changed %d, refused %d; read again %d, otherwise %d",
                counts.reconnects(),
                counts.of(Count.NO_CONNECTION),
                counts.of(Count.PROGRAMS),
                counts.of(Count.PROGRAMS_REFUSED),
                counts.of(Count.READS),
                counts.of(Count.READ_OTHERWISE)));
        PlcCounts.Latency latency = counts.latency();
        lines.add(String.format(
                Locale.ROOT,
                "latency ms: p50 %.2f, p90 %.2f, p99 %.2f, max %.2f",
                latency.p50Ms(),
                latency.p90Ms(),
                latency.p99Ms(),
                latency.maxMs()));
        return lines;
    }
}
