package org.shutterline.server.archive;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/**
 * Which result was the first of each day, by the archive's own count of days, and from which result on pictures are young
 * enough. Days begin on the thread {@code archive}; {@link #youngFrom} may be asked by all.
 */
final class Days {
    private static final long NOTED_S = TimeUnit.HOURS.toSeconds(1);

    private final AgeClock clock;
    private final Committer committer;
    private long today = -1;
    private long notedS;
    /** Those of today and later are young, whatever is written already. */
    private volatile long firstOfToday;

    /** @param next the next id */
    Days(AgeClock clock, Committer committer, long next) {
        this.clock = clock;
        this.committer = committer;
        this.firstOfToday = next;
    }

    /** What is there already, of which no day is known, counts as of today. */
    void begin() {
        long day = clock.day();
        committer.later(ledger -> {
            if (ledger.number("SELECT count(*) FROM day") == 0) {
                first(ledger, day, 0);
            }
        });
    }

    /** This result is durable. */
    void stored(long id) {
        long day = clock.day();
        if (day != today) {
            today = day;
            firstOfToday = id;
            committer.later(ledger -> first(ledger, day, id));
        }
        if (clock.seconds() - notedS >= NOTED_S) {
            notedS = clock.seconds();
            committer.later(this::note);
        }
    }

    private static void first(Ledger ledger, long day, long id) throws SQLException {
        ledger.update("INSERT OR IGNORE INTO day(day, first) VALUES(?,?)", day, id);
    }

    /** For the next start. */
    void note(Ledger ledger) throws SQLException {
        Marks.write(ledger, Marks.CLOCK, clock.seconds());
    }

    /** Results before this one are older than so many days. */
    long youngFrom(int days, Lookups lookups) {
        return lookups
                .rows("SELECT coalesce(min(first), -1) FROM day WHERE day>?", row -> row.getLong(1), clock.day() - days)
                .stream()
                .filter(first -> first >= 0)
                .reduce(firstOfToday, Math::min);
    }
}
