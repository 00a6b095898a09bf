package org.shutterline.server.cameras;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.cameras.CamerasSource.StationCamera;
import org.shutterline.server.guard.LatencyMeasure;
import org.shutterline.server.monitor.Bench;

/** Has cameras found, looked through, set and given to stations as the technician wants it, and tells the states of it. */
public final class CamerasPresenter implements CamerasActions {
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration TOLD_STAYS = Duration.ofSeconds(15);
    private static final int MOST_BESIDE = 8;

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
        if (chosen.filter(key -> all.stream().anyMatch(row -> row.key().equals(key)))
                .isEmpty()) {
            chosen = all.stream().map(CameraRow::key).findFirst();
        }
        look(stations, free);
        view.show(new CamerasState(
                all,
                all.stream()
                        .filter(row -> chosen.equals(Optional.of(row.key())))
                        .findFirst()
                        .map(row -> open(row, stations)),
                finder.search(),
                titles(),
                stations.stream().map(StationCamera::number).toList(),
                jobs,
                delays.delay(),
                told));
    }

    private Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        candidates.drivers().forEach((id, driver) -> titles.put(id, driver.title()));
        return titles;
    }

    /** Once it was opened, a camera tells more of itself. */
    private void learn(Candidate one) {
        looks.seen(one.key()).ifPresent(glance -> candidates.put(one.being(glance.identity())));
    }

    private void look(List<StationCamera> stations, List<Candidate> free) {
        if (!watching) {
            looks.only(Optional.empty(), Set.of(), this::eye);
            return;
        }
        Set<String> beside = new LinkedHashSet<>();
        free.stream()
                .filter(one -> !one.byHand() && one.trouble().isEmpty())
                .filter(one -> !isTaken(one.key()))
                .limit(MOST_BESIDE)
                .forEach(one -> beside.add(one.key()));
        boolean online = stations.stream()
                .filter(station -> chosen.equals(Optional.of(Rows.key(station))))
                .anyMatch(station -> station.state() != StationState.OFFLINE);
        Optional<String> usable = chosen.filter(key -> !online && !isTaken(key))
                .filter(key -> candidates.get(key).flatMap(Candidate::trouble).isEmpty());
        looks.only(usable, beside, this::eye);
    }

    /** Whether it is open, or about to be, for something else than to be looked through. */
    private boolean isTaken(String key) {
        return handover.holds(key) || delays.holds(key);
    }

    private Eye eye(String key) {
        return candidates
                .get(key)
                .<Eye>map(one -> new FreeEye(one.driver(), one.options(), source.frames()))
                .orElseGet(() -> new StationEye(source, Rows.number(key)));
    }

    private OpenCamera open(CameraRow row, List<StationCamera> stations) {
        Optional<StationCamera> station =
                stations.stream().filter(one -> Rows.key(one).equals(row.key())).findFirst();
        Optional<Glance> glance = looks.seen(row.key());
        Optional<Candidate> candidate = candidates.get(row.key());
        boolean live = looks.looks(row.key());
        boolean on = station.filter(one -> one.faults().isOn()).isPresent();
        return new OpenCamera(
                row,
                glance.filter(there -> live).map(Glance::shown),
                glance.filter(there -> live).map(Glance::figures),
                live,
                station.map(Rows::settings).orElseGet(() -> Rows.settings(candidate)),
                refused,
                candidate.filter(Candidate::byHand).isPresent(),
                candidate.filter(Candidate::hasDelay).isPresent(),
                on,
                station.map(taken::faultsOf).orElse(Map.of()),
                station.flatMap(one -> rows.past(one.number())));
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
