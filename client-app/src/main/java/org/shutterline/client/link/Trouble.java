package org.shutterline.client.link;

/**
 * Why there is no connection.
 *
 * @param kind what happened, for the words that an operator reads
 * @param detail what the system or the conversation said, for the log
 */
public record Trouble(Kind kind, String detail) {

    /** What can happen to a connection. */
    public enum Kind {
        /** The name of the server is not known. */
        NO_SUCH_HOST,
        /** The computer answers, no program listens there. */
        NOBODY_LISTENS,
        /** Nothing came back within the time for connecting. */
        NO_ANSWER,
        /** The other end closed or reset the connection. */
        CLOSED,
        /** No byte came for longer than a living server needs. */
        SILENT,
        /** What answers is not a server that this program can talk to. */
        NOT_OURS,
        /** It does not speak TLS, or none that is safe. */
        NO_TLS,
        /** Its certificate is another than the one that was trusted. */
        CERTIFICATE_CHANGED,
        /** Its certificate is not valid, or nobody who is trusted signed it. */
        CERTIFICATE_BAD,
        /** It wants a login, or another than the one it got. */
        NOT_ADMITTED,
        /** This end ended it. */
        ENDED
    }
}
