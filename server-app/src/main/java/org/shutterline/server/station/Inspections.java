package org.shutterline.server.station;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which pictures take up places in the inspection of a station, and what those of tools mean that do not return. */
final class Inspections implements Lanes.Substitution {
    private static final Logger LOG = LoggerFactory.getLogger(Inspections.class);

    private final int station;
    private final Guard guard;
    private final ActiveJob job;
    private final Lanes lanes;

    /**
     * @param takeUp asked by a lane for the picture of the next run; empty if it is not wanted any more
     * @param done told what became of it
     */
    Inspections(
            String name,
            StationPlan plan,
            Guard guard,
            ActiveJob job,
            Function<Run, Optional<Lanes.Piece>> takeUp,
            Lanes.Done done) {
        this.station = plan.number();
        this.guard = guard;
        this.job = job;
        long judgeNanos = TimeUnit.MILLISECONDS.toNanos(plan.deadlineMs() - plan.reserveMs());
        this.lanes = new Lanes(name, plan.mostInInspection(), judgeNanos, takeUp, done, this);
    }

    Lanes lanes() {
        return lanes;
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

    /** One has not returned a while after its deadline. The first has a substitute; at the second the station is at fault. */
    void late(Run run) {
        if (!lanes.overdue(run)) {
            return;
        }
        synchronized (guard.lock) {
            if (lanes.hasSubstitute()) {
                left(run);
            }
            if (lanes.isStuck()) {
                String why = "a tool of job " + run.job.name() + " does not return";
                guard.station.toolFault(Optional.of(why));
                LOG.error("station {}: {}", station, why);
            }
        }
        guard.changed();
    }

    /** Of the job that is active in the end: it may be changed meanwhile. */
    @Override
    public void prepare(int lane) {
        PreparedJob now;
        do {
            now = job.prepared();
            try {
                now.take(lane);
                now.giveBack(lane);
            } catch (IllegalStateException replaced) {
                LOG.debug("station {}: its job was changed while a substitute was set up", station);
            }
        } while (now != job.prepared());
    }

    /** Others can be inspected in the place of one that does not return. */
    @Override
    public void ready() {
        synchronized (guard.lock) {
            lanes.lost().forEach(this::left);
            returned();
        }
        guard.changed();
    }
}
