package org.shutterline.server.net;

/** What a listener does when one more connects than it may have. */
public enum OneTooMany {
    /** The new one is closed at once without a byte. */
    REFUSE_NEW,
    /** One that is connected is closed as {@link Newcomer} says, and the new one is served. */
    DROP_OLDEST
}
