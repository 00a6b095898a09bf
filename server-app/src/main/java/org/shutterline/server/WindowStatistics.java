package org.shutterline.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.archive.Archive;
import org.shutterline.server.archive.Figures;
import org.shutterline.server.archive.FiguresQuery;
import org.shutterline.server.jobs.JobStore;
import org.shutterline.server.monitor.Plant;
import org.shutterline.server.monitor.StageTimes;
import org.shutterline.server.monitor.StationPlate;
import org.shutterline.server.statistics.StatisticsSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the page of statistics sees of this server.
 *
 * @param lookups where what reads the disk is done
 */
record WindowStatistics(Archive archive, JobStore jobs, Flights flights, Plant plant, Executor lookups)
        implements StatisticsSource {
    private static final Logger LOG = LoggerFactory.getLogger(WindowStatistics.class);

    @Override
    public List<Integer> stationNumbers() {
        return plant.stations().stream().map(StationPlate::number).toList();
    }

    @Override
    public List<StageTimes> stageTimes(int station) {
        return plant.stageTimes(station);
    }

    @Override
    public void count(FiguresQuery query, BooleanSupplier stop, Consumer<Optional<Looked>> told) {
        try {
            lookups.execute(() -> told.accept(looked(query, stop)));
        } catch (RejectedExecutionException stopping) {
            told.accept(Optional.empty());
        }
    }

    private Optional<Looked> looked(FiguresQuery query, BooleanSupplier stop) {
        try {
            Figures figures = archive.figures(query, stop);
            List<String> names = jobs.names();
            Map<Long, Verdict> said = flights.said(query.job().map(Set::of).orElseGet(() -> Set.copyOf(names)));
            List<Said> counted = said.entrySet().stream()
                    .filter(one -> one.getKey() >= figures.oldestId())
                    .flatMap(one -> counted(query, one.getKey(), one.getValue()).stream())
                    .toList();
            return Optional.of(new Looked(figures, counted, names));
        } catch (RuntimeException broken) {
            LOG.error("the statistics for the window broke", broken);
            return Optional.empty();
        }
    }

    /** Empty if the result is not one of those that the query asks for. */
    private Optional<Said> counted(FiguresQuery query, long id, Verdict person) {
        return archive.find(id)
                .filter(result -> isAsked(query, result))
                .map(result -> new Said(id, result.verdict(), person));
    }

    private static boolean isAsked(FiguresQuery query, InspectionResult result) {
        return (query.station().isEmpty() || query.station().getAsInt() == result.station())
                && query.job().filter(job -> !job.equals(result.job())).isEmpty()
                && query.from()
                        .filter(from -> result.time().toInstant().isBefore(from))
                        .isEmpty()
                && query.to()
                        .filter(to -> !result.time().toInstant().isBefore(to))
                        .isEmpty();
    }
}
