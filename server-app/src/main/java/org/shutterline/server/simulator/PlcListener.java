package org.shutterline.server.simulator;

import org.shutterline.protocol.message.InspectionResult;

/** Hears what a run does; called on its thread, and must return at once. */
public interface PlcListener {
    /**
     * A trigger has its result.
     *
     * @param sentNanos when it was sent, as of {@link System#nanoTime()}
     */
    default void judged(long sentNanos, InspectionResult result) {}

    /** A cycle is over. */
    default void counted(PlcCounts counts) {}

    /** Something went wrong that is counted as a number only. */
    default void trouble(String why) {}
}
