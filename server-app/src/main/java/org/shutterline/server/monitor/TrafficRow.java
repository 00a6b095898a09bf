package org.shutterline.server.monitor;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shutterline.server.net.Meaning;

/**
 * One row of the traffic.
 *
 * @param number rises by one with each row
 * @param who the peer's name, or its address while it has none
 * @param text the line with its control characters, or what is to be said of the connection
 * @param refused whether the line refuses something
 * @param tookMs of an answer: since its request was read
 * @param meaning where the dialect said so
 */
public record TrafficRow(
        long number,
        Instant at,
        long peer,
        String who,
        Kind kind,
        String text,
        boolean refused,
        OptionalDouble tookMs,
        Optional<Meaning> meaning) {
    /** What a row is. */
    public enum Kind {
        IN,
        OUT,
        /** Bytes wait for a line end. */
        NO_END,
        OPENED,
        CLOSED,
        /** The peer wants TLS. */
        TLS,
        /** The peer speaks HTTP; the text is its first line. */
        HTTP,
        /** The peer sends option bytes of telnet. */
        TELNET,
        /** A connection too many was closed. */
        TURNED_AWAY,
        /** A connection from an address that may not connect was closed. */
        NOT_ON_THE_LIST
    }

    TrafficRow meaning(Optional<Meaning> known) {
        return new TrafficRow(number, at, peer, who, kind, text, refused, tookMs, known);
    }

    /** Whether bytes went over the wire, and not only something about the connection is told. */
    public boolean isLine() {
        return kind == Kind.IN || kind == Kind.OUT || kind == Kind.NO_END;
    }

    /** Whether it tells of something that went wrong. */
    public boolean wrong() {
        return refused || !(isLine() || kind == Kind.OPENED || kind == Kind.CLOSED) || kind == Kind.NO_END;
    }
}
