package org.shutterline.server.terminal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

/**
 * Something to be told beside the talk.
 *
 * @param detail an address, what was typed wrong, or the system's own words
 * @param position in what was typed, from 1; 0 if that does not matter
 */
public record TerminalNote(Kind kind, String detail, int position) {
    /** What it is about. */
    public enum Kind {
        /** What follows a backslash stands for no byte. */
        BAD_ESCAPE,
        /** The address is none. */
        BAD_ADDRESS,
        /** Nothing is typed, and no line end is chosen. */
        NOTHING,
        /** Nobody has such a name. */
        UNKNOWN_HOST,
        /** Nothing listens there. */
        REFUSED,
        /** Nobody answers there. */
        NO_ANSWER,
        /** The system says no. */
        FAILED,
        /** More is waiting to be sent than is kept. */
        STILL_SENDING,
        /** The other side closed the connection. */
        CLOSED,
        /** The connection broke. */
        LOST
    }

    TerminalNote(Kind kind, String detail) {
        this(kind, detail, 0);
    }

    /** Why there is no connection. */
    static TerminalNote notConnected(IOException failed, Place place) {
        Kind kind = Kind.FAILED;
        if (failed instanceof UnknownHostException) {
            kind = Kind.UNKNOWN_HOST;
        } else if (failed instanceof SocketTimeoutException || failed instanceof NoRouteToHostException) {
            kind = Kind.NO_ANSWER;
        } else if (failed instanceof ConnectException) {
            kind = Kind.REFUSED;
        }
        String where = place.host() + ":" + place.port();
        return new TerminalNote(kind, kind == Kind.FAILED ? where + ": " + failed.getMessage() : where);
    }

    /** Whether it is an error, and not only news. */
    public boolean wrong() {
        return kind != Kind.CLOSED;
    }
}
