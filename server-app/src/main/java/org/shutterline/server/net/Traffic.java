package org.shutterline.server.net;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Something that passed on a wire. Secrets are masked. Immutable. */
public final class Traffic {
    /** What passed. */
    public enum Kind {
        OPENED,
        /** A whole line was read. */
        IN,
        /** The line before asked the stations for this; the meaning says what. */
        ASKED,
        /** The stations refused what was asked; the meaning says what and why. */
        REFUSED,
        /** The stations took the trigger that the line before asked for; the meaning says under which number. */
        TAKEN,
        /** Bytes were handed to the network. */
        OUT,
        /** The peer said who it is. */
        NAMED,
        /** Bytes without a line end wait. */
        NO_LINE_END,
        /** The peer began with a TLS hello. */
        TLS,
        /** The peer sent a request of HTTP, which is the text. */
        HTTP,
        /** The peer began with option bytes of telnet. */
        TELNET,
        /** The line before, which is the text, is no command of the dialect. */
        UNKNOWN,
        /** The line before named something, which is the text, that the settings of the listener do not know. */
        UNMAPPED,
        /** The peer promised lines and sent none for so many ms, which is the text. */
        SILENT,
        /** A connection too many was closed without a byte. */
        TURNED_AWAY,
        /** A connection from an address that is not on the list of the listener was closed without a byte. */
        NOT_ON_THE_LIST,
        /** The connection is closed; the text says why. */
        CLOSED
    }

    private static final int SHOWN_BYTES = 4096;

    private final Instant at;
    private final Peer peer;
    private final Kind kind;
    private final String said;
    private final Raw raw;
    private final long blobBytes;
    private final Optional<Meaning> meaning;

    private Traffic(Peer peer, Kind kind, String said, Raw raw, long blobBytes, Optional<Meaning> meaning) {
        this.at = Instant.now();
        this.peer = peer;
        this.kind = kind;
        this.said = said.length() > SHOWN_BYTES ? said.substring(0, SHOWN_BYTES) : said;
        this.raw = raw;
        this.blobBytes = blobBytes;
        this.meaning = meaning;
    }

    static Traffic said(Peer peer, Kind kind, String text) {
        return new Traffic(peer, kind, text, Raw.NONE, 0, Optional.empty());
    }

    static Traffic meant(Peer peer, Kind kind, Meaning meaning) {
        return new Traffic(peer, kind, "", Raw.NONE, 0, Optional.of(meaning));
    }

    /** @param bytes changed by nobody from now on */
    static Traffic in(Peer peer, String text, byte[] bytes) {
        return new Traffic(peer, Kind.IN, text, Raw.of(bytes, 0), 0, Optional.empty());
    }

    /** @param bytes changed by nobody from now on */
    static Traffic out(Peer peer, byte[] bytes, long blobBytes, Optional<Meaning> meaning) {
        return new Traffic(peer, Kind.OUT, "", Raw.of(bytes, blobBytes), blobBytes, meaning);
    }

    public Instant at() {
        return at;
    }

    public Peer peer() {
        return peer;
    }

    public Kind kind() {
        return kind;
    }

    /** At most 4,096 characters with every one visible: CR as {@code \r}, ESC as {@code \x1b}. Made anew by each call. */
    public String text() {
        if (kind != Kind.OUT) {
            return Visible.text(said);
        }
        byte[] sent = raw.bytes();
        return Visible.text(new String(sent, 0, Math.min(sent.length, SHOWN_BYTES), StandardCharsets.UTF_8));
    }

    /** The bytes of a line that was read, and of what was sent. */
    public Raw raw() {
        return raw;
    }

    /** How many bytes of pictures went after the text. */
    public long blobBytes() {
        return blobBytes;
    }

    /** Where the dialect said so. */
    public Optional<Meaning> meaning() {
        return meaning;
    }
}
