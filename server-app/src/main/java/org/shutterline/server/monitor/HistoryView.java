package org.shutterline.server.monitor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Verdict;

/**
 * What was found.
 *
 * @param rows newest first; the same list as before if nothing changed
 * @param more whether older ones may be found
 * @param searching since when a look-up runs, for the progress that stands there after 300 ms
 * @param broken whether the last look-up broke
 * @param shown the chosen row in full
 * @param judgedBy by which version of its job the chosen one was judged; empty until it is known
 * @param said what people said of the parts, by the id of the result
 * @param flight the flight record that was opened last
 * @param done what was done with a result last, or why it was not; empty a while after
 */
public record HistoryView(
        HistoryFilter filter,
        List<InspectionResult> rows,
        boolean more,
        Optional<java.time.Instant> searching,
        boolean broken,
        Optional<ShownResult> shown,
        Optional<JudgedBy> judgedBy,
        Map<Long, Verdict> said,
        Optional<Flight> flight,
        Optional<Done> done) {
    public HistoryView {
        rows = List.copyOf(rows);
        said = Map.copyOf(said);
    }

    /**
     * How something that was wanted with a result ended.
     *
     * @param what {@code said} or {@code flight}
     * @param trouble why it was not done
     */
    public record Done(String what, Optional<String> trouble) {}

    /** How many of the results in view a person judges otherwise: called bad though good. */
    public long falseNg() {
        return rows.stream()
                .filter(row -> row.verdict() != Verdict.OK && said.get(row.id()) == Verdict.OK)
                .count();
    }

    /** Called good though bad. */
    public long falseOk() {
        return rows.stream()
                .filter(row -> row.verdict() == Verdict.OK && said.get(row.id()) == Verdict.NG)
                .count();
    }
}
