package org.shutterline.client.link;

import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Role;

/** Who hears what a link tells by itself; called on the link's own thread, in order. */
public interface LinkListener {
    /** The server answered for the first time; commands may be asked. */
    void opened();

    /** The server said what may be done here; before {@link #opened}, if it does. */
    default void admitted(Role role) {
        // a command is answered or refused
    }

    /**
     * The server's certificate was seen for the first time and is trusted from now on; on another thread than the rest.
     *
     * @param fingerprint for people to compare
     */
    default void firstTrusted(String fingerprint) {
        // whoever opened the link may have told it already
    }

    /** How long the last sign of life took there and back, in ms. */
    void roundTrip(double ms);

    /** A station told something; whoever gets a live picture closes it. */
    void happened(Event event);

    /**
     * All that came in one piece was told. Only a few pieces are read ahead of whoever is done with them: what a server sends
     * faster waits on the wire.
     *
     * @param done to be called, by any thread, when what was told has been dealt with
     */
    default void told(Runnable done) {
        done.run();
    }

    /** There is no connection, or no more; the last call. */
    void closed(Trouble trouble);
}
