package org.shutterline.protocol.message;

/**
 * How a station stands.
 *
 * @param station 1 to 99
 * @param state FAULT is told before OFFLINE before BUSY
 * @param job the name of the active job
 * @param lastId the id of its last result, 0 when there is none
 * @param ok results since the counters were reset
 * @param ng likewise
 * @param unknown likewise
 * @param refused triggers that got an error and no id
 * @param why what is wrong, in plain words: why it is FAULT, or what else people should know; empty otherwise
 */
public record StationStatus(
        int station,
        StationState state,
        String job,
        long lastId,
        long ok,
        long ng,
        long unknown,
        long refused,
        String why) {
    /** Accepted triggers that have a result: {@code ok + ng + unknown}. */
    public long triggers() {
        return ok + ng + unknown;
    }
}
