package org.shutterline.client.link;

import org.shutterline.protocol.message.Reply;

/** Who waits for the answer to one command; exactly one of the two is called, on the link's thread. */
public interface Asked {
    /**
     * The server answered.
     *
     * @param reply whoever gets a picture closes it
     * @param line as it stood on the wire, without its end
     */
    void replied(Reply reply, String line);

    /** The connection ended first; whether the server had the command is not known. */
    void lost(Trouble trouble);
}
