package org.shutterline.server;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.archive.Archive;
import org.shutterline.server.archive.PictureMemory;
import org.shutterline.server.jobs.JobStore;
import org.shutterline.server.machine.Machine;
import org.shutterline.server.net.Bounds;
import org.shutterline.server.net.Engine;
import org.shutterline.server.net.Stillness;
import org.shutterline.server.net.Surroundings;
import org.shutterline.server.net.TrafficListener;
import org.shutterline.server.net.TriggerServer;
import org.shutterline.server.settings.ServerSettings;
import org.shutterline.server.worker.Workers;

/** The station at work, without a window: wires everything, once, and takes it apart in the opposite order. */
public final class Server implements AutoCloseable {
    private static final Duration TOGETHER = Duration.ofMillis(4_700);
    private static final Duration LEAST_FOR_PICTURES = Duration.ofMillis(50);
    private static final Duration DRAIN = Duration.ofMillis(4_400);

    private final Site site;
    private final Archive archive;
    private final Crew crew = new Crew();
    private final Workers workers = Workers.likeThis(WorkerMain.class.getName());
    private final Stillness stillness;
    private final ShopFloor floor;
    private final Access access;
    private final Listeners listeners;
    private final ServerHealth health;
    private volatile boolean atWork;

    /**
     * Starts everything; returns when every listener accepts and every station is ready, offline or faulty.
     *
     * @throws BadSetting if settings or a job cannot be used
     * @throws NotToBeHad if a port or the data folder is not free
     */
    public static Server start(Wishes wishes, TrafficListener traffic)
            throws NotToBeHad, IOException, InterruptedException {
        Site site = Site.of(wishes);
        try {
            Server server = new Server(site, traffic);
            server.begin();
            return server;
        } catch (BadSetting bad) {
            site.close();
            throw site.file().withLine(bad);
        } catch (NotToBeHad | IOException | InterruptedException | RuntimeException failed) {
            site.close();
            throw failed;
        }
    }

    private Server(Site site, TrafficListener traffic) throws IOException {
        ServerSettings settings = site.settings();
        this.site = site;
        this.archive = Archive.open(
                site.data(),
                settings.pictures().rules(),
                PictureMemory.within(
                        settings.pictures().memoryBytes(), Runtime.getRuntime().maxMemory()),
                Clock.systemDefaultZone());
        this.stillness = Stillness.watching();
        try {
            Bounds bounds = new Bounds(settings.limits().wire());
            this.floor = new ShopFloor(site, archive, workers, crew, bounds, this::vitals);
            this.access = new Access(site, archive, floor, crew.deadlines());
            this.listeners = new Listeners(
                    site.file(),
                    settings.loopbackRole(),
                    access.certificates(),
                    new Surroundings(access.gate(), traffic, stillness, bounds),
                    access.books());
            this.health = new ServerHealth(site, archive, floor, bounds, crew);
            archive.lookThroughAlso(() -> StoreCheck.jobs(site.wishes().jobs()));
            health.watch(access::troubles);
        } catch (RuntimeException failed) {
            stillness.close();
            archive.close();
            throw failed;
        }
    }

    private void begin() throws NotToBeHad, InterruptedException {
        try {
            site.restored().ifPresent(access::wasRestored);
            floor.start();
            listeners.open(site.settings().listeners());
            health.listensOn(readyLines());
            access.serverStarted();
            site.keepSettingsAsGood();
            atWork = true;
        } catch (NotToBeHad | InterruptedException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private Map<String, Object> vitals() {
        return health.vitals();
    }

    /** One line for each listener: {@code READY plain 127.0.0.1:7501}. */
    public List<String> readyLines() {
        return listeners.readyLines();
    }

    /** One line for each station that takes no triggers because something is wrong: {@code station 2: FAULT, the camera is away}. */
    public List<String> faultLines() {
        return floor.faultLines();
    }

    /** What else whoever starts it should know, a sentence each: {@code station 1: job a goes on, as chosen last; ...}. */
    List<String> remarkLines() {
        return Stream.concat(health.crash().stream(), floor.remarks().stream()).toList();
    }

    /** The settings that it runs on. */
    ServerSettings settings() {
        return site.settings();
    }

    /** What is wrong with the settings file, if the last good settings took its place. */
    Optional<String> settingsTrouble() {
        return site.settingsTrouble();
    }

    /** What the technician's window is made of. */
    TechnicianDesk desk() {
        return new TechnicianDesk(site, archive, workers, floor, access, listeners, health, crew);
    }

    /** How it is, and what watches it. */
    ServerHealth health() {
        return health;
    }

    /** The jobs, as all parts of the server share them. */
    JobStore jobs() {
        return floor.jobs();
    }

    /** What peers ask: the machine behind the gate. */
    Engine engine() {
        return access.gate();
    }

    Machine machine() {
        return floor.machine();
    }

    Archive archive() {
        return archive;
    }

    List<TriggerServer> listeners() {
        return listeners.all();
    }

    /** Takes no more triggers, lets what runs end for up to 4 s, answers the rest UNKNOWN 23, and closes; 5 s at most. */
    @Override
    public void close() {
        long end = System.nanoTime() + TOGETHER.toNanos();
        Ending ending = new Ending();
        ending.step(floor::takeNoMore);
        List<CompletableFuture<Void>> closing = new ArrayList<>();
        CountDownLatch lastResult = new CountDownLatch(1);
        ending.step(() -> closing.addAll(listeners.closing(DRAIN, lastResult)));
        ending.step(floor::finish);
        lastResult.countDown();
        closing.forEach(listener -> ending.step(listener::join));
        ending.step(floor::close);
        ending.step(crew::close);
        ending.step(stillness::close);
        ending.step(health::close);
        ending.step(access::close);
        ending.step(
                () -> archive.close(Duration.ofNanos(Math.max(LEAST_FOR_PICTURES.toNanos(), end - System.nanoTime()))));
        ending.step(() -> health.stopped(atWork));
        ending.step(site::close);
        ending.done();
    }
}
