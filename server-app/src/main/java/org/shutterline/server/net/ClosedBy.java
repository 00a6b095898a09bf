package org.shutterline.server.net;

import java.io.IOException;

/** Why a connection was closed. */
public enum ClosedBy {
    /** It ended and had all that was owed to it, or the dialect had reason to close. */
    DIALECT,
    /** Reset. */
    PEER,
    /** Lost: nothing at the other end answered any more. */
    LOST,
    /** The peer took no byte for the stall limit while output waited. */
    STALL,
    /** More output waited than a connection may hold. */
    OVERFLOW,
    /** It made more errors than a peer may. */
    ERRORS,
    /** The listener was closed, or has other settings now. */
    SERVER,
    /** One more connected than the listener may have, and this one had been there longest. */
    NEWCOMER,
    /** It did not log in as soon as it has to. */
    NO_LOGIN,
    /** The user as whom it logged in was removed, or has another role or password now. */
    REVOKED,
    /** A mistake in the program; the log has it. */
    INTERNAL_ERROR;

    private static final String NO_ANSWER = "timed out";

    /** What a failed read or write tells of the peer; systems say only by their words whether it is still there. */
    static ClosedBy of(IOException failed) {
        return String.valueOf(failed.getMessage()).contains(NO_ANSWER) ? LOST : PEER;
    }
}
