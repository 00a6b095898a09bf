package org.shutterline.client.link;

import org.shutterline.protocol.message.Command;

/** One connection to a server. It is never opened again: a new try is a new link. Safe for any thread; blocks never. */
public interface Link extends AutoCloseable {
    /** Sends a command once; it is never sent again by itself. */
    void ask(Command command, Asked asked);

    /** Ends the connection; {@link LinkListener#closed} is not called for it. */
    @Override
    void close();
}
