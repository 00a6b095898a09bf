package org.shutterline.server.simulator;

/** Shows states; called on any thread, and must return at once. */
@FunctionalInterface
public interface SimulatorView {
    void show(SimulatorState state);
}
