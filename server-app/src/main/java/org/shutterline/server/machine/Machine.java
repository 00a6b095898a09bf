package org.shutterline.server.machine;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Origin;
import org.shutterline.protocol.message.Reply;
import org.shutterline.server.net.Asked;
import org.shutterline.server.net.Engine;
import org.shutterline.server.net.Peer;
import org.shutterline.server.station.JobShelf;
import org.shutterline.server.station.StationRunner;
import org.shutterline.server.tuning.JobTuner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every station of this server, as peers and the window see it. */
public final class Machine implements Engine, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Machine.class);

    private final Map<Integer, StationRunner> stations = new ConcurrentSkipListMap<>();
    private final Map<Long, Consumer<Event>> viewers = new ConcurrentHashMap<>();
    private final Records records;
    private final JobShelf jobs;
    private final JobTuner tuner;
    private final Map<Long, PeerLookups> lookupsOfPeers = new ConcurrentHashMap<>();
    private final Executor lookups;
    private final Remembering remembering = new Remembering(lookups());
    private final StationEvents events;
    private final LiveFeed live;
    private final Supplier<Map<String, Object>> health;

    /**
     * @param lookups where what reads the disk is done
     * @param encoder of live pictures
     * @param health tells how the server is, as {@link Reply.HealthOf} has it; asked where what reads the disk is done
     */
    public Machine(
            Records records,
            JobShelf jobs,
            JobTuner tuner,
            Executor lookups,
            StationEvents events,
            PixelEncoder encoder,
            Supplier<Map<String, Object>> health) {
        this.records = records;
        this.jobs = jobs;
        this.tuner = tuner;
        this.lookups = lookups;
        this.events = events;
        this.health = health;
        this.live = new LiveFeed(encoder, this::tellLiveRate);
        events.showLive(live);
    }

    /** Peers find it from now on. */
    public void add(StationRunner station) {
        stations.put(station.plan().number(), station);
    }

    public Collection<StationRunner> stations() {
        return stations.values();
    }

    /** Whether the peer may is decided before it comes here. */
    @Override
    public void ask(Asked asked, Consumer<Reply> reply) {
        Consumer<Event> viewer = viewers.getOrDefault(asked.peer().id(), event -> {});
        asked.command()
                .answerBy(new Answering(
                        this,
                        Origin.WIRE,
                        asked.peer().name(),
                        asked.readAtNanos(),
                        asked.readAt(),
                        asked.stale(),
                        viewer,
                        lookupsOf(asked.peer()),
                        reply));
    }

    private Lookups lookupsOf(Peer peer) {
        return Optional.<Lookups>ofNullable(lookupsOfPeers.get(peer.id())).orElseGet(this::lookups);
    }

    /** The same for the window of this machine. */
    public void askHere(Command command, Consumer<Event> viewer, Consumer<Reply> reply) {
        command.answerBy(new Answering(
                this, Origin.WINDOW, "", System.nanoTime(), OffsetDateTime.now(), false, viewer, lookups(), reply));
    }

    @Override
    public Registration listen(Peer peer, Consumer<Event> listener) {
        viewers.put(peer.id(), listener);
        PeerLookups own = new PeerLookups(lookups());
        lookupsOfPeers.put(peer.id(), own);
        Registration registration = listen(listener);
        return () -> {
            viewers.remove(peer.id());
            lookupsOfPeers.remove(peer.id());
            own.close();
            registration.close();
        };
    }

    /** Tells every event from now on, but live pictures only if they are asked for. */
    public Registration listen(Consumer<Event> listener) {
        events.add(listener);
        return () -> {
            events.remove(listener);
            live.stopAll(listener);
        };
    }

    Optional<StationRunner> station(int number) {
        return Optional.ofNullable(stations.get(number));
    }

    Records records() {
        return records;
    }

    JobShelf jobs() {
        return jobs;
    }

    JobTuner tuner() {
        return tuner;
    }

    Remembering remembering() {
        return remembering;
    }

    /** For whoever shares them with all. */
    private Lookups lookups() {
        return this::lookUp;
    }

    private void lookUp(Supplier<Reply> answer, Consumer<Reply> reply) {
        lookups.execute(() -> reply.accept(attempt(answer)));
    }

    private static Reply attempt(Supplier<Reply> answer) {
        try {
            return answer.get();
        } catch (RuntimeException | Error broken) {
            LOG.error("a look-up broke", broken);
            return new Reply.Refused(Code.INTERNAL_ERROR);
        }
    }

    StageStatistics stages() {
        return events.stages();
    }

    Map<String, Object> health() {
        return health.get();
    }

    LiveFeed live() {
        return live;
    }

    private void tellLiveRate(int station, int fps) {
        station(station).ifPresent(runner -> runner.live(fps));
    }

    @Override
    public void close() {
        live.close();
    }
}
