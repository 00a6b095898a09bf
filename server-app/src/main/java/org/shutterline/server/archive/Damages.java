package org.shutterline.server.archive;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was found damaged since the start, each thing once. Bounded; safe for all threads. */
final class Damages {
    static final int MOST = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Damages.class);

    private final Clock clock;
    private final Map<String, Trouble> found = new LinkedHashMap<>();

    Damages(Clock clock) {
        this.clock = clock;
    }

    /** @param what names the file or row, in words */
    void found(String what) {
        synchronized (found) {
            if (found.size() >= MOST || found.containsKey(what)) {
                return;
            }
            found.put(what, new Trouble(clock.instant(), what));
        }
        LOG.error("{}", what);
    }

    /** In the order in which they were found; {@link #MOST} at most. */
    List<Trouble> all() {
        synchronized (found) {
            return new ArrayList<>(found.values());
        }
    }
}
