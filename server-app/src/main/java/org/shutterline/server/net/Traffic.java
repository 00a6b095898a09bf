package org.shutterline.server.net;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Something that passed on a wire. Secrets are masked. Immutable. */
public final class Traffic {
    /** What passed. */
    public enum Kind {
        OPENED,
        /** A whole line was read. */
        IN,
        /** Bytes were handed to the network. */
        OUT,
        /** The peer said who it is. */
        NAMED,
        /** Bytes without a line end wait. */
        NO_LINE_END,
        /** The peer does not speak this dialect. */
        NOT_OURS,
        /** The connection is closed; the text says why. */
        CLOSED
    }

    private static final int SHOWN_BYTES = 4096;

    private final Instant at;
    private final Peer peer;
    private final Kind kind;
    private final String said;
    private final byte[] bytes;
    private final long blobBytes;

    private Traffic(Peer peer, Kind kind, String said, byte[] bytes, long blobBytes) {
        this.at = Instant.now();
        this.peer = peer;
        this.kind = kind;
        this.said = said.length() > SHOWN_BYTES ? said.substring(0, SHOWN_BYTES) : said;
        this.bytes = bytes.length > SHOWN_BYTES ? Arrays.copyOf(bytes, SHOWN_BYTES) : bytes;
        this.blobBytes = blobBytes;
    }

    static Traffic said(Peer peer, Kind kind, String text) {
        return new Traffic(peer, kind, text, new byte[0], 0);
    }

    /** @param bytes changed by nobody from now on */
    static Traffic out(Peer peer, byte[] bytes, long blobBytes) {
        return new Traffic(peer, Kind.OUT, "", bytes, blobBytes);
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
        return kind == Kind.OUT ? Visible.text(new String(bytes, StandardCharsets.UTF_8)) : Visible.text(said);
    }

    /** How many bytes of pictures went after the text. */
    public long blobBytes() {
        return blobBytes;
    }
}
