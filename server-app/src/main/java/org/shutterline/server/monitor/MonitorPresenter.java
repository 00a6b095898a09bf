package org.shutterline.server.monitor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.doctor.Fix;

/**
 * Turns what happens in the server into states, ten times a second, and what the technician wants into commands. All its
 * own work is done on the bench.
 */
public final class MonitorPresenter implements MonitorActions {
    private static final Duration TICK = Duration.ofMillis(100);
    private static final int JOBS_EACH_TICKS = 50;
    private static final int PEERS_EACH_TICKS = 3;

    private final Plant plant;
    private final Bench bench;
    private final MonitorView view;
    private final Optional<String> settingsTrouble;
    private final Map<Integer, StationDesk> stations = new TreeMap<>();
    private final TrafficDesk traffic;
    private final DoctorDesk doctor;
    private final HistoryDesk history;
    private final LogDesk log;
    private final SaveDesk files;
    private final Happenings happenings = new Happenings();
    private OptionalInt chosen = OptionalInt.empty();
    private boolean watching = true;
    private List<ClientRow> clients = List.of();
    private Runnable endListening = () -> {};
    private long ticks;

    /** @param settingsTrouble what is wrong with the settings file, of which the last good one is in use */
    public MonitorPresenter(
            Plant plant,
            TrafficRing traffic,
            LogRing log,
            Optional<String> settingsTrouble,
            Bench bench,
            MonitorView view) {
        this.plant = plant;
        this.bench = bench;
        this.view = view;
        this.settingsTrouble = settingsTrouble;
        this.doctor = new DoctorDesk(plant, bench);
        this.traffic = new TrafficDesk(traffic, doctor::passed);
        this.history = new HistoryDesk(plant, bench);
        this.log = new LogDesk(log);
        this.files = new SaveDesk(plant, bench, this::publish);
    }

    /** Begins to show states. */
    public void start() {
        bench.run(() -> {
            endListening = plant.listen(event -> event.answerBy(happenings));
            lookForStations();
            history.find(HistoryFilter.NEWEST);
            bench.run(this::tick);
            bench.every(TICK, this::tick);
        });
    }

    private void lookForStations() {
        for (StationPlate plate : plant.stations()) {
            Optional.ofNullable(stations.get(plate.number()))
                    .ifPresentOrElse(desk -> desk.plate(plate), () -> begin(plate));
        }
        if (chosen.isEmpty()) {
            chosen = stations.keySet().stream().mapToInt(Integer::intValue).findFirst();
        }
    }

    private void begin(StationPlate plate) {
        StationDesk desk = new StationDesk(plate, plant, bench);
        stations.put(plate.number(), desk);
        desk.begin();
    }

    /** Listens no more. */
    public void stop() {
        bench.run(() -> endListening.run());
    }

    private void tick() {
        ticks++;
        lookForStations();
        happenings.handOut(stations);
        for (StationDesk desk : stations.values()) {
            desk.askStatus();
            if (ticks % JOBS_EACH_TICKS == 0) {
                desk.askJobs();
            }
            desk.tick(watching && chosen.orElse(0) == desk.number());
        }
        traffic.fetch();
        // what was answered at once is in the state of this tick
        bench.run(this::publish);
    }

    private void publish() {
        TrafficView inView = traffic.view();
        if (ticks % PEERS_EACH_TICKS == 1 || clients.isEmpty()) {
            clients = clients(inView);
        }
        List<StationView> views =
                stations.values().stream().map(StationDesk::view).toList();
        MonitorState state = new MonitorState(
                bench.now(),
                views,
                chosen.isPresent() ? Optional.of(chosen.getAsInt()) : Optional.empty(),
                plant.listeners(),
                clients,
                inView,
                doctor.look(views, clients.stream().map(ClientRow::status).toList()),
                history.view(),
                log.view(),
                plant.health(),
                settingsTrouble,
                files.saved());
        view.show(state);
    }

    private List<ClientRow> clients(TrafficView inView) {
        return plant.peers().stream()
                .map(peer -> new ClientRow(
                        peer,
                        Optional.ofNullable(inView.waiting().get(peer.peer().id()))))
                .toList();
    }

    // ---- what the technician wants

    private void want(Runnable deed) {
        bench.run(() -> {
            deed.run();
            bench.run(this::publish);
        });
    }

    private void atStation(Consumer<StationDesk> deed) {
        want(() -> Optional.ofNullable(stations.get(chosen.orElse(0))).ifPresent(deed));
    }

    @Override
    public void chooseStation(int number) {
        want(() -> {
            if (stations.containsKey(number)) {
                Optional.ofNullable(stations.get(chosen.orElse(0)))
                        .filter(desk -> desk.number() != number)
                        .ifPresent(left -> left.live(false));
                chosen = OptionalInt.of(number);
                stations.get(number).tick(watching);
            }
        });
    }

    @Override
    public void trigger() {
        atStation(StationDesk::trigger);
    }

    @Override
    public void live(boolean on) {
        atStation(desk -> desk.live(on));
    }

    @Override
    public void online(boolean yes) {
        atStation(desk -> desk.online(yes));
    }

    @Override
    public void changeJob(String job) {
        atStation(desk -> desk.changeJob(job));
    }

    @Override
    public void showEarlier(long id) {
        atStation(desk -> {
            desk.showEarlier(id);
            desk.tick(watching);
        });
    }

    @Override
    public void showNewest() {
        atStation(desk -> {
            desk.showNewest();
            desk.tick(watching);
        });
    }

    @Override
    public void watching(boolean looked) {
        want(() -> watching = looked);
    }

    @Override
    public void fix(Fix fix) {
        want(() -> doctor.fix(fix, this::publish));
    }

    @Override
    public void showTraffic(TrafficChoice choice, String find) {
        want(() -> traffic.show(choice, find));
    }

    @Override
    public void pauseTraffic(boolean paused) {
        want(() -> traffic.pause(paused));
    }

    @Override
    public void saveTraffic(Path file) {
        want(() -> files.traffic(file, traffic.view().rows()));
    }

    @Override
    public void findResults(HistoryFilter filter) {
        want(() -> history.find(filter));
    }

    @Override
    public void findMore() {
        want(history::findMore);
    }

    @Override
    public void showFound(long id) {
        want(() -> history.show(id));
    }

    @Override
    public void sayOfFound(Optional<Verdict> said) {
        want(() -> history.say(said));
    }

    @Override
    public void saveFlight(Path file) {
        want(() -> history.saveFlight(file, result -> traffic.wire(result.id())));
    }

    @Override
    public void openFlight(Path file) {
        want(() -> history.openFlight(file));
    }

    @Override
    public void saveResults(Path file) {
        want(() -> {
            HistoryView found = history.view();
            files.results(file, found.rows(), found.said());
        });
    }

    @Override
    public void saveSupport(Path file) {
        want(() -> files.support(file));
    }

    @Override
    public void showLog(LogRow.Level least, String find) {
        want(() -> log.show(least, find));
    }
}
