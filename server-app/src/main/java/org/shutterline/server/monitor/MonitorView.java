package org.shutterline.server.monitor;

/** Shows states; called on the monitor's thread, and does not hold it up. A newer state may take the place of one not yet shown. */
@FunctionalInterface
public interface MonitorView {
    void show(MonitorState state);
}
