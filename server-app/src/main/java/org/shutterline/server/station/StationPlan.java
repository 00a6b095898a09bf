package org.shutterline.server.station;

/**
 * How a station is set up.
 *
 * @param number 1 to 99
 * @param deadlineMs by when an accepted trigger is answered, 50 to 600,000
 * @param mostInInspection how many pictures may be in inspection at once, 1 to 8
 * @param inTriggerAll whether a trigger of all stations includes it
 * @param onceTriggers within how many of its last triggers an idempotency key is remembered, 1 to 10,000
 * @param onceMs and for how long
 */
public record StationPlan(
        int number, int deadlineMs, int mostInInspection, boolean inTriggerAll, int onceTriggers, int onceMs) {

    /** So long before the deadline a trigger without verdict is judged UNKNOWN, so that its row is durable in time. */
    int reserveMs() {
        return Math.min(100, Math.max(20, deadlineMs / 5));
    }
}
