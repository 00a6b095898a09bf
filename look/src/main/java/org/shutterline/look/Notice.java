package org.shutterline.look;

import java.util.Objects;
import java.util.Optional;

/**
 * What a banner says: what happened, what happens next, one button.
 *
 * @param id one banner for each id; showing it again changes the banner in place
 * @param level how bad it is
 * @param icon before the words
 * @param title what happened
 * @param line what happens next
 * @param fix the button
 * @param countdown until something happens by itself
 */
public record Notice(
        String id,
        Level level,
        Icons icon,
        String title,
        String line,
        Optional<Fix> fix,
        Optional<Countdown> countdown) {

    /** How bad it is. */
    public enum Level {
        /** A lost connection or a fault. */
        WARNING,
        /** Data is lost for good. */
        DATA_LOST
    }

    /** The one button of a banner. */
    public record Fix(String words, Runnable action) {}

    /**
     * How long it still takes.
     *
     * @param leftS whole seconds
     * @param ofS what it began with
     */
    public record Countdown(int leftS, int ofS) {}

    public Notice {
        Objects.requireNonNull(fix);
        Objects.requireNonNull(countdown);
    }
}
