package org.shutterline.server.cameras;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.cameras.CamerasSource.StationCamera;
import org.shutterline.server.guard.LatencyMeasure;
import org.shutterline.server.monitor.Bench;

/** Has cameras found, looked through, set and given to stations as the technician wants it, and tells the states of it. */
public final class CamerasPresenter implements CamerasActions {
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration TOLD_STAYS = Duration.ofSeconds(15);

    private final CamerasSource source;
    private final Bench bench;
    private final CamerasView view;
    private final Finder finder;
    private final Looks looks;
    private final DelayDesk delays;
    private final Candidates candidates;
    private final Rows rows;
    private final StationCameras taken;
    private final Handover handover;
    private final Sight sight;
    private Optional<String> chosen = Optional.empty();
    private Optional<String> refused = Optional.empty();
    private Optional<Told> told = Optional.empty();
    private List<String> jobs = List.of();
    private boolean watching;

    public CamerasPresenter(CamerasSource source, Bench bench, CamerasView view) {
        this.source = source;
        this.bench = bench;
        this.view = view;
        this.finder = new Finder(bench);
        this.looks = new Looks(bench);
        this.delays = new DelayDesk(bench, source.frames());
        this.candidates = new Candidates(source.drivers());
        this.rows = new Rows(looks);
        Ends ends = new Ends();
        this.taken = new StationCameras(source, bench, this::want, ends);
        this.handover = new Handover(source, bench, looks, delays, this::want, ends);
        this.sight = new Sight(source, looks, candidates, handover, delays);
    }

    /** Begins to show states. */
    public void start() {
        bench.every(TICK, this::tick);
    }

    /** @return completed when every camera that was opened for the page is closed */
    public CompletableFuture<Void> end() {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        bench.run(() -> {
            watching = false;
            delays.end();
            CompletableFuture.allOf(looks.endAll(), delays.closed())
                    .whenComplete((closed, late) -> ended.complete(null));
        });
        return ended;
    }

    private void tick() {
        if (watching) {
            publish();
        }
    }

    private void askJobs() {
        bench.aside(() -> {
            List<String> now = source.jobs();
            bench.run(() -> jobs = now);
        });
    }

    private void want(Runnable deed) {
        bench.run(() -> {
            deed.run();
            publish();
        });
    }

    private void publish() {
        List<StationCamera> stations = source.stations();
        finder.tick();
        candidates.found(finder.found(), finder.search().running().isEmpty());
        List<Candidate> free = candidates.free(stations);
        free.forEach(this::learn);
        told = told.filter(end -> end.at().isAfter(bench.now().minus(TOLD_STAYS)));
        List<CameraRow> all = new ArrayList<>();
        stations.forEach(station -> all.add(rows.of(station, bench.now())));
        free.forEach(one -> all.add(rows.of(one)));
        Optional<CameraRow> open = chosen(all);
        chosen = open.map(CameraRow::key);
        if (watching) {
            sight.over(chosen, stations, free);
        } else {
            sight.none();
        }
        view.show(new CamerasState(
                all,
                open.map(row -> open(row, stations)),
                finder.search(),
                candidates.titles(),
                stations.stream().map(StationCamera::number).toList(),
                jobs,
                delays.delay(),
                told));
    }

    /** The first if the one that was chosen is there no more. */
    private Optional<CameraRow> chosen(List<CameraRow> all) {
        return all.stream()
                .filter(row -> chosen.equals(Optional.of(row.key())))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** Once it was opened, a camera tells more of itself. */
    private void learn(Candidate one) {
        looks.seen(one.key()).ifPresent(glance -> candidates.put(one.being(glance.identity())));
    }

    private OpenCamera open(CameraRow row, List<StationCamera> stations) {
        Optional<StationCamera> station =
                stations.stream().filter(one -> Rows.key(one).equals(row.key())).findFirst();
        return station.map(one -> rows.open(row, one, taken.faultsOf(one), refused))
                .orElseGet(() -> rows.open(row, candidates.get(row.key()), refused));
    }

    // ---- what the technician wants

    @Override
    public void watching(boolean looked) {
        want(() -> {
            watching = looked;
            if (looked) {
                askJobs();
            } else {
                delays.end();
            }
        });
    }

    @Override
    public void find() {
        want(() -> finder.find(candidates.drivers().values()));
    }

    @Override
    public void choose(String key) {
        want(() -> {
            chosen = Optional.of(key);
            refused = Optional.empty();
        });
    }

    @Override
    public void addByHand(String driver) {
        want(() -> {
            chosen = Optional.of(candidates.type(driver).key());
            refused = Optional.empty();
        });
    }

    @Override
    public void forget() {
        want(() -> candidate().filter(Candidate::byHand).ifPresent(this::remove));
    }

    private void remove(Candidate one) {
        looks.forget(one.key());
        candidates.remove(one.key());
        chosen = Optional.empty();
    }

    @Override
    public void colourClipped(boolean yes) {
        want(() -> looks.colourClipped(yes));
    }

    @Override
    public void wholeSharpness(boolean whole) {
        want(() -> looks.wholeSharpness(whole));
    }

    private Optional<Candidate> candidate() {
        return chosen.flatMap(candidates::get);
    }

    private void atStation(IntConsumer deed) {
        chosen.map(Rows::number).filter(number -> number > 0).ifPresent(deed::accept);
    }

    @Override
    public void online(boolean yes) {
        want(() -> atStation(number -> {
            try {
                source.online(number, yes);
            } catch (BadSetting notAllowed) {
                refused = Optional.of(String.valueOf(notAllowed.getMessage()));
            }
        }));
    }

    @Override
    public void faults(boolean on, Map<String, Object> values) {
        want(() -> atStation(number -> taken.faults(number, on, values)));
    }

    @Override
    public void set(String key, Optional<Object> value) {
        want(() -> {
            refused = Optional.empty();
            candidate()
                    .ifPresentOrElse(
                            one -> setFree(one.with(key, value)),
                            () -> atStation(number -> taken.set(number, key, value)));
        });
    }

    private void setFree(Candidate changed) {
        candidates.put(changed);
        changed.trouble()
                .ifPresentOrElse(
                        why -> refused = Optional.of(why), () -> looks.options(changed.key(), changed.options()));
    }

    @Override
    public void measureDelay(LatencyMeasure.Light light) {
        want(() -> candidate().ifPresent(one -> delays.begin(one, looks.end(one.key()), light)));
    }

    @Override
    public void useDelay() {
        want(() -> delays.latencyMs()
                .ifPresent(ms -> delays.delay()
                        .flatMap(now -> candidates.get(now.camera()))
                        .ifPresent(one -> setFree(one.with(LatencyMeasure.SETTING, Optional.of(ms))))));
    }

    @Override
    public void endDelay() {
        want(delays::end);
    }

    @Override
    public void bind(int station) {
        want(() -> candidate().ifPresent(one -> handover.bind(one, station)));
    }

    @Override
    public void addStation(String job) {
        want(() -> candidate().ifPresent(one -> handover.addStation(one, job)));
    }

    /** How what was wanted ended. */
    private final class Ends implements StationCameras.Owner, Handover.Owner {
        @Override
        public void refused(Optional<String> why) {
            refused = why;
        }

        @Override
        public void told(Told.Deed what, int station, Optional<String> trouble) {
            told = Optional.of(new Told(what, station, trouble, bench.now()));
        }

        @Override
        public void given(Candidate one, int station) {
            remove(one);
            chosen = Optional.of(Rows.key(station));
        }
    }
}
