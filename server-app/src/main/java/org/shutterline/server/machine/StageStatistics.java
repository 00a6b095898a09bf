package org.shutterline.server.machine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shutterline.protocol.message.StageSummary;
import org.shutterline.protocol.message.StageTime;

/** How long the stages of a station's last 1,000 triggers took. Safe for all threads. */
public final class StageStatistics {
    private static final int MOST = 1_000;

    private final Map<Integer, Deque<Times>> last = new ConcurrentHashMap<>();

    /** One trigger: of what was cut off not all stages are known, but the whole is. */
    private record Times(List<StageTime> stages, double wholeMs) {}

    /** @param wholeMs from the reading of the trigger until it was answered */
    void add(int station, List<StageTime> stages, double wholeMs) {
        Deque<Times> ofStation = last.computeIfAbsent(station, n -> new ArrayDeque<>(MOST));
        synchronized (ofStation) {
            if (ofStation.size() == MOST) {
                ofStation.removeFirst();
            }
            ofStation.addLast(new Times(stages, wholeMs));
        }
    }

    /** Of each stage the last time and the percentiles by nearest rank, in the order of the stages, and the whole last as {@code all}; empty before the first trigger. */
    public List<StageSummary> of(int station) {
        Deque<Times> ofStation = last.getOrDefault(station, new ArrayDeque<>());
        Map<String, List<Double>> byStage = new LinkedHashMap<>();
        synchronized (ofStation) {
            ofStation.forEach(times -> times.stages()
                    .forEach(time -> byStage.computeIfAbsent(time.stage(), s -> new ArrayList<>())
                            .add(time.ms())));
            // percentiles of the whole are not the sums of the stages' percentiles
            List<Double> wholes = ofStation.stream().map(Times::wholeMs).toList();
            if (!wholes.isEmpty()) {
                byStage.put("all", wholes);
            }
        }
        List<StageSummary> summaries = new ArrayList<>();
        byStage.forEach((stage, times) -> summaries.add(summary(stage, times)));
        return summaries;
    }

    /** Of how many triggers {@link #of} tells, 1,000 at most. */
    public int triggers(int station) {
        Deque<Times> ofStation = last.getOrDefault(station, new ArrayDeque<>());
        synchronized (ofStation) {
            return ofStation.size();
        }
    }

    private static StageSummary summary(String stage, List<Double> times) {
        Percentiles all = Percentiles.of(times);
        return new StageSummary(stage, times.get(times.size() - 1), all.p50(), all.p95(), all.p99());
    }
}
