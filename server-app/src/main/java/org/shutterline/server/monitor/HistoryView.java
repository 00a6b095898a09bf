package org.shutterline.server.monitor;

import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.message.InspectionResult;

/**
 * What was found.
 *
 * @param rows newest first; the same list as before if nothing changed
 * @param more whether older ones may be found
 * @param searching since when a look-up runs, for the progress that stands there after 300 ms
 * @param broken whether the last look-up broke
 * @param shown the chosen row in full
 */
public record HistoryView(
        HistoryFilter filter,
        List<InspectionResult> rows,
        boolean more,
        Optional<java.time.Instant> searching,
        boolean broken,
        Optional<ShownResult> shown) {
    public HistoryView {
        rows = List.copyOf(rows);
    }
}
