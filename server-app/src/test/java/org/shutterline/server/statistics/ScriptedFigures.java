package org.shutterline.server.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.StageTime;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.archive.Figures;
import org.shutterline.server.archive.FiguresQuery;
import org.shutterline.server.monitor.StageTimes;

/** Figures as a test gives them; answers at once, or when it is told to. Safe for all threads. */
public final class ScriptedFigures implements StatisticsSource {
    /** A question that waits for its answer. */
    record Waiting(FiguresQuery query, BooleanSupplier stop, Consumer<Optional<Looked>> told) {}

    final List<Waiting> waiting = new ArrayList<>();
    private final List<FiguresQuery> asked = new ArrayList<>();
    private final List<Figures.Sample> newest = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();
    private boolean cut;
    private boolean holds;
    private boolean breaks;

    /** A part, newer than those before. */
    public synchronized ScriptedFigures part(Instant time, Verdict verdict, double width) {
        long id = newest.size() + 1L;
        newest.add(
                0,
                new Figures.Sample(
                        id,
                        1,
                        "plate-A",
                        time,
                        verdict,
                        20 + id % 10,
                        List.of(width(width, verdict)),
                        List.of(new StageTime("picture", 8), new StageTime("inspection", 1 + id % 20))));
        return this;
    }

    private static Measurement width(double width, Verdict verdict) {
        return new Measurement(
                "width",
                verdict == Verdict.UNKNOWN ? Value.missing() : new Value.Decimal(width, 2),
                "mm",
                OptionalDouble.of(11.9),
                OptionalDouble.of(12.1),
                Optional.empty(),
                verdict,
                "");
    }

    public synchronized ScriptedFigures says(long id, Verdict person) {
        Verdict judged = newest.stream()
                .filter(part -> part.id() == id)
                .findFirst()
                .orElseThrow()
                .verdict();
        said.add(new Said(id, judged, person));
        return this;
    }

    public synchronized ScriptedFigures cut() {
        cut = true;
        return this;
    }

    synchronized void holds(boolean yes) {
        holds = yes;
    }

    synchronized void breaks(boolean yes) {
        breaks = yes;
    }

    public synchronized List<FiguresQuery> asked() {
        return List.copyOf(asked);
    }

    @Override
    public List<Integer> stationNumbers() {
        return List.of(1, 2);
    }

    @Override
    public synchronized void count(FiguresQuery query, BooleanSupplier stop, Consumer<Optional<Looked>> told) {
        asked.add(query);
        if (holds) {
            waiting.add(new Waiting(query, stop, told));
        } else {
            told.accept(breaks ? Optional.empty() : Optional.of(looked()));
        }
    }

    synchronized Looked looked() {
        return new Looked(
                new Figures(
                        count(Verdict.OK), count(Verdict.NG), count(Verdict.UNKNOWN), newest.size(), cut, 0, newest),
                said,
                List.of("cap", "plate-A"));
    }

    private long count(Verdict verdict) {
        return newest.stream().filter(part -> part.verdict() == verdict).count();
    }

    @Override
    public List<StageTimes> stageTimes(int station) {
        return List.of(
                new StageTimes("picture", 8, 8, 9, 10),
                new StageTimes("storing", 1, 1.1, 1.9, 3.4),
                new StageTimes("all", 23, 23, 26, 30));
    }
}
