package org.shutterline.server.statistics;

import java.util.List;
import java.util.Optional;

/**
 * All that the page of statistics shows, at one moment.
 *
 * @param stations the numbers of the stations
 * @param jobs the names of the jobs
 * @param searching whether a look-up runs
 * @param broken whether the last one broke
 * @param report of the last look-up that did not
 */
public record StatisticsState(
        StatisticsChoice choice,
        List<Integer> stations,
        List<String> jobs,
        boolean searching,
        boolean broken,
        Optional<Report> report) {
    public StatisticsState {
        stations = List.copyOf(stations);
        jobs = List.copyOf(jobs);
    }
}
