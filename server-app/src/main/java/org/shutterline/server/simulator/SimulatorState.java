package org.shutterline.server.simulator;

import java.util.List;
import java.util.Optional;

/**
 * How the simulator stands at one moment.
 *
 * @param listeners of this server, to be offered
 * @param dialects that may be spoken
 * @param running whether a PLC is played now
 * @param counts of the run that goes on, or of the last one
 * @param trouble what went wrong last in that run, or why it could not begin
 */
public record SimulatorState(
        List<SimulatorSource.Place> listeners,
        List<String> dialects,
        boolean running,
        PlcCounts counts,
        Optional<String> trouble) {
    public SimulatorState {
        listeners = List.copyOf(listeners);
        dialects = List.copyOf(dialects);
    }
}
