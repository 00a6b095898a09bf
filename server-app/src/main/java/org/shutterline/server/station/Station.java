package org.shutterline.server.station;

import java.util.Optional;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.TriggerRequest;

/** Whether a station takes a trigger, and what it counts: a state machine without threads and without a clock. Not thread-safe. */
final class Station {
    /** So many changes of its job may wait or run. */
    static final int MOST_JOB_CHANGES = 64;

    private final StationPlan plan;
    private final OnceMemory once;
    private String job = "";
    private String jobVersion = "";
    private Optional<String> jobFault = Optional.empty();
    private Optional<String> jobRemark = Optional.empty();
    private boolean online;
    private boolean stopping;
    private boolean capturing;
    private int jobChanges;
    private int retouches;
    private int inInspection;
    private Optional<String> cameraFault = Optional.of("the camera has not been opened yet");
    private Optional<String> toolFault = Optional.empty();
    private long lastId;
    private long ok;
    private long ng;
    private long unknown;
    private long refused;
    private long resetId;

    Station(StationPlan plan) {
        this.plan = plan;
        this.once = new OnceMemory(plan.onceTriggers(), plan.onceMs());
    }

    /** Takes up again what it knew before a restart. */
    void recall(StationMemory memory) {
        ok = memory.ok();
        ng = memory.ng();
        unknown = memory.unknown();
        refused = memory.refused();
        resetId = memory.resetId();
    }

    OnceMemory once() {
        return once;
    }

    void lastIdWas(long id) {
        lastId = id;
    }

    /**
     * What a trigger gets, in the order of checks that the contract gives: a wrong repetition, a repetition, offline,
     * fault, storage, busy. Empty means: take it.
     *
     * @param stale the line had waited while the whole program stood still: its part has gone by
     */
    Optional<Reply> answer(TriggerRequest request, boolean stale, boolean storageSafe, long nowMs) {
        Optional<OnceMemory.Known> known = request.once().flatMap(key -> once.find(key, nowMs));
        if (known.isPresent()) {
            return Optional.of(repetition(request, known.get()));
        }
        return refusal(stale, storageSafe).map(code -> {
            refused++;
            return new Reply.Refused(code);
        });
    }

    private static Reply repetition(TriggerRequest request, OnceMemory.Known known) {
        if (!known.part().equals(request.part())) {
            return new Reply.Refused(Code.WRONG_ARGUMENT, "this once key belongs to another part");
        }
        return known.result().<Reply>map(Reply.Repeated::new).orElseGet(() -> new Reply.Accepted(known.id(), true));
    }

    private Optional<Code> refusal(boolean stale, boolean storageSafe) {
        if (!online || stopping) {
            return Optional.of(Code.STATION_OFFLINE);
        }
        if (fault().isPresent()) {
            return Optional.of(Code.STATION_FAULT);
        }
        if (!storageSafe) {
            return Optional.of(Code.STORAGE_FAILED);
        }
        return isBusy() || stale ? Optional.of(Code.STATION_BUSY) : Optional.empty();
    }

    void accepted(long id, TriggerRequest request, long nowMs) {
        capturing = true;
        once.accepted(id, request, nowMs);
    }

    /** The camera delivered, or gave up. */
    void captureEnded(boolean toInspect) {
        capturing = false;
        if (toInspect) {
            inInspection++;
        }
    }

    void inspectionEnded() {
        inInspection--;
    }

    void kept(InspectionResult result) {
        lastId = Math.max(lastId, result.id());
        once.kept(result);
        if (result.id() > resetId) {
            count(result);
        }
    }

    private void count(InspectionResult result) {
        switch (result.verdict()) {
            case OK -> ok++;
            case NG -> ng++;
            case UNKNOWN -> unknown++;
        }
    }

    /** Counters start anew; results up to this id count no more. */
    void resetCounters(long upToId) {
        resetId = upToId;
        ok = 0;
        ng = 0;
        unknown = 0;
        refused = 0;
    }

    void online(boolean yes) {
        online = yes;
    }

    /** The program ends: no more triggers, but it will be online again if it is now. */
    void stopping() {
        stopping = true;
    }

    boolean isOnline() {
        return online;
    }

    void cameraFault(Optional<String> why) {
        cameraFault = why;
    }

    void toolFault(Optional<String> why) {
        toolFault = why;
    }

    /** From now on it is busy, until as many have ended; false if a retouch runs, or too many wait already. */
    boolean beginJobChange() {
        if (retouches > 0 || jobChanges == MOST_JOB_CHANGES) {
            return false;
        }
        jobChanges++;
        return true;
    }

    void endJobChange() {
        jobChanges--;
    }

    /** From now on it is busy, until as many have ended; false if the job itself is being changed. */
    boolean beginRetouch() {
        if (isJobChanging()) {
            return false;
        }
        retouches++;
        return true;
    }

    void endRetouch() {
        retouches--;
    }

    /** Whether it will judge by another job soon, not only by another content of this one. */
    boolean isJobChanging() {
        return jobChanges > 0;
    }

    private boolean isChanging() {
        return isJobChanging() || retouches > 0;
    }

    /** Nothing runs, so the job can be changed. */
    boolean isIdle() {
        return !capturing && inInspection == 0;
    }

    /** Judges by this one from now on; what was wrong with the one before does not matter any more. */
    void job(String name, String version) {
        job = name;
        jobVersion = version;
        jobFault = Optional.empty();
        jobRemark = Optional.empty();
    }

    /** Cannot judge by its job. */
    void jobFault(Optional<String> why) {
        jobFault = why;
    }

    /** Judges, but by another job than people may think. */
    void jobRemark(Optional<String> what) {
        jobRemark = what;
    }

    boolean hasJobFault() {
        return jobFault.isPresent();
    }

    String job() {
        return job;
    }

    private boolean isBusy() {
        return capturing || isChanging() || inInspection >= plan.mostInInspection();
    }

    private Optional<String> fault() {
        return jobFault.or(() -> cameraFault).or(() -> toolFault);
    }

    private StationState state() {
        if (fault().isPresent()) {
            return StationState.FAULT;
        }
        if (!online) {
            return StationState.OFFLINE;
        }
        return isBusy() ? StationState.BUSY : StationState.READY;
    }

    StationStatus status() {
        String why = fault().or(() -> jobRemark).orElse("");
        return new StationStatus(plan.number(), state(), job, lastId, ok, ng, unknown, refused, why);
    }

    StationMemory memory() {
        return new StationMemory(plan.number(), job, jobVersion, online, ok, ng, unknown, refused, resetId);
    }
}
