package org.shutterline.server.monitor;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.archive.HistoryQuery;

/**
 * Which results the technician wants to see.
 *
 * @param from not before this time
 * @param to before this time
 * @param part a piece of the part's name; empty for all
 * @param verdicts any of these; empty for all
 */
public record HistoryFilter(
        Optional<Instant> from, Optional<Instant> to, String part, Set<Verdict> verdicts, OptionalInt station) {
    public static final HistoryFilter NEWEST =
            new HistoryFilter(Optional.empty(), Optional.empty(), "", Set.of(), OptionalInt.empty());

    public HistoryFilter {
        verdicts = Set.copyOf(verdicts);
    }

    HistoryQuery query(int most) {
        return new HistoryQuery(from, to, part, verdicts, station, most, OptionalLong.empty());
    }
}
