package org.shutterline.server.archive;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.shutterline.protocol.message.Verdict;

/**
 * Which results someone wants to see, newest first.
 *
 * @param from not before this time, if given
 * @param to before this time, if given
 * @param part a piece of the part's name, upper or lower case alike; empty for all
 * @param verdicts any of these; empty for all
 * @param station of this one, if given
 * @param most 1 to 1,000
 * @param beforeId only ids below this one, if given: the last id of the page before
 */
public record HistoryQuery(
        Optional<Instant> from,
        Optional<Instant> to,
        String part,
        Set<Verdict> verdicts,
        OptionalInt station,
        int most,
        OptionalLong beforeId) {
    /** The newest of all. */
    public static HistoryQuery newest(int most) {
        return new HistoryQuery(
                Optional.empty(), Optional.empty(), "", Set.of(), OptionalInt.empty(), most, OptionalLong.empty());
    }

    public HistoryQuery {
        verdicts = Set.copyOf(verdicts);
        if (most < 1 || most > 1_000) {
            throw new IllegalArgumentException("a page has 1 to 1,000 results, not " + most);
        }
    }

    /** The same question of one station. */
    public HistoryQuery of(int number) {
        return new HistoryQuery(from, to, part, verdicts, OptionalInt.of(number), most, beforeId);
    }

    /** The same question for the page after the one that ended with this id. */
    public HistoryQuery before(long id) {
        return new HistoryQuery(from, to, part, verdicts, station, most, OptionalLong.of(id));
    }
}
