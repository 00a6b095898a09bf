package org.shutterline.server.station;

import java.io.IOException;
import org.shutterline.protocol.message.Reply;

/** Gives the active job another content, so that the station goes on with it. Used by the station's job thread. */
public interface Retouch {
    /** Whether it may change the job of this name; a station that runs another one is not disturbed. */
    boolean isFor(String job);

    /**
     * What becomes of the active job; the same one if nothing changes. Blocks.
     *
     * @throws org.shutterline.protocol.plugin.BadSetting if no station could use it
     */
    Job of(Job active) throws Refusal;

    /**
     * Keeps it, so that a restart knows it; only called when the station is about to take it. Blocks.
     *
     * @return false if it was made of what is no longer the present content: then it is made anew
     * @throws IOException if it is not kept; then the station goes on as before
     */
    boolean keep(Job retouched) throws IOException;

    /** It is not done, and nothing has changed. */
    final class Refusal extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Reply.Refused reply;

        public Refusal(Reply.Refused reply) {
            super(reply.text());
            this.reply = reply;
        }

        Reply.Refused reply() {
            return reply;
        }
    }
}
