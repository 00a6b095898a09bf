package org.shutterline.server.terminal;

import java.util.List;
import java.util.Optional;

/**
 * All that the terminal shows.
 *
 * @param dialects the ids of all that are there
 * @param dialect the chosen one
 * @param address where to, as it was typed
 * @param connection how the connection stands
 * @param rows oldest first, 500 at most
 * @param note empty if there is nothing to tell
 */
public record TerminalState(
        List<String> dialects,
        String dialect,
        String address,
        End end,
        Cut cut,
        Connection connection,
        List<TerminalRow> rows,
        Optional<TerminalNote> note) {
    /** How the connection stands. */
    public enum Connection {
        CLOSED,
        CONNECTING,
        OPEN
    }

    public TerminalState {
        dialects = List.copyOf(dialects);
        rows = List.copyOf(rows);
    }
}
