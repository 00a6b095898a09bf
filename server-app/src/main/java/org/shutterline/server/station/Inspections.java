package org.shutterline.server.station;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which pictures take up places in the inspection of a station, and what those of tools mean that do not return. */
final class Inspections {
    private static final Logger LOG = LoggerFactory.getLogger(Inspections.class);

    private final int station;
    private final Guard guard;
    private final Lanes lanes;

    Inspections(int station, Guard guard, Lanes lanes) {
        this.station = station;
        this.guard = guard;
        this.lanes = lanes;
    }

    /** It is not wanted any more, or was judged; its place is free unless it was before. With the lock held. */
    void left(Run run) {
        if (run.leavesInspection()) {
            guard.station.inspectionEnded();
            guard.lock.notifyAll();
        }
    }

    /** One returned, whenever. With the lock held. */
    void returned() {
        if (!lanes.isStuck()) {
            guard.station.toolFault(Optional.empty());
        }
    }

    /** One has not returned a while after its deadline. The first is given up; at the second the station is at fault. */
    void late(Run run) {
        Lanes.Late late = lanes.overdue(run);
        if (late == Lanes.Late.RETURNED) {
            return;
        }
        synchronized (guard.lock) {
            left(run);
            if (late == Lanes.Late.STUCK) {
                String why = "a tool of job " + run.job.name() + " does not return";
                guard.station.toolFault(Optional.of(why));
                LOG.error("station {}: {}", station, why);
            }
        }
        guard.changed();
    }
}
