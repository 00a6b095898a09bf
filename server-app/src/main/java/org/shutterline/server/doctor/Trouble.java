package org.shutterline.server.doctor;

import java.time.Duration;

/** What can be wrong on the wire. */
public enum Trouble {
    /** Bytes wait for a line end. Told: the bytes. */
    NO_LINE_END(Check.LINE_ENDS, Stays.UNTIL_OVER),
    /** A TLS hello came. */
    TLS(Check.DIALECT, Stays.A_WHILE),
    /** A request of HTTP came. Told: its first line. */
    HTTP(Check.DIALECT, Stays.A_WHILE),
    /** Option bytes of telnet came. */
    TELNET(Check.DIALECT, Stays.A_WHILE),
    /** A line is a command of other dialects. Told: the line, those dialects. */
    OTHER_DIALECT(Check.DIALECT, Stays.A_WHILE),
    /** A line is no command of any dialect. Told: the line. */
    UNKNOWN_WORDS(Check.DIALECT, Stays.A_WHILE),
    /** A line would be a command in upper case. Told: the line, the same in upper case. */
    LOWER_CASE(Check.DIALECT, Stays.A_WHILE),
    /** Two clients trigger one station. Told: the other client, the station. */
    TWO_MASTERS(Check.MASTERS, Stays.A_WHILE),
    /** A trigger of a station that is offline. Told: the station. */
    OFFLINE(Check.TRIGGERS, Stays.A_WHILE),
    /** A trigger while the station is busy. Told: the station. */
    BUSY(Check.TRIGGERS, Stays.SHORTLY),
    /** A trigger of a station with a fault. Told: the station. */
    FAULT(Check.TRIGGERS, Stays.A_WHILE),
    /** Something was named that is not there. Told: what. */
    UNMAPPED(Check.TRIGGERS, Stays.A_WHILE),
    /** A client asks too often. Told: how often in a second. */
    POLLING(Check.PACE, Stays.SHORTLY),
    /** What is sent to a client is not read. Told: how many bytes wait. */
    NOT_READ(Check.PACE, Stays.A_WHILE),
    /** A client gave no sign of life and was given up. Told: for how many seconds. */
    SILENT(Check.ALIVE, Stays.A_WHILE),
    /** A connection too many was closed. */
    TOO_MANY(Check.LISTENERS, Stays.A_WHILE),
    /** A connection from an address that is not on the list of its listener was closed. Told: the address. */
    NOT_ON_THE_LIST(Check.LISTENERS, Stays.A_WHILE),
    /** A listener takes no connections. */
    NOT_LISTENING(Check.LISTENERS, Stays.SHORTLY);

    private final Check check;
    private final Duration stays;

    Trouble(Check check, Duration stays) {
        this.check = check;
        this.stays = stays;
    }

    /** The check that it breaks. */
    public Check check() {
        return check;
    }

    /** How long after its last sign it is over, if nothing says so before. */
    Duration stays() {
        return stays;
    }

    private static final class Stays {
        private static final Duration UNTIL_OVER = Duration.ofDays(1);
        private static final Duration A_WHILE = Duration.ofSeconds(30);
        private static final Duration SHORTLY = Duration.ofSeconds(10);
    }
}
