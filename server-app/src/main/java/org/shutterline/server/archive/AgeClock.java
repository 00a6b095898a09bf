package org.shutterline.server.archive;

import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The days that really went by, whatever the clock on the wall is set to: while the server runs they are counted from the
 * time since its start, and between two runs the wall is believed as far as a machine may have been off. A clock that is
 * set ahead or back makes no picture older. Safe for all threads.
 */
final class AgeClock {
    /** The longest that a machine is believed to have been off. */
    static final Duration LONGEST_OFF = Duration.ofDays(31);

    private static final Logger LOG = LoggerFactory.getLogger(AgeClock.class);
    private static final long DAY_S = Duration.ofDays(1).toSeconds();

    private final long startS;
    private final LongSupplier nanos;
    private final long startNanos;

    /**
     * @param before what it told last in the run before, 0 if there was none
     * @param nanos time that goes on evenly, as {@link System#nanoTime}
     */
    AgeClock(Clock wall, long before, LongSupplier nanos) {
        this.nanos = nanos;
        this.startNanos = nanos.getAsLong();
        this.startS = start(wall.instant().getEpochSecond(), before);
    }

    private static long start(long wallS, long before) {
        long off = wallS - before;
        if (before == 0 || off >= 0 && off <= LONGEST_OFF.toSeconds()) {
            return wallS;
        }
        LOG.warn(
                "the clock stands {} days {} the end of the run before: no picture grows older by that",
                Math.abs(off) / DAY_S,
                off < 0 ? "before" : "after");
        return before;
    }

    long seconds() {
        return startS + Duration.ofNanos(nanos.getAsLong() - startNanos).toSeconds();
    }

    /** Rises by one a day. */
    long day() {
        return Math.floorDiv(seconds(), DAY_S);
    }
}
