package org.shutterline.server.listeners;

import java.util.List;

/**
 * What a peer would be told of the last result.
 *
 * @param station whose result it is
 * @param lines what passes, in order; empty unless it is shown
 */
public record Preview(Stage stage, int station, List<PreviewLine> lines) {
    /** Whether there is something to be seen. */
    public enum Stage {
        /** The station is being asked. */
        COMING,
        /** The station has none yet. */
        NO_RESULT,
        /** The settings must be corrected first. */
        WRONG,
        /** A peer gets to know nothing of results. */
        NOTHING_TOLD,
        SHOWN
    }

    public Preview {
        lines = List.copyOf(lines);
    }

    static Preview without(Stage stage, int station) {
        return new Preview(stage, station, List.of());
    }
}
