package org.shutterline.protocol.script;

import org.shutterline.protocol.message.Event;

/** What one dialect makes of the lines of one connection. It speaks through the {@link Desk} that it was made with. */
public interface Script {
    /** The connection stands; some dialects greet. */
    default void opened() {
        // most wait to be asked
    }

    /**
     * One whole line without its end; the next one is handed in when this one was told to be over by {@link Desk#next}.
     *
     * @param line decoded as the dialect's settings say, never empty unless {@link LineRules#emptyLines}
     */
    void line(String line);

    /** Something happened at a station; never before the reply of the command that caused it. */
    default void happened(Event event) {
        // most tell nothing unasked
    }

    /** Whether its peer is told, as things are now, of results that it did not ask for. */
    default boolean followsResults() {
        return false;
    }

    /** Whether {@link Desk#awaitPicture} is ever used; always the same. */
    default boolean followsPictures() {
        return false;
    }

    /** The line as people may see it: secrets masked. Called before {@link #line}. */
    default String shown(String line) {
        return line;
    }

    /** The peer will send no more; what it is still owed is written. */
    default void ended() {
        // most owe no more than answers
    }

    /** The connection is gone. */
    default void closed() {
        // most hold nothing
    }
}
