package org.shutterline.server.access;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Reply;
import org.shutterline.server.net.Engine;
import org.shutterline.server.net.Peer;

/**
 * The books: who did what that needs a role, and what was refused to whom. What a peer has refused over and over is summed
 * up, so that nobody fills the disk by asking. Safe for all threads.
 */
public final class Books {
    private static final int MOST_A_SECOND = 10;

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
        this.flood = new Flood(MOST_A_SECOND, nanoTime);
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
        if (reply instanceof Reply.Refused) {
            refused(peer, Deed.of(command), outcome(reply), kept);
        } else {
            did(who(peer), peer.place(), Deed.of(command), outcome(reply), kept);
        }
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
        refused(peer, deed, outcome, kept -> {});
    }

    private void refused(Peer peer, String deed, String outcome, Consumer<Optional<String>> kept) {
        long more = flood.admit(peer.address().getAddress().getHostAddress());
        if (more < 0) {
            kept.accept(Optional.empty());
        } else {
            did(who(peer), peer.place(), deed, more == 0 ? outcome : outcome + "; " + more + " more before", kept);
        }
    }

    /** A name that nobody proved must not look like one that somebody logged in as; those have no blanks. */
    private static String who(Peer peer) {
        if (!peer.user().isEmpty()) {
            return peer.user();
        }
        return peer.name().isEmpty() ? "" : "calls itself " + peer.name();
    }
}
