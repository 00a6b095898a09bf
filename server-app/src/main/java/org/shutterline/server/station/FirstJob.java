package org.shutterline.server.station;

import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.plugin.BadSetting;

/**
 * The job with which a station begins, set up already; or that there is none, and why. Whoever makes one hands it to a
 * station, which closes it.
 */
public final class FirstJob {
    private final PreparedJob prepared;
    private final Optional<String> fault;
    private final Optional<String> remark;

    private FirstJob(PreparedJob prepared, Optional<String> fault, Optional<String> remark) {
        this.prepared = prepared;
        this.fault = fault;
        this.remark = remark;
    }

    /** @throws BadSetting if a tool cannot be made, or is not made in time */
    public static FirstJob of(Job job, StationPlan plan) {
        return new FirstJob(SetUp.USUAL.prepared(job, plan.mostInInspection()), Optional.empty(), Optional.empty());
    }

    /**
     * In place of a job that cannot be set up: the station is faulty until somebody activates one that can.
     *
     * @param version is remembered, so that a restart tries it again
     * @param why names the job, the place, and what was expected
     */
    public static FirstJob none(String name, String version, String why, StationPlan plan) {
        Job nothing = new Job(name, version, List.of(), List.of(), (wanted, place) -> {
            throw new BadSetting(place, "expected a job that is set up");
        });
        return new FirstJob(SetUp.USUAL.prepared(nothing, plan.mostInInspection()), Optional.of(why), Optional.empty());
    }

    /** The same, and the station tells this of it until another job is activated. */
    public FirstJob remarking(String what) {
        return new FirstJob(prepared, fault, Optional.of(what));
    }

    public String name() {
        return prepared.name();
    }

    public String version() {
        return prepared.version();
    }

    /** Why the station cannot judge; empty if it can. */
    public Optional<String> fault() {
        return fault;
    }

    /** What people should know of it. */
    public Optional<String> remark() {
        return remark;
    }

    PreparedJob prepared() {
        return prepared;
    }
}
