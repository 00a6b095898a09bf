package org.shutterline.server.monitor;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.archive.HistoryQuery;
import org.shutterline.server.flight.WirePiece;

/** What was found in the archive. Used on the bench alone. */
final class HistoryDesk {
    private static final int PAGE = 100;

    private final Plant plant;
    private final Bench bench;
    private final ResultLookup lookup;
    private HistoryFilter filter = HistoryFilter.NEWEST;
    private List<InspectionResult> rows = List.of();
    private boolean more;
    private Optional<Instant> searching = Optional.empty();
    private boolean broken;
    private long wanted;
    private Optional<ShownResult> shown = Optional.empty();
    private Optional<JudgedBy> judgedBy = Optional.empty();
    private int question;
    private Map<Long, Verdict> said = Map.of();
    private Optional<Flight> flight = Optional.empty();
    private Optional<HistoryView.Done> done = Optional.empty();

    HistoryDesk(Plant plant, Bench bench) {
        this.plant = plant;
        this.bench = bench;
        this.lookup = new ResultLookup(plant, bench);
    }

    void find(HistoryFilter asked) {
        filter = asked;
        search(asked.query(PAGE), List.of());
    }

    /** Adds the page of older results. */
    void findMore() {
        if (more && searching.isEmpty()) {
            search(filter.query(PAGE).before(rows.get(rows.size() - 1).id()), rows);
        }
    }

    /** Only the answer to the last question counts. */
    private void search(HistoryQuery query, List<InspectionResult> before) {
        int asked = ++question;
        searching = Optional.of(bench.now());
        plant.search(
                query,
                found -> bench.run(() -> {
                    if (asked == question) {
                        found(before, found);
                    }
                }));
    }

    private void found(List<InspectionResult> before, Optional<List<InspectionResult>> found) {
        searching = Optional.empty();
        broken = found.isEmpty();
        List<InspectionResult> all = new ArrayList<>(before);
        all.addAll(found.orElse(List.of()));
        rows = List.copyOf(all);
        more = found.orElse(List.of()).size() == PAGE;
        askWhatWasSaid();
        boolean chosenStays = rows.stream().anyMatch(row -> row.id() == wanted);
        if (before.isEmpty() && !chosenStays) {
            rows.stream().findFirst().ifPresentOrElse(first -> show(first.id()), this::showNone);
        }
    }

    private void showNone() {
        wanted = 0;
        shown = Optional.empty();
        judgedBy = Optional.empty();
    }

    void show(long id) {
        wanted = id;
        done = Optional.empty();
        flight = Optional.empty();
        rows.stream()
                .filter(row -> row.id() == id)
                .findFirst()
                .ifPresent(row -> lookup.look(row, whole -> {
                    if (wanted == id) {
                        shown = Optional.of(whole);
                        judgedBy = Optional.empty();
                        askWhatJudged(whole);
                    }
                }));
    }

    private void askWhatJudged(ShownResult whole) {
        plant.judgedBy(
                whole.result(),
                whole.jobVersion(),
                found -> bench.run(() -> {
                    if (wanted == whole.result().id()) {
                        judgedBy = Optional.of(found);
                    }
                }));
    }

    private void askWhatWasSaid() {
        Set<String> jobs = rows.stream().map(InspectionResult::job).collect(Collectors.toSet());
        plant.said(jobs, found -> bench.run(() -> said = found));
    }

    /** What a person says of the part that is shown; the verdict of the job stays beside it. */
    void say(Optional<Verdict> verdict) {
        shown.ifPresent(now -> plant.say(
                now.result(),
                verdict,
                trouble -> bench.run(() -> {
                    done = Optional.of(new HistoryView.Done("said", trouble));
                    askWhatWasSaid();
                })));
    }

    /** @param wire what passed for it */
    void saveFlight(Path file, Function<InspectionResult, List<WirePiece>> wire) {
        shown.ifPresent(now -> plant.saveFlight(
                now.result().id(),
                file,
                wire.apply(now.result()),
                trouble -> bench.run(() -> done = Optional.of(new HistoryView.Done("flight", trouble)))));
    }

    void openFlight(Path file) {
        plant.replay(file, opened -> bench.run(() -> flight = Optional.of(opened)));
    }

    HistoryView view() {
        return new HistoryView(filter, rows, more, searching, broken, shown, judgedBy, said, flight, done);
    }
}
