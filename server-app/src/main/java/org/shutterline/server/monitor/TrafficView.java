package org.shutterline.server.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The traffic in view.
 *
 * @param rows oldest first; the same list as before if nothing changed
 * @param last the last few rows whatever is chosen, for the strip of the stations page
 * @param find the piece of text that all rows have; empty for all
 * @param paused whether the rows stand still
 * @param held rows that came while it is paused
 * @param dropped rows that were not taken, because they came too fast
 * @param waiting the peers whose bytes wait for a line end, each with the time since when
 */
public record TrafficView(
        List<TrafficRow> rows,
        List<TrafficRow> last,
        TrafficChoice choice,
        String find,
        boolean paused,
        long held,
        long dropped,
        Map<Long, Instant> waiting) {
    public TrafficView {
        rows = List.copyOf(rows);
        last = List.copyOf(last);
        waiting = Map.copyOf(waiting);
    }
}
