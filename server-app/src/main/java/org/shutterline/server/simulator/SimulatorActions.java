package org.shutterline.server.simulator;

/** What a technician may do. Safe for any thread; returns at once, what comes of it is seen in the next state. */
public interface SimulatorActions {
    /** Begins to play, unless one is played already. */
    void start(PlcChoice choice);

    void stop();
}
