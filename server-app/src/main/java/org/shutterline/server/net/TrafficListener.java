package org.shutterline.server.net;

/** Watches what passes on the wire. Called in the midst of the trigger path: it must do no more than put it by. */
@FunctionalInterface
public interface TrafficListener {
    void passed(Traffic traffic);
}
