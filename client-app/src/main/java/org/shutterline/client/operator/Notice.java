package org.shutterline.client.operator;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that an operator should know; it goes away by itself or by its one button, and never stands in the way.
 *
 * @param topic a newer notice of the same topic takes the place of the older
 * @param kind how grave it is
 * @param what what happened
 * @param next what happens next
 * @param remedy what its button does, if it has one
 * @param countdown what it counts down to, if to anything
 */
public record Notice(
        Topic topic, Kind kind, Phrase what, Phrase next, Optional<Remedy> remedy, Optional<Countdown> countdown) {

    /** What a notice is about. The earlier ones come first where not all can be shown. */
    public enum Topic {
        CONNECTION,
        LANGUAGE,
        TRUST,
        STATION,
        CAPTURE,
        REFUSAL,
        SETTINGS
    }

    /** How grave it is. */
    public enum Kind {
        WARNING,
        DATA_LOST
    }

    /** What a notice's button can do. */
    public enum Remedy {
        TRY_NOW,
        ASK_AGAIN,
        CLOSE
    }

    /**
     * @param from when the wait began
     * @param until when it ends
     */
    public record Countdown(Instant from, Instant until) {}
}
