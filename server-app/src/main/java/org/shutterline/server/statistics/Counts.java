package org.shutterline.server.statistics;

import java.util.List;
import java.util.OptionalDouble;
import org.shutterline.protocol.message.Verdict;

/** How many parts are OK, NG and UNKNOWN. */
public record Counts(long ok, long ng, long unknown) {
    public long all() {
        return ok + ng + unknown;
    }

    /** How many of hundred are OK; empty without a part. */
    public OptionalDouble yieldPercent() {
        return percent(ok, all());
    }

    static OptionalDouble percent(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * part / whole);
    }

    /** The same parts, those that people looked at as they said. */
    Counts corrected(List<StatisticsSource.Said> said) {
        return new Counts(
                ok + moved(said, Verdict.OK), ng + moved(said, Verdict.NG), unknown + moved(said, Verdict.UNKNOWN));
    }

    private static long moved(List<StatisticsSource.Said> said, Verdict verdict) {
        return said.stream().filter(part -> part.person() == verdict).count()
                - said.stream().filter(part -> part.judged() == verdict).count();
    }
}
