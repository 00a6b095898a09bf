package org.shutterline.client.link;

import org.shutterline.protocol.message.Event;

/** Who hears what a link tells by itself; called on the link's own thread, in order. */
public interface LinkListener {
    /** The server answered for the first time; commands may be asked. */
    void opened();

    /** How long the last sign of life took there and back, in ms. */
    void roundTrip(double ms);

    /** A station told something; whoever gets a live picture closes it. */
    void happened(Event event);

    /** There is no connection, or no more; the last call. */
    void closed(Trouble trouble);
}
