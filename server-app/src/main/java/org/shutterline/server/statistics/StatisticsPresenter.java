package org.shutterline.server.statistics;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.shutterline.server.monitor.Bench;
import org.shutterline.server.monitor.StageTimes;

/** Has results counted as the technician chooses them, and tells the states of it. */
public final class StatisticsPresenter implements StatisticsActions {
    /** Values and times are of so many of the newest results at most. */
    private static final int SAMPLES = 10_000;

    private final StatisticsSource source;
    private final Bench bench;
    private final ZoneId zone;
    private final StatisticsView view;
    private final AtomicInteger question = new AtomicInteger();
    private StatisticsChoice choice = StatisticsChoice.TODAY;
    private Optional<ValueName> value = Optional.empty();
    private Optional<StatisticsSource.Looked> looked = Optional.empty();
    private boolean searching;
    private boolean broken;

    /** @param zone of the technician's days */
    public StatisticsPresenter(StatisticsSource source, Bench bench, ZoneId zone, StatisticsView view) {
        this.source = source;
        this.bench = bench;
        this.zone = zone;
        this.view = view;
    }

    @Override
    public void choose(StatisticsChoice wanted) {
        bench.run(() -> {
            choice = wanted;
            count();
        });
    }

    @Override
    public void lookAgain() {
        bench.run(this::count);
    }

    @Override
    public void chooseValue(ValueName wanted) {
        bench.run(() -> {
            value = Optional.of(wanted);
            show();
        });
    }

    /** Only the answer to the last question counts; the one before is not waited for. */
    private void count() {
        int asked = question.incrementAndGet();
        searching = true;
        show();
        source.count(
                choice.query(bench.now(), zone, SAMPLES),
                () -> asked != question.get(),
                found -> bench.run(() -> {
                    if (asked == question.get()) {
                        searching = false;
                        broken = found.isEmpty();
                        looked = found.or(() -> looked);
                        show();
                    }
                }));
    }

    private void show() {
        view.show(new StatisticsState(
                choice,
                source.stationNumbers(),
                looked.map(StatisticsSource.Looked::jobs).orElse(List.of()),
                searching,
                broken,
                looked.map(found -> Report.of(found, value, running()))));
    }

    private List<StageTimes> running() {
        List<Integer> numbers = source.stationNumbers();
        OptionalInt one = numbers.size() == 1 ? OptionalInt.of(numbers.get(0)) : choice.station();
        return one.isPresent() ? source.stageTimes(one.getAsInt()) : List.of();
    }
}
