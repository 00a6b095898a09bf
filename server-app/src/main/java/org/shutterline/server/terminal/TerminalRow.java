package org.shutterline.server.terminal;

import java.util.Optional;
import org.shutterline.server.net.Meaning;

/**
 * One line of the talk.
 *
 * @param number rises by one with each row
 * @param out whether it was sent
 * @param text with its control characters
 * @param ended whether a line end came
 * @param meaning where the dialect can read it
 */
public record TerminalRow(long number, boolean out, String text, boolean ended, Optional<Meaning> meaning) {
    /** Whether it refuses something. */
    public boolean refused() {
        return meaning.orElse(null) instanceof Meaning.Refused;
    }
}
