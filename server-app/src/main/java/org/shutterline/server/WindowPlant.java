package org.shutterline.server;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Reply;
import org.shutterline.server.archive.Archive;
import org.shutterline.server.archive.HistoryQuery;
import org.shutterline.server.machine.Machine;
import org.shutterline.server.machine.StageStatistics;
import org.shutterline.server.monitor.ListenerPlate;
import org.shutterline.server.monitor.Plant;
import org.shutterline.server.monitor.PlantHealth;
import org.shutterline.server.monitor.StageTimes;
import org.shutterline.server.monitor.StationPlate;
import org.shutterline.server.net.Engine;
import org.shutterline.server.net.PeerStatus;
import org.shutterline.server.net.TriggerServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the window sees of this server. */
final class WindowPlant implements Plant {
    private static final Logger LOG = LoggerFactory.getLogger(WindowPlant.class);

    private final Machine machine;
    private final Archive archive;
    private final StageStatistics stages;
    private final List<StationPlate> stations;
    private final Collection<TriggerServer> listeners;
    private final Supplier<PlantHealth> health;
    private final Executor lookups;
    private volatile Consumer<Event> viewer = event -> {};

    /** @param lookups where what reads the disk is done */
    WindowPlant(
            Machine machine,
            Archive archive,
            StageStatistics stages,
            List<StationPlate> stations,
            Collection<TriggerServer> listeners,
            Supplier<PlantHealth> health,
            Executor lookups) {
        this.machine = machine;
        this.archive = archive;
        this.stages = stages;
        this.stations = List.copyOf(stations);
        this.listeners = List.copyOf(listeners);
        this.health = health;
        this.lookups = lookups;
    }

    @Override
    public List<StationPlate> stations() {
        return stations;
    }

    @Override
    public void ask(Command command, Consumer<Reply> reply) {
        machine.askHere(command, viewer, reply);
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
                .map(stage -> new StageTimes(stage.stage(), stage.now(), stage.p50(), stage.p95(), stage.p99()))
                .toList();
    }

    @Override
    public List<ListenerPlate> listeners() {
        return listeners.stream()
                .map(listener -> new ListenerPlate(listener.dialect(), listener.address()))
                .toList();
    }

    @Override
    public List<PeerStatus> peers() {
        return listeners.stream().flatMap(listener -> listener.peers().stream()).toList();
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

    @Override
    public PlantHealth health() {
        return health.get();
    }
}
