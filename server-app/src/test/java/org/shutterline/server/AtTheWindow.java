package org.shutterline.server;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Predicate;
import org.shutterline.server.monitor.BenchThread;
import org.shutterline.server.monitor.HistoryFilter;
import org.shutterline.server.monitor.HistoryView;
import org.shutterline.server.monitor.LogRing;
import org.shutterline.server.monitor.MonitorActions;
import org.shutterline.server.monitor.MonitorPresenter;
import org.shutterline.server.monitor.MonitorState;
import org.shutterline.server.monitor.TrafficRing;
import org.shutterline.server.statistics.Report;
import org.shutterline.server.statistics.StatisticsPresenter;
import org.shutterline.server.statistics.StatisticsState;

/** A running server and whoever sits at its window: the presenters of the window, without the window. */
final class AtTheWindow implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final Server server;
    private final BenchThread bench = new BenchThread("monitor", Clock.systemUTC());
    private final MonitorPresenter monitor;
    private final StatisticsPresenter statistics;
    private volatile Optional<MonitorState> shown = Optional.empty();
    private volatile Optional<StatisticsState> counted = Optional.empty();

    AtTheWindow(Wishes wishes) throws Exception {
        TrafficRing traffic = new TrafficRing();
        server = Server.start(wishes, traffic);
        monitor = new MonitorPresenter(
                server.desk().plant(),
                traffic,
                new LogRing(),
                Optional.empty(),
                bench,
                state -> shown = Optional.of(state));
        statistics = new StatisticsPresenter(
                server.desk().figures(), bench, ZoneOffset.UTC, state -> counted = Optional.of(state));
        monitor.start();
    }

    MonitorActions actions() {
        return monitor;
    }

    /** The page of the history, as soon as it is like this. */
    HistoryView history(Predicate<HistoryView> like) {
        return state(state -> like.test(state.history())).history();
    }

    MonitorState state(Predicate<MonitorState> like) {
        return await().atMost(PATIENCE)
                .until(() -> shown, now -> now.filter(like).isPresent())
                .orElseThrow();
    }

    /** Looks for this result and has it in full. */
    HistoryView finds(long id) {
        history(view -> {
            monitor.findResults(HistoryFilter.NEWEST);
            return view.rows().stream().anyMatch(row -> row.id() == id);
        });
        monitor.showFound(id);
        return history(view -> view.shown().stream()
                .anyMatch(whole -> whole.result().id() == id && whole.picture().isPresent()));
    }

    /** The page of statistics, counted anew until it is like this. */
    Report report(Predicate<Report> like) {
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            statistics.lookAgain();
                            return counted.flatMap(StatisticsState::report);
                        },
                        now -> now.filter(like).isPresent())
                .orElseThrow();
    }

    @Override
    public void close() {
        monitor.stop();
        bench.close();
        server.close();
    }
}
