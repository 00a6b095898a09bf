package org.shutterline.protocol.spi;

import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;

/** What the owner of a client's socket is to do next. */
public sealed interface ClientStep {

    /** Write these bytes. */
    record Send(byte[] bytes) implements ClientStep {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.send(this);
        }
    }

    /**
     * What was asked under this ticket has its reply. A trigger has Found, or Refused.
     *
     * @param line the reply as it stood on the wire, without its end
     */
    record Replied(long ticket, Reply reply, String line) implements ClientStep {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.replied(this);
        }
    }

    /** The station told something by itself. */
    record Happened(Event event) implements ClientStep {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.happened(this);
        }
    }

    /** The server is not one that this dialect can talk to; the connection must be closed. */
    record Broken(String why) implements ClientStep {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.broken(this);
        }
    }

    /** The server said what this peer may do. */
    record Admitted(Role role) implements ClientStep {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.admitted(this);
        }
    }

    /**
     * The server wants a login, or another than the one it got; the connection must be closed.
     *
     * @param why in the words of the server
     */
    record NotAdmitted(String why) implements ClientStep {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.notAdmitted(this);
        }
    }

    /** One method for each step. */
    interface Handler<R> {
        R send(Send step);

        R replied(Replied step);

        R happened(Happened step);

        R broken(Broken step);

        R admitted(Admitted step);

        R notAdmitted(NotAdmitted step);
    }

    <R> R answerBy(Handler<R> handler);
}
