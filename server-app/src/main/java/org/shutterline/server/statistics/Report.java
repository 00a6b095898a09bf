package org.shutterline.server.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.shutterline.protocol.message.StageTime;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.archive.Figures;
import org.shutterline.server.machine.Percentiles;
import org.shutterline.server.monitor.StageTimes;

/**
 * The statistics of the chosen results.
 *
 * @param judged by the jobs
 * @param corrected the same parts, those that people looked at as they said
 * @param marked of how many parts people said something
 * @param escapes judged OK, and bad as people say
 * @param falseRejects judged NG or UNKNOWN, and good as people say
 * @param cut whether older results were left out of the counts
 * @param looked how many results were looked at for the counts
 * @param sampled of how many of the newest results values and times are
 * @param values those that were measured, as the newest results name them
 * @param value the chosen one, else the first; empty if none was measured
 */
public record Report(
        Counts judged,
        Counts corrected,
        int marked,
        int escapes,
        int falseRejects,
        boolean cut,
        long looked,
        int sampled,
        List<ValueName> values,
        Optional<ValueFigures> value,
        List<StageFigures> stages) {
    public Report {
        values = List.copyOf(values);
        stages = List.copyOf(stages);
    }

    /** @param running of the last triggers since the start; empty if several stations were chosen */
    static Report of(StatisticsSource.Looked looked, Optional<ValueName> wanted, List<StageTimes> running) {
        Figures figures = looked.figures();
        Counts judged = new Counts(figures.ok(), figures.ng(), figures.unknown());
        List<ValueName> values = names(figures.newest());
        Optional<ValueName> chosen =
                wanted.filter(values::contains).or(() -> values.stream().findFirst());
        return new Report(
                judged,
                judged.corrected(looked.said()),
                looked.said().size(),
                (int) looked.said().stream()
                        .filter(part -> part.judged() == Verdict.OK && part.person() == Verdict.NG)
                        .count(),
                (int) looked.said().stream()
                        .filter(part -> part.judged() != Verdict.OK && part.person() == Verdict.OK)
                        .count(),
                figures.cut(),
                figures.looked(),
                figures.newest().size(),
                values,
                chosen.map(name -> ValueFigures.of(name, figures.newest())),
                stages(figures.newest(), running));
    }

    /** Of all parts that were judged, in percent. */
    public OptionalDouble escapesPercent() {
        return Counts.percent(escapes, judged.all());
    }

    /** Of all parts that were judged, in percent. */
    public OptionalDouble falseRejectsPercent() {
        return Counts.percent(falseRejects, judged.all());
    }

    private static List<ValueName> names(List<Figures.Sample> newest) {
        Set<ValueName> names = new LinkedHashSet<>();
        for (Figures.Sample sample : newest) {
            sample.values().stream()
                    .filter(value -> value.value() instanceof Value.Decimal)
                    .forEach(value -> names.add(new ValueName(sample.job(), value.name())));
        }
        return List.copyOf(names);
    }

    private static List<StageFigures> stages(List<Figures.Sample> newest, List<StageTimes> running) {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (Figures.Sample sample : newest) {
            for (StageTime stage : sample.stages()) {
                times.computeIfAbsent(stage.stage(), first -> new ArrayList<>()).add(stage.ms());
            }
        }
        List<StageFigures> figures = new ArrayList<>();
        times.forEach((stage, all) -> figures.add(figures(stage, all)));
        running.stream()
                .filter(stage ->
                        !times.containsKey(stage.stage()) && !stage.stage().equals("all"))
                .map(stage -> new StageFigures(stage.stage(), 0, stage.p50Ms(), stage.p95Ms(), stage.p99Ms()))
                .forEach(figures::add);
        if (!newest.isEmpty()) {
            figures.add(figures("all", newest.stream().map(Figures.Sample::ms).toList()));
        }
        return figures;
    }

    private static StageFigures figures(String stage, List<Double> ms) {
        Percentiles all = Percentiles.of(ms);
        return new StageFigures(stage, ms.size(), all.p50(), all.p95(), all.p99());
    }
}
