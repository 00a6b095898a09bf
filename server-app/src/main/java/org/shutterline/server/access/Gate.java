package org.shutterline.server.access;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Reply;
import org.shutterline.server.net.Asked;
import org.shutterline.server.net.Engine;
import org.shutterline.server.net.Peer;

/**
 * The one place where it is decided whether a peer may have its command done: whatever a dialect lets through comes here.
 * It knows who logs in, and has the books kept. Safe for all threads.
 */
public final class Gate implements Engine, AutoCloseable {
    /** Why not is in the log and in the window: places in the file system are nothing for the wire. */
    private static final String NOT_WRITTEN = "the books cannot be written";

    private final Engine machine;
    private final Logins logins;
    private final Books books;

    /** @param nanoTime as {@link System#nanoTime()} */
    public Gate(Engine machine, Users users, Books books, LongSupplier nanoTime) {
        this.machine = machine;
        this.logins = new Logins(users, books, nanoTime);
        this.books = books;
    }

    @Override
    public void ask(Asked asked, Consumer<Reply> reply) {
        Command command = asked.command();
        Peer peer = asked.peer();
        if (command instanceof Command.LogIn who) {
            logins.check(peer, who, answer -> books.answered(peer, command, answer, kept -> reply.accept(answer)));
        } else if (command instanceof Command.LogInHere who) {
            Reply answer = logins.checkHere(peer, who);
            books.answered(peer, command, answer, kept -> reply.accept(answer));
        } else if (!peer.rights().mayDo(command.getClass())) {
            // its dialect should have said so: none can open a door by forgetting to ask
            Reply no = new Reply.Refused(Code.NOT_ALLOWED);
            books.answered(peer, command, no, kept -> reply.accept(no));
        } else if (Deed.isPrivileged(command)) {
            inTheBooks(asked, reply);
        } else {
            machine.ask(asked, reply);
        }
    }

    /** Whoever hears that it was done can rely on the books telling of it; nothing is done that they could not tell of. */
    private void inTheBooks(Asked asked, Consumer<Reply> reply) {
        if (books.fault().isPresent()) {
            Reply no = new Reply.Refused(Code.STORAGE_FAILED, NOT_WRITTEN);
            // for syslog, and the log: the answer waits for nothing that cannot be done
            books.answered(asked.peer(), asked.command(), no, kept -> {});
            reply.accept(no);
            return;
        }
        machine.ask(
                asked,
                answer -> books.answered(
                        asked.peer(), asked.command(), answer, trouble -> reply.accept(known(answer, trouble))));
    }

    private static Reply known(Reply answer, Optional<String> trouble) {
        return trouble.isEmpty() || answer instanceof Reply.Refused
                ? answer
                : new Reply.Refused(Code.STORAGE_FAILED, "it was done, but " + NOT_WRITTEN);
    }

    @Override
    public boolean mayStay(Peer peer, long loggedInNanos) {
        return logins.mayStay(peer, loggedInNanos);
    }

    @Override
    public Registration listen(Peer peer, Consumer<Event> events) {
        return machine.listen(peer, events);
    }

    @Override
    public void refused(Peer peer, Refusal why, String what) {
        books.refused(peer, why, what);
    }

    @Override
    public void close() {
        logins.close();
    }
}
