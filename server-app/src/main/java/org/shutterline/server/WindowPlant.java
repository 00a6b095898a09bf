package org.shutterline.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.server.access.Act;
import org.shutterline.server.archive.Archive;
import org.shutterline.server.archive.HistoryQuery;
import org.shutterline.server.flight.Replay;
import org.shutterline.server.flight.WirePiece;
import org.shutterline.server.jobs.JobRefused;
import org.shutterline.server.machine.Machine;
import org.shutterline.server.machine.StageStatistics;
import org.shutterline.server.monitor.Flight;
import org.shutterline.server.monitor.JudgedBy;
import org.shutterline.server.monitor.ListenerPlate;
import org.shutterline.server.monitor.Plant;
import org.shutterline.server.monitor.PlantHealth;
import org.shutterline.server.monitor.StageTimes;
import org.shutterline.server.monitor.StationPlate;
import org.shutterline.server.monitor.Why;
import org.shutterline.server.net.Engine;
import org.shutterline.server.net.PeerStatus;
import org.shutterline.server.station.JobShelf;
import org.shutterline.server.station.StationRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the window sees of this server. */
final class WindowPlant implements Plant {
    private static final Logger LOG = LoggerFactory.getLogger(WindowPlant.class);

    private final WindowSeat seat;
    private final Machine machine;
    private final Archive archive;
    private final StageStatistics stages;
    private final Supplier<List<StationPlate>> stations;
    private final Collection<Dialect> dialects;
    private final Listeners listeners;
    private final Supplier<PlantHealth> health;
    private final Executor lookups;
    private final Executor replays;
    private final Flights flights;
    private final SupportFile support;
    private volatile Consumer<Event> viewer = event -> {};

    /** Writes what a supporter needs. */
    @FunctionalInterface
    interface SupportFile {
        void accept(Path file) throws IOException;
    }

    /**
     * @param lookups where what reads the disk is done
     * @param replays where flight records are run again, which may take long
     */
    WindowPlant(
            WindowSeat seat,
            Machine machine,
            Archive archive,
            StageStatistics stages,
            Supplier<List<StationPlate>> stations,
            Collection<Dialect> dialects,
            Listeners listeners,
            Supplier<PlantHealth> health,
            Executor lookups,
            Executor replays,
            Flights flights,
            SupportFile support) {
        this.seat = seat;
        this.machine = machine;
        this.archive = archive;
        this.stages = stages;
        this.stations = stations;
        this.dialects = List.copyOf(dialects);
        this.listeners = listeners;
        this.health = health;
        this.lookups = lookups;
        this.replays = replays;
        this.flights = flights;
        this.support = support;
    }

    @Override
    public List<StationPlate> stations() {
        return stations.get();
    }

    @Override
    public void ask(Command command, Consumer<Reply> reply) {
        seat.ask(command, reply, answer -> machine.askHere(command, viewer, answer));
    }

    @Override
    public Runnable listen(Consumer<Event> events) {
        viewer = events;
        Engine.Registration registration = machine.listen(events);
        return registration::close;
    }

    @Override
    public List<StageTimes> stageTimes(int station) {
        return stages.of(station).stream()
                .map(stage -> new StageTimes(stage.stage(), stage.last(), stage.p50(), stage.p95(), stage.p99()))
                .toList();
    }

    @Override
    public List<ListenerPlate> listeners() {
        return listeners.all().stream()
                .map(listener -> new ListenerPlate(
                        listener.dialect(),
                        listener.options(),
                        listener.address(),
                        listener.rights(),
                        listener.encrypts() ? listeners.fingerprint() : Optional.empty(),
                        listener.accepts()))
                .toList();
    }

    @Override
    public Collection<Dialect> dialects() {
        return dialects;
    }

    @Override
    public void endBySilence(int port, int silenceMs, Consumer<Optional<String>> done) {
        aside(
                lookups,
                () -> {
                    seat.does(Act.LISTEN, "lines on port " + port + " to end after " + silenceMs + " ms of silence");
                    listeners.endBySilence(port, silenceMs);
                },
                done);
    }

    @Override
    public List<PeerStatus> peers() {
        return listeners.all().stream()
                .flatMap(listener -> listener.peers().stream())
                .toList();
    }

    @Override
    public void search(HistoryQuery query, Consumer<Optional<List<InspectionResult>>> found) {
        try {
            lookups.execute(() -> found.accept(found(query)));
        } catch (RejectedExecutionException stopping) {
            found.accept(Optional.empty());
        }
    }

    private Optional<List<InspectionResult>> found(HistoryQuery query) {
        try {
            return Optional.of(archive.search(query));
        } catch (RuntimeException broken) {
            LOG.error("a search for the window broke", broken);
            return Optional.empty();
        }
    }

    /** Something that blocks on the disk and may be refused. */
    private interface Deed {
        void run() throws IOException, JobRefused, JobShelf.NoSuchJob;
    }

    private static void aside(Executor thread, Deed deed, Consumer<Optional<String>> done) {
        try {
            thread.execute(() -> done.accept(trouble(deed)));
        } catch (RejectedExecutionException stopping) {
            done.accept(Optional.of("the server is stopping"));
        }
    }

    private static Optional<String> trouble(Deed deed) {
        try {
            deed.run();
            return Optional.empty();
        } catch (IOException | JobRefused | JobShelf.NoSuchJob | RuntimeException refused) {
            String why = Why.of(refused);
            LOG.warn("not done for the window: {}", why);
            return Optional.of(why);
        }
    }

    @Override
    public void say(InspectionResult result, Optional<Verdict> said, Consumer<Optional<String>> done) {
        aside(
                lookups,
                () -> {
                    seat.does(
                            Act.SAY,
                            "part " + result.id() + " said to be "
                                    + said.map(Verdict::name).orElse("-"));
                    flights.say(result, said);
                },
                done);
    }

    @Override
    public void said(Set<String> jobs, Consumer<Map<Long, Verdict>> found) {
        aside(lookups, () -> found.accept(flights.said(jobs)), trouble -> {});
    }

    @Override
    public void judgedBy(InspectionResult result, String versionId, Consumer<JudgedBy> told) {
        aside(
                lookups,
                () -> told.accept(new JudgedBy(
                        result.job(),
                        flights.versionNumber(result.job(), versionId),
                        isActive(result.station(), result.job(), versionId))),
                trouble -> {});
    }

    private boolean isActive(int station, String job, String versionId) {
        return machine.stations().stream()
                .filter(runner -> runner.plan().number() == station)
                .map(StationRunner::activeJob)
                .anyMatch(
                        active -> active.name().equals(job) && active.version().equals(versionId));
    }

    @Override
    public void saveFlight(long id, Path file, List<WirePiece> wire, Consumer<Optional<String>> done) {
        aside(lookups, () -> flights.save(id, file, wire), done);
    }

    @Override
    public void saveSupport(Path file, Consumer<Optional<String>> done) {
        aside(lookups, () -> support.accept(file), done);
    }

    @Override
    public void replay(Path file, Consumer<Flight> done) {
        String name = String.valueOf(file.getFileName());
        aside(
                replays,
                () -> {
                    Replay replay = flights.replay(file);
                    done.accept(new Flight(name, true, replay.isSame(), replay.lines()));
                },
                trouble -> trouble.ifPresent(why -> done.accept(new Flight(name, false, false, List.of(why)))));
    }

    @Override
    public PlantHealth health() {
        return health.get();
    }
}
