package org.shutterline.protocol.script;

import java.util.Optional;
import java.util.function.Consumer;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;

/** What a {@link Script} can do. Used within the calls that the script gets, and within those of its own listeners. */
public interface Desk {
    /** Has a command done; the reply is told when it comes, at once or later. A picture in it is the listener's to close. */
    void ask(Command command, Consumer<Reply> listener);

    /**
     * Waits for what becomes of an accepted trigger.
     *
     * @param listener told once; empty if there is no durable result by the deadline
     */
    void await(long id, Consumer<Optional<InspectionResult>> listener);

    /**
     * Waits for the picture of an accepted trigger. Only for a script that says {@link Script#followsPictures}.
     *
     * @param taken told when it was taken; never if none could be taken
     */
    void awaitPicture(long id, Runnable taken);

    /** Writes this line with its end. */
    void say(String line);

    /** Writes these characters as they are, as a write of their own. */
    void write(String text);

    /**
     * Writes these characters and the bytes after them as a write of their own.
     *
     * @param blob given back when it is written, or never will be
     */
    void write(String text, Blob blob);

    /** The line that was handed in last is dealt with. */
    void next();

    /** Writes the line, and is done with the one that was handed in. */
    default void answer(String line) {
        say(line);
        next();
    }

    /** Closes the connection when all is written. */
    void close();

    /** From now on the peer may do no more than this role may. */
    void limitTo(Role most);

    /** People are told that the line that was handed in last is no command. */
    void unknown();

    /** People are told that the peer named something for which the settings have nothing of ours. */
    void unmapped(String theirs);

    /** The peer said who it is. */
    void named(String name);
}
