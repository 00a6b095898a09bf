package org.shutterline.server.net;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets so many asked pictures of all connections be in memory at a time; the others wait for their turn, which comes at the
 * latest when peers that take nothing are given up. Thread-safe.
 */
final class PictureRoom {
    private final Map<PictureGate, Runnable> waiting = new LinkedHashMap<>();
    private int free;

    PictureRoom(int pictures) {
        this.free = pictures;
    }

    /**
     * Whether there is room now; it is taken until {@link #leave}. Otherwise it waits.
     *
     * @param wake called on any thread when it is worth asking again
     */
    synchronized boolean enter(PictureGate gate, Runnable wake) {
        if (!hasRoom(gate)) {
            waiting.putIfAbsent(gate, wake);
            return false;
        }
        waiting.remove(gate);
        free--;
        wakeFirst();
        return true;
    }

    /** Whether {@link #enter} would let it in. */
    synchronized boolean hasRoom(PictureGate gate) {
        Iterator<PictureGate> first = waiting.keySet().iterator();
        return free > 0 && (!first.hasNext() || first.next() == gate);
    }

    synchronized void leave() {
        free++;
        wakeFirst();
    }

    /** It waits no more. */
    synchronized void forget(PictureGate gate) {
        waiting.remove(gate);
        wakeFirst();
    }

    private void wakeFirst() {
        if (free > 0) {
            waiting.values().stream().findFirst().ifPresent(Runnable::run);
        }
    }
}
