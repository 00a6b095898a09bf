package org.shutterline.protocol.script;

import java.util.Optional;
import java.util.OptionalInt;
import org.shutterline.protocol.message.Reply;

/** One request of a peer and the lines that answer it. */
public interface Exchange {
    /** The head of a block is no longer than this, in bytes. */
    int LONGEST_HEAD = 64;

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

    /**
     * Whether what waits begins with a block of bytes that are no line; asked while this exchange is the first that waits.
     *
     * @param waiting the first bytes, at most {@link #LONGEST_HEAD}
     * @return how long the block is, with its head; 0 if more bytes will tell; empty if it is a line
     */
    default OptionalInt block(byte[] waiting) {
        return OptionalInt.empty();
    }

    /** A whole block came, as {@link #block} said. */
    default Reply heard(byte[] block) throws NotThisDialect {
        throw new NotThisDialect("a block of bytes that nobody asked for");
    }

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
