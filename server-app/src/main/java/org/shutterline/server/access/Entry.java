package org.shutterline.server.access;

import java.time.Instant;

/**
 * One line of the books.
 *
 * @param who as whom somebody had logged in, or {@code calls itself NAME}; {@code -} for nobody known
 * @param from where it was: an address, {@code window}, {@code command line}, {@code server}
 * @param deed what it did or wanted
 * @param outcome {@code done}, or why not
 */
public record Entry(Instant at, String who, String from, String deed, String outcome) {
    /** It was done. */
    public static final String DONE = "done";

    private static final int MOST_CHARACTERS = 500;

    public Entry {
        who = fit(who.isEmpty() ? "-" : who);
        from = fit(from);
        deed = fit(deed);
        outcome = fit(outcome);
    }

    /** What a peer sent is written in one line, and no longer than people read. */
    private static String fit(String text) {
        String line = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
        return line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS) + "..." : line;
    }
}
