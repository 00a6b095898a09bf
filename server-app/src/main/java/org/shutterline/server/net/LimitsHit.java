package org.shutterline.server.net;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts how often each limit was hit since the start. The log has the first hit of a limit, and then one line for all of
 * ten seconds: whoever hits limits must not fill the disk with it. Thread-safe.
 */
public final class LimitsHit {
    private static final Logger LOG = LoggerFactory.getLogger(LimitsHit.class);
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final LongSupplier nanos;
    private final Map<Limit, Hits> hits = new EnumMap<>(Limit.class);

    public LimitsHit() {
        this(System::nanoTime);
    }

    /** @param nanos the clock */
    LimitsHit(LongSupplier nanos) {
        this.nanos = nanos;
        for (Limit limit : Limit.values()) {
            hits.put(limit, new Hits());
        }
    }

    /** @param who hit it, in visible characters */
    void count(Limit limit, String who) {
        Hits of = hits.get(limit);
        of.all.increment();
        of.tell(nanos.getAsLong())
                .ifPresent(times -> LOG.warn("limit {} hit by {}, {} times lately", limit.id(), who, times));
    }

    /** Of every limit, how often. */
    public Map<Limit, Long> counts() {
        Map<Limit, Long> counts = new EnumMap<>(Limit.class);
        hits.forEach((limit, of) -> counts.put(limit, of.all.sum()));
        return Collections.unmodifiableMap(counts);
    }

    private static final class Hits {
        private final LongAdder all = new LongAdder();
        private long untold;
        private boolean toldOnce;
        private long toldNanos;

        /** How many to tell of now, if the time has come. */
        synchronized OptionalLong tell(long now) {
            untold++;
            if (toldOnce && now - toldNanos < QUIET_NANOS) {
                return OptionalLong.empty();
            }
            toldOnce = true;
            toldNanos = now;
            long times = untold;
            untold = 0;
            return OptionalLong.of(times);
        }
    }
}
