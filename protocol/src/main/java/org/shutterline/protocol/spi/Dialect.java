package org.shutterline.protocol.spi;

import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Plugin;

/** A language that peers speak with a station. */
public interface Dialect extends Plugin {
    /** The station's side of one new connection. */
    ServerConversation server(Options options);

    /** The peer's side of one new connection. */
    ClientConversation client(Options options);
}
