package org.shutterline.server.listeners;

import java.util.Optional;

/** What shows the form. Called on the bench's thread; it only hands the state off. */
@FunctionalInterface
public interface ListenersView {
    /** @param form the one that is open, if one is */
    void show(Optional<ListenerForm> form);
}
