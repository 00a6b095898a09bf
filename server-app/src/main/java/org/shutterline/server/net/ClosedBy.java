package org.shutterline.server.net;

/** Why a connection was closed. */
public enum ClosedBy {
    /** It ended and had all that was owed to it, or the dialect had reason to close. */
    DIALECT,
    /** Reset or lost. */
    PEER,
    /** The peer took no byte for the stall limit while output waited. */
    STALL,
    /** More output waited than a connection may hold. */
    OVERFLOW,
    /** The listener was closed. */
    SERVER,
    /** A mistake in the program; the log has it. */
    INTERNAL_ERROR
}
