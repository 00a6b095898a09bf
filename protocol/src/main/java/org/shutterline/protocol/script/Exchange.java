package org.shutterline.protocol.script;

import java.util.Optional;
import org.shutterline.protocol.message.Reply;

/** One request of a peer and the lines that answer it. */
public interface Exchange {
    /** The line to send, without its end. */
    String request();

    /** Whether this line can be part of the answer; if not, it came unasked. */
    default boolean isFor(String line) {
        return true;
    }

    /**
     * A line came while this exchange is the first that waits.
     *
     * @return the reply when it is whole; empty while more lines are to come
     * @throws NotThisDialect if no server of this dialect answers so
     */
    Optional<Reply> heard(String line) throws NotThisDialect;

    /** A further line to send, without its end; asked for once after each line that did not make the answer whole. */
    default Optional<String> more() {
        return Optional.empty();
    }

    /** An answer that cannot be one. */
    final class NotThisDialect extends Exception {
        private static final long serialVersionUID = 1;

        public NotThisDialect(String message) {
            super(message);
        }
    }
}
