package org.shutterline.server.monitor;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * One row of the traffic.
 *
 * @param number rises by one with each row
 * @param who the peer's name, or its address while it has none
 * @param text the line with its control characters, or what is to be said of the connection
 * @param refused whether the line refuses something
 * @param tookMs of an answer: since its request was read
 */
public record TrafficRow(
        long number,
        Instant at,
        long peer,
        String who,
        Kind kind,
        String text,
        boolean refused,
        OptionalDouble tookMs) {
    /** What a row is. */
    public enum Kind {
        IN,
        OUT,
        /** Bytes wait for a line end. */
        NO_END,
        OPENED,
        CLOSED,
        /** The peer speaks something else; the text says what it looks like. */
        NOT_OURS
    }

    /** Whether it tells of something that went wrong. */
    public boolean wrong() {
        return refused || kind == Kind.NO_END || kind == Kind.NOT_OURS;
    }
}
