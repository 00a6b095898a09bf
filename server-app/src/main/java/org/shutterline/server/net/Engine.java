package org.shutterline.server.net;

import java.util.function.Consumer;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Reply;

/** What the connections ask of the machine. */
public interface Engine {
    /**
     * Have a command done. Called on the connection's own thread, which no other thread ever waits for.
     *
     * @param reply takes the reply exactly once, at once on this thread or later on another; it never blocks; the events of
     *     an accepted trigger come after its reply
     */
    void ask(Asked asked, Consumer<Reply> reply);

    /**
     * A peer is there: from now on it gets the events of all stations, and of the live pictures those that it asked for.
     *
     * @param events takes them on any thread and never blocks; what it writes it writes on that thread
     * @return closed once when the peer has gone, on the connection's thread; ends its live pictures and all else that was
     *     only for it. Events that still come are dropped.
     */
    Registration listen(Peer peer, Consumer<Event> events);

    /**
     * Something was refused without being asked of the machine. Called on the connection's or listener's own thread.
     *
     * @param what as the peer sent it, secrets masked; empty for a connection
     */
    default void refused(Peer peer, Refusal why, String what) {
        // whoever keeps no books has nothing to do
    }

    /**
     * Whether somebody who logged in is still one who may be there. Asked about once a second, on the listener's own thread.
     *
     * @param loggedInNanos when it did, by {@link System#nanoTime()}
     */
    default boolean mayStay(Peer peer, long loggedInNanos) {
        return true;
    }

    /** Why something was refused before the machine was asked. */
    enum Refusal {
        /** The peer may not do that. */
        NOT_ALLOWED,
        /** Nobody at that address may connect. */
        NOT_ON_THE_LIST,
        /** It did not log in as soon as it has to. */
        NO_LOGIN
    }

    /** The peer's place in the machine. */
    @FunctionalInterface
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
