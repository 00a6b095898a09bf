package org.shutterline.protocol.spi;

import java.nio.ByteBuffer;
import java.util.List;
import org.shutterline.protocol.message.Command;

/**
 * The peer's side of one connection: commands go in, bytes come out; bytes go in, replies and events come out. Never
 * called by two threads at once; it opens nothing, blocks never, and answers rubbish with {@link ClientStep.Broken}.
 */
public interface ClientConversation {
    /**
     * The connection stands.
     *
     * @param name how this peer calls itself
     * @param aliveMs how often this peer promises to send a line, in ms; 0 for no promise
     */
    List<ClientStep> opened(String name, int aliveMs);

    /**
     * Logs in before all else once the connection stands; called before {@link #opened}. Languages without a login of the
     * server's users leave it.
     */
    default void logsIn(Command.LogIn who) {
        // most have none
    }

    /**
     * Ask for something.
     *
     * @param ticket what the reply is told by, never used twice on a connection
     */
    List<ClientStep> ask(long ticket, Command command);

    /** Ask for a sign of life, which comes as {@link org.shutterline.protocol.message.Reply.Done}. */
    List<ClientStep> ping(long ticket);

    /**
     * Bytes arrived.
     *
     * @param bytes read from position to limit; not kept
     */
    List<ClientStep> received(ByteBuffer bytes);
}
