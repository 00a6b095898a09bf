package org.shutterline.server.statistics;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.archive.Figures;
import org.shutterline.server.archive.FiguresQuery;
import org.shutterline.server.monitor.StageTimes;

/** All that the statistics need of the rest of the server. Called on the bench's thread; nothing here may block it. */
public interface StatisticsSource {
    /**
     * What was found.
     *
     * @param said what people said of the parts that were counted
     * @param jobs the names of all jobs
     */
    record Looked(Figures figures, List<Said> said, List<String> jobs) {
        public Looked {
            said = List.copyOf(said);
            jobs = List.copyOf(jobs);
        }
    }

    /**
     * What a person said of a part.
     *
     * @param id of its result
     * @param judged by the job
     * @param person OK or NG
     */
    record Said(long id, Verdict judged, Verdict person) {}

    /** The numbers of the stations. */
    List<Integer> stationNumbers();

    /**
     * Counts results, off this thread.
     *
     * @param stop asked on any thread whether nobody waits any more
     * @param told once on any thread; empty if the look-up broke
     */
    void count(FiguresQuery query, BooleanSupplier stop, Consumer<Optional<Looked>> told);

    /** How long the stages of a station's last 1,000 triggers took; empty before the first since the start. */
    List<StageTimes> stageTimes(int station);
}
