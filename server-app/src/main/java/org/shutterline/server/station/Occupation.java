package org.shutterline.server.station;

import java.util.Optional;

/**
 * What a thread is occupied with, so that others can end just this by an interrupt, and never what the thread does next. Its
 * monitor guards it: what must not come between a question and an act is done within it.
 */
final class Occupation {
    private final Thread thread;
    private Optional<Object> present = Optional.empty();
    private boolean closed;

    Occupation(Thread thread) {
        this.thread = thread;
    }

    /** The thread: begins with something, which is told from others by its identity. */
    synchronized void begin(Object something) {
        present = Optional.of(something);
    }

    /** The thread: is done with it; an interrupt that was meant for it is forgotten. */
    synchronized void end() {
        present = Optional.empty();
        if (!closed) {
            Thread.interrupted();
        }
    }

    synchronized boolean isWith(Object something) {
        return present.filter(now -> now == something).isPresent();
    }

    /** Ends what the thread is occupied with, if it is this. */
    synchronized void interrupt(Object something) {
        if (isWith(something)) {
            thread.interrupt();
        }
    }

    /** Ends everything, now and later. */
    synchronized void close() {
        closed = true;
        thread.interrupt();
    }

    synchronized boolean isClosed() {
        return closed;
    }
}
