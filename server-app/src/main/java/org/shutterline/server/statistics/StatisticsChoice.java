package org.shutterline.server.statistics;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import org.shutterline.server.archive.FiguresQuery;

/**
 * Of which results the statistics are.
 *
 * @param from of a period of one's own: not before this time, if given
 * @param to of a period of one's own: before this time, if given
 * @param station of this one, if given
 * @param job judged by this one, if given
 */
public record StatisticsChoice(
        Period period, Optional<Instant> from, Optional<Instant> to, OptionalInt station, Optional<String> job) {
    public static final StatisticsChoice TODAY = new StatisticsChoice(
            Period.TODAY, Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty());

    FiguresQuery query(Instant now, ZoneId zone, int most) {
        boolean own = period == Period.OWN;
        return new FiguresQuery(
                own ? from : period.from(now, zone), own ? to : period.to(now, zone), station, job, most);
    }
}
