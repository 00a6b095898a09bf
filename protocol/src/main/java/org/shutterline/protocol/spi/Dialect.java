package org.shutterline.protocol.spi;

import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Rights;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Plugin;

/** A language that peers speak with a station. */
public interface Dialect extends Plugin {
    /**
     * Whether a peer of this dialect could have sent this line as a command: its name is one, spelled as the dialect wants
     * it. For people who look for the wrong port; it says nothing of the rest of the line.
     */
    boolean isCommand(String line);

    /**
     * The station's side of one new connection. It asks for nothing that needs more than its rights.
     *
     * @param rights what the peer may do until it logs in, if the dialect knows how to
     */
    ServerConversation server(Options options, Rights rights);

    /** Likewise, for a peer with a role. */
    default ServerConversation server(Options options, Role role) {
        return server(options, Rights.of(role));
    }

    /** Whether a peer can log in with a name of the server's own users. */
    default boolean knowsLogin() {
        return false;
    }

    /** Whether a peer may do nothing before one of the logins of the listener's settings, see {@link Command.LogInHere}. */
    default boolean hasOwnLogins() {
        return false;
    }

    /** The peer's side of one new connection. */
    ClientConversation client(Options options);
}
