package org.shutterline.server.access;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Reply;
import org.shutterline.server.net.Engine;
import org.shutterline.server.net.Peer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The books: who did what that needs a role, and what was refused to whom. What is refused to a peer over and over is summed
 * up, so that nobody fills the disk by asking; so are logins at a listener's own door. Safe for all threads.
 */
public final class Books implements AutoCloseable {
    private static final int MOST_OF_A_KIND = 10;
    private static final Logger LOG = LoggerFactory.getLogger(Books.class);

    private final Shelf shelf;
    private final Consumer<Entry> copies;
    private final Clock clock;
    private final Flood flood;

    /**
     * @param copies told each line too, without delay for anybody
     * @param nanoTime as {@link System#nanoTime()}
     */
    public Books(Shelf shelf, Consumer<Entry> copies, Clock clock, LongSupplier nanoTime) {
        this.shelf = shelf;
        this.copies = copies;
        this.clock = clock;
        this.flood = new Flood(MOST_OF_A_KIND, nanoTime);
    }

    /**
     * Somebody did something, or wanted to.
     *
     * @param kept told once, on any thread: why the line could not be made durable; empty if it is
     */
    public void did(String who, String from, String deed, String outcome, Consumer<Optional<String>> kept) {
        Entry entry = new Entry(clock.instant(), who, from, deed, outcome);
        copies.accept(entry);
        shelf.add(entry, kept);
    }

    /** Likewise; nobody waits for it. */
    public void did(String who, String from, String deed, String outcome) {
        did(who, from, deed, outcome, kept -> {});
    }

    /** Likewise, with a time of its own. */
    public void did(Entry entry) {
        copies.accept(entry);
        shelf.add(entry, kept -> {});
    }

    /** Why nothing can be written down now, if so. */
    Optional<String> fault() {
        return shelf.fault();
    }

    /** A command of a peer was answered. */
    void answered(Peer peer, Command command, Reply reply, Consumer<Optional<String>> kept) {
        if (reply instanceof Reply.Refused || command instanceof Command.LogInHere) {
            repeated(peer, kind(command, reply), entry(peer, Deed.of(command), outcome(reply)), kept);
        } else {
            did(who(peer), peer.place(), Deed.of(command), outcome(reply), kept);
        }
    }

    /** What is refused over and over hides nothing of another kind. */
    private static String kind(Command command, Reply reply) {
        boolean named =
                command instanceof Command.LogIn || command instanceof Command.LogInHere || Deed.isPrivileged(command);
        return (named ? command.getClass().getSimpleName() : "") + (reply instanceof Reply.Refused ? "-" : "+");
    }

    static String outcome(Reply reply) {
        return reply instanceof Reply.Refused refused ? refused.code().digits() + " " + refused.text() : Entry.DONE;
    }

    /** Something of a peer was refused before anybody was asked. */
    void refused(Peer peer, Engine.Refusal why, String what) {
        String deed = what.isEmpty() ? "connection to port " + peer.port() : what;
        String outcome = switch (why) {
            case NOT_ALLOWED -> "05 not allowed";
            case NOT_ON_THE_LIST -> "closed: its address is not on the list";
            case NO_LOGIN -> "closed: it did not log in";
        };
        repeated(peer, why.name(), entry(peer, deed, outcome), kept -> {});
    }

    private Entry entry(Peer peer, String deed, String outcome) {
        return new Entry(clock.instant(), who(peer), peer.place(), deed, outcome);
    }

    private void repeated(Peer peer, String kind, Entry entry, Consumer<Optional<String>> kept) {
        if (flood.admits(peer.source() + " " + kind, entry)) {
            copies.accept(entry);
            shelf.add(entry, kept);
        } else {
            kept.accept(Optional.empty());
        }
    }

    /** Writes what was summed up and whose time has come; to be called about each second. Throws nothing. */
    public void passTime() {
        try {
            flood.due().forEach(this::did);
        } catch (RuntimeException mistake) {
            LOG.error("what was refused over and over is not in the books", mistake);
        }
    }

    /** Nothing of what was summed up is lost. */
    @Override
    public void close() {
        flood.rest().forEach(this::did);
    }

    /** A name that nobody proved must not look like one that somebody logged in as; those have no blanks. */
    private static String who(Peer peer) {
        if (!peer.user().isEmpty()) {
            return peer.user();
        }
        return peer.name().isEmpty() ? "" : "calls itself " + peer.name();
    }
}
