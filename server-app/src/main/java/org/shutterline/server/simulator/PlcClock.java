package org.shutterline.server.simulator;

import java.time.Duration;

/** The time of a PLC. */
interface PlcClock {
    /** As of {@link System#nanoTime()}. */
    long nanos();

    /** Waits; may return early when the run is to end. */
    void rest(Duration time) throws InterruptedException;
}
