package org.shutterline.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shutterline.protocol.message.Product;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.server.access.Act;
import org.shutterline.server.access.Books;
import org.shutterline.server.access.Certificates;
import org.shutterline.server.access.EditLeases;
import org.shutterline.server.access.Entry;
import org.shutterline.server.access.Gate;
import org.shutterline.server.access.OneEditor;
import org.shutterline.server.access.Roster;
import org.shutterline.server.access.Seat;
import org.shutterline.server.access.SyslogCopies;
import org.shutterline.server.access.Users;
import org.shutterline.server.archive.Archive;
import org.shutterline.server.archive.ArchiveException;
import org.shutterline.server.archive.ArchiveHealth;
import org.shutterline.server.archive.DataFolder;
import org.shutterline.server.archive.Trouble;
import org.shutterline.server.backup.Restore;
import org.shutterline.server.cameras.CamerasSource;
import org.shutterline.server.editor.Workshop;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.guard.CameraPost;
import org.shutterline.server.jobs.JobStore;
import org.shutterline.server.listeners.ListenersSource;
import org.shutterline.server.machine.LiveJpeg;
import org.shutterline.server.machine.Machine;
import org.shutterline.server.machine.StageStatistics;
import org.shutterline.server.machine.StationEvents;
import org.shutterline.server.monitor.Plant;
import org.shutterline.server.monitor.PlantHealth;
import org.shutterline.server.monitor.StationPlate;
import org.shutterline.server.net.Bounds;
import org.shutterline.server.net.Engine;
import org.shutterline.server.net.Stillness;
import org.shutterline.server.net.Surroundings;
import org.shutterline.server.net.TrafficListener;
import org.shutterline.server.net.TriggerServer;
import org.shutterline.server.settings.Isolation;
import org.shutterline.server.settings.Plugins;
import org.shutterline.server.settings.ServerSettings;
import org.shutterline.server.settings.SettingsFile;
import org.shutterline.server.settings.StationSettings;
import org.shutterline.server.simulator.SimulatorSource;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.station.Job;
import org.shutterline.server.station.StationMemory;
import org.shutterline.server.station.StationPlan;
import org.shutterline.server.station.StationRunner;
import org.shutterline.server.statistics.StatisticsSource;
import org.shutterline.server.storage.StorageSource;
import org.shutterline.server.tuning.JobTuner;
import org.shutterline.server.users.UsersSource;
import org.shutterline.server.watch.LastRun;
import org.shutterline.server.watch.SupportBundle;
import org.shutterline.server.watch.Watchdog;
import org.shutterline.server.worker.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The station at work, without a window: wires everything, once, and takes it apart in the opposite order. */
public final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    /** So long a start waits for cameras; one that needs longer is announced as a fault. */
    private static final long CAMERAS_MS = 10_000;

    /** So long triggers that run when the server is stopped have to end by themselves. */
    private static final long FINISH_MS = 4_000;

    /** And so long the answers to the rest have, for all stations together. */
    private static final long ANSWER_MS = 300;

    private static final Duration TOGETHER = Duration.ofMillis(4_700);
    private static final Duration LEAST_FOR_PICTURES = Duration.ofMillis(50);
    private static final Duration DRAIN = Duration.ofMillis(4_400);
    private static final Duration SYSLOG_AT_THE_END = Duration.ofMillis(100);
    private static final String SERVER = "server";

    /** So long a thread whose tasks are short may be away. */
    private static final Duration STUCK = Duration.ofSeconds(5);

    /** And one that waits for the disk. */
    private static final Duration STUCK_ON_DISK = Duration.ofSeconds(60);

    private final DataFolder folder;
    private final ServerSettings settings;
    private final Optional<String> settingsTrouble;
    private final Archive archive;
    private final List<StationMemory> before;
    private final JobStore jobs;
    private final Catalog<InspectionToolFactory> tools;
    private final Plugins plugins;
    private final Workers workers;
    private final Isolation isolation;
    private final Machine machine;
    private final ScheduledThreadPoolExecutor deadlines;
    private final ExecutorService lookups;
    private final ExecutorService replays;
    private final ExecutorService counting;
    private final Books books;
    private final Optional<SyslogCopies> syslog;
    private final Gate gate;
    private final Users users;
    private final EditLeases leases;
    private final Seat seat;
    private final Certificates certificates;
    private final Stillness stillness;
    private final Bounds bounds;
    private final Listeners listeners;
    private final StageStatistics stages = new StageStatistics();
    private final Watchdog watchdog;
    private final List<Supplier<List<String>>> troublesOutside = new CopyOnWriteArrayList<>();
    private final LastRun lastRun;
    private final Vitals vitals;
    private final SettingsFile file;
    private final Path settingsPath;
    private final StationMaker maker;
    private final Map<Integer, CameraPost> posts = new ConcurrentSkipListMap<>();

    /**
     * Starts everything; returns when every listener accepts and every station is ready, offline or faulty.
     *
     * @throws org.shutterline.protocol.plugin.BadSetting if settings or a job cannot be used
     * @throws NotToBeHad if a port or the data folder is not free
     */
    public static Server start(Wishes wishes, TrafficListener traffic)
            throws NotToBeHad, IOException, InterruptedException {
        DataFolder folder = lock(wishes);
        try {
            Optional<Restore.Done> restored = Restore.finish(folder.path(), Clock.systemDefaultZone());
            restored.ifPresent(done -> LOG.warn(
                    "a backup was restored; what was there before is in {}, the next id is {}",
                    done.before(),
                    done.nextId()));
            if (wishes.demo()) {
                Demo.fill(wishes);
            }
            Plugins plugins = Plugins.installed();
            if (!Files.exists(wishes.settingsFile())) {
                throw new BadSetting(
                        String.valueOf(wishes.settingsFile().getFileName()),
                        "no such file in " + wishes.data()
                                + "; --demo fills an empty folder with a station that works");
            }
            SettingsFile file = new SettingsFile(wishes.settingsFile(), folder.path(), plugins);
            Server server = start(wishes, folder, plugins, file, traffic);
            restored.map(done -> RestoreEntry.of(done, "", SERVER)).ifPresent(server.books::did);
            return server;
        } catch (NotToBeHad | IOException | InterruptedException | RuntimeException failed) {
            folder.close();
            throw failed;
        }
    }

    private static Server start(
            Wishes wishes, DataFolder folder, Plugins plugins, SettingsFile file, TrafficListener traffic)
            throws NotToBeHad, IOException, InterruptedException {
        try {
            SettingsFile.Read read = wishes.lastGood() ? file.readOrLastGood() : file.read();
            ServerSettings settings =
                    wishes.port().map(read.settings()::withFirstPort).orElse(read.settings());
            Workers workers = Workers.likeThis(WorkerMain.class.getName());
            Server server = new Server(
                    folder,
                    settings,
                    file,
                    wishes.settingsFile(),
                    read.trouble(),
                    wishes.jobs(),
                    plugins,
                    workers,
                    traffic);
            if (read.trouble().isEmpty()) {
                file.keepAsGood();
            }
            return server;
        } catch (BadSetting bad) {
            throw file.withLine(bad);
        }
    }

    private static DataFolder lock(Wishes wishes) throws NotToBeHad {
        try {
            return DataFolder.lock(wishes.data());
        } catch (ArchiveException taken) {
            throw new NotToBeHad(taken.getMessage(), taken);
        }
    }

    private Server(
            DataFolder folder,
            ServerSettings settings,
            SettingsFile file,
            Path settingsPath,
            Optional<String> settingsTrouble,
            Path jobs,
            Plugins plugins,
            Workers workers,
            TrafficListener traffic)
            throws NotToBeHad, IOException, InterruptedException {
        this.folder = folder;
        this.settings = settings;
        this.file = file;
        this.settingsPath = settingsPath;
        this.settingsTrouble = settingsTrouble;
        this.plugins = plugins;
        this.workers = workers;
        this.tools = plugins.tools();
        this.isolation = workers::isolated;
        this.archive = Archive.open(folder.path(), settings.pictures().rules(), Clock.systemDefaultZone());
        this.before = settings.stations().stream()
                .flatMap(station -> archive.recall(station.plan().number()).stream())
                .toList();
        this.deadlines = new ScheduledThreadPoolExecutor(1, named("deadlines"));
        this.deadlines.setRemoveOnCancelPolicy(true);
        this.lookups = Executors.newFixedThreadPool(2, named("look-up"));
        this.replays = Executors.newSingleThreadExecutor(named("replay"));
        this.counting = Executors.newSingleThreadExecutor(named("counting"));
        this.stillness = Stillness.watching();
        this.bounds = new Bounds(settings.limits().wire());
        StationEvents events = new StationEvents(stages);
        this.jobs = new JobStore(jobs, tools, this.isolation, Clock.systemUTC(), this::activeVersions, settings.jobs());
        this.machine = new Machine(
                new ArchiveRecords(archive),
                this.jobs,
                new JobTuner(this.jobs, settings.jobs().programs()),
                lookups,
                events,
                new LiveJpeg(),
                this::vitals);
        this.maker = new StationMaker(archive, this.jobs, workers, pool(settings), deadlines, events);
        this.syslog = settings.audit().syslog().map(SyslogCopies::new);
        this.books = new Books(
                new BookShelf(archive),
                entry -> syslog.ifPresent(copies -> copies.accept(entry)),
                Clock.systemUTC(),
                System::nanoTime);
        this.users = new Users(folder.path());
        this.leases = new EditLeases(Clock.systemUTC(), System::nanoTime);
        this.gate = new Gate(new OneEditor(machine, leases, this::jobOf), users, books, System::nanoTime);
        this.seat = new Seat(users, books, settings.windowLogOff(), System::nanoTime);
        seat.onLeaving(() -> leases.freeAll(WindowWorkshop.KEY));
        this.certificates = new Certificates(folder.path(), Clock.systemUTC());
        this.listeners = new Listeners(
                file, settings.loopbackRole(), certificates, new Surroundings(gate, traffic, stillness, bounds), books);
        this.watchdog = Watchdog.watching();
        this.lastRun = LastRun.begin(folder.path());
        this.vitals = new Vitals(
                folder.path(),
                () -> machine.stations().stream().map(StationRunner::status).toList(),
                stages,
                archive::health,
                bounds,
                this::troubles,
                lastRun.crash());
        watchdog.watch("the thread that ends late triggers", STUCK, deadlines);
        watchdog.watch("the look-up of results", STUCK_ON_DISK, lookups);
        try {
            startStations(settings);
            listeners.open(settings.listeners());
            lastRun.tell(readyLines());
            books.did("", SERVER, "started, version " + Product.load().version(), Entry.DONE);
        } catch (NotToBeHad | InterruptedException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private static FramePool pool(ServerSettings settings) {
        return new FramePool(
                settings.pictures().memoryBytes(), settings.limits().pictureBytes());
    }

    private Map<String, Object> vitals() {
        return vitals.members();
    }

    private List<String> troubles() {
        List<String> troubles = new ArrayList<>(programTroubles());
        settingsTrouble.ifPresent(trouble -> troubles.add("settings: " + trouble));
        return troubles;
    }

    /** But not of the settings, which have a place of their own in the window. */
    private List<String> programTroubles() {
        List<String> troubles = new ArrayList<>(watchdog.troubles());
        troublesOutside.forEach(outside -> troubles.addAll(outside.get()));
        return troubles;
    }

    /** What else may go wrong in this process, a sentence each; asked by any thread. */
    public void watch(Supplier<List<String>> outside) {
        troublesOutside.add(outside);
    }

    /** What watches the threads of this server. */
    public Watchdog watchdog() {
        return watchdog;
    }

    private void startStations(ServerSettings settings) throws InterruptedException {
        for (StationSettings station : settings.stations()) {
            add(maker.make(station));
        }
        machine.stations().forEach(StationRunner::warmUp);
        machine.stations().forEach(StationRunner::start);
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CAMERAS_MS);
        for (StationRunner station : machine.stations()) {
            station.awaitSettled(TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime()));
            StationStatus status = station.status();
            LOG.info(
                    "station {}: {}, job {}{}",
                    status.station(),
                    status.state(),
                    status.job(),
                    status.why().isEmpty() ? "" : ", " + status.why());
        }
    }

    private void add(StationMaker.Made made) {
        posts.put(made.runner().plan().number(), made.post());
        machine.add(made.runner());
    }

    /** A station that came into the settings while the server runs. */
    private void startLater(StationSettings station) {
        StationMaker.Made made = maker.make(station);
        made.runner().warmUp();
        add(made);
        made.runner().start();
        LOG.info("station {} was added", station.plan().number());
    }

    /** Of a station that is not made yet, the one by which it judged before: what is edited meanwhile must not push it out. */
    private Set<String> activeVersions(String job) {
        Set<Integer> made = machine.stations().stream()
                .map(station -> station.plan().number())
                .collect(Collectors.toSet());
        Stream<String> active = machine.stations().stream()
                .map(StationRunner::activeJob)
                .filter(running -> running.name().equals(job))
                .map(Job::version);
        Stream<String> awaited = before.stream()
                .filter(memory -> memory.job().equals(job) && !made.contains(memory.station()))
                .map(StationMemory::version);
        return Stream.concat(active, awaited).collect(Collectors.toSet());
    }

    private static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** One line for each listener: {@code READY plain 127.0.0.1:7501}. */
    public List<String> readyLines() {
        return listeners.readyLines();
    }

    /** One line for each station that takes no triggers because something is wrong: {@code station 2: FAULT, the camera is away}. */
    public List<String> faultLines() {
        return machine.stations().stream()
                .map(StationRunner::status)
                .filter(status -> status.state() == StationState.FAULT)
                .map(status -> "station " + status.station() + ": FAULT, " + status.why())
                .toList();
    }

    /** What else whoever starts it should know, a sentence each: {@code station 1: job a goes on, as chosen last; ...}. */
    public List<String> remarkLines() {
        return Stream.concat(lastRun.crash().stream(), maker.remarks().stream()).toList();
    }

    /** The settings that it runs on. */
    public ServerSettings settings() {
        return settings;
    }

    /** What is wrong with the settings file, if the last good settings took its place. */
    public Optional<String> settingsTrouble() {
        return settingsTrouble;
    }

    private List<StationPlate> plates() {
        return machine.stations().stream()
                .map(station -> plate(station.plan(), posts.get(station.plan().number())))
                .toList();
    }

    private static StationPlate plate(StationPlan plan, CameraPost post) {
        CameraPost.Setup setup = post.setup();
        return new StationPlate(
                plan.number(),
                setup.driver().describe(setup.options()),
                plan.deadlineMs(),
                post.faults().plan().isOn());
    }

    /** This server as the technician's window sees it. */
    public Plant plant() {
        return new WindowPlant(
                atTheWindow(),
                machine,
                archive,
                stages,
                this::plates,
                plugins.dialects().all(),
                listeners,
                this::health,
                lookups,
                replays,
                flights(),
                this::writeSupport);
    }

    /** Whoever sits at the window. */
    public Seat seat() {
        return seat;
    }

    private WindowSeat atTheWindow() {
        return new WindowSeat(seat);
    }

    private Flights flights() {
        return new Flights(archive, jobs, tools, isolation, settings.jobs().programs());
    }

    /** Its results as the window counts them. */
    public StatisticsSource figures() {
        return new WindowStatistics(archive, jobs, flights(), plant(), counting);
    }

    /** Where it listens, as the window sets that up. */
    public ListenersSource listening() {
        return new WindowListeners(
                listeners,
                machine,
                new ArchiveRecords(archive)::last,
                plugins.dialects(),
                settings.loopbackRole(),
                atTheWindow());
    }

    /** Where a PLC can be played in the window. */
    public SimulatorSource simulator() {
        return new WindowSimulator(atTheWindow(), listeners::all, plugins.dialects());
    }

    /** Its users as the window changes them. */
    public UsersSource users() {
        return new WindowUsers(atTheWindow(), users, new Roster(users));
    }

    /** Its cameras as the window sets them up. */
    public CamerasSource cameras() {
        List<CameraFactory> drivers = plugins.cameras().all().stream()
                .map(driver -> driver.isNative() ? workers.isolated(driver) : driver)
                .toList();
        return new WindowCameras(atTheWindow(), machine, posts, drivers, file, jobs, maker::setup, this::startLater);
    }

    /** Its jobs and pictures as the window teaches them. */
    public Workshop workshop() {
        WindowSeat seat = atTheWindow();
        return new WindowWorkshop(
                seat,
                leases,
                machine,
                archive,
                jobs.behind(deed -> seat.does(Act.TEACH, deed)),
                tools,
                emptied(folder.path().resolve("drafts")));
    }

    /** What an earlier run left there belongs to nobody. */
    private static Path emptied(Path scratch) {
        try (Stream<Path> all = Files.exists(scratch) ? Files.walk(scratch) : Stream.empty()) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException stays) {
            LOG.warn("files of earlier drafts cannot be removed: {}", stays.getMessage());
        }
        return scratch;
    }

    private void writeSupport(Path zip) throws IOException {
        new SupportBundle(folder.path(), settingsPath, new ObjectMapper().writeValueAsString(vitals())).write(zip);
    }

    private PlantHealth health() {
        ArchiveHealth health = archive.health();
        SortedMap<String, Long> hit = new TreeMap<>();
        bounds.hit().forEach((limit, times) -> {
            if (times > 0) {
                hit.put(limit.id(), times);
            }
        });
        List<String> troubles = new ArrayList<>(programTroubles());
        lastRun.crash().ifPresent(troubles::add);
        return new PlantHealth(
                health.fault().map(Server::fault),
                health.lostPictures(),
                health.reserveUsed().map(Server::fault),
                health.damage().stream().map(Trouble::why).toList(),
                troubles,
                hit);
    }

    private static PlantHealth.StorageFault fault(Trouble trouble) {
        return new PlantHealth.StorageFault(trouble.since(), trouble.why());
    }

    /** Its storage as the window shows it. */
    public StorageSource storage() {
        return new WindowStorage(
                archive,
                folder.path(),
                settingsPath,
                settings.pictures().rules().room(),
                atTheWindow());
    }

    /** The jobs, as all parts of the server share them. */
    public JobStore jobs() {
        return jobs;
    }

    /** Who but the window changes a job at present. */
    public Optional<EditLeases.Holder> otherEditor(String job) {
        return leases.other(job, WindowWorkshop.KEY);
    }

    private String jobOf(int station) {
        return machine.stations().stream()
                .filter(runner -> runner.plan().number() == station)
                .findFirst()
                .map(runner -> runner.status().job())
                .orElse("");
    }

    /** What peers ask: the machine behind the gate. */
    public Engine engine() {
        return gate;
    }

    /** What people compare before they trust an encrypted listener; empty if there is none. */
    public Optional<String> fingerprint() {
        return certificates.fingerprint();
    }

    public Machine machine() {
        return machine;
    }

    public Archive archive() {
        return archive;
    }

    public Collection<TriggerServer> listeners() {
        return listeners.all();
    }

    /** Takes no more triggers, lets what runs end for up to 4 s, answers the rest UNKNOWN 23, and closes; 5 s at most. */
    @Override
    public void close() {
        long end = System.nanoTime() + TOGETHER.toNanos();
        machine.stations().forEach(StationRunner::takeNoMore);
        List<CompletableFuture<Void>> closing = listeners.closing(DRAIN);
        finishRunning();
        closing.forEach(CompletableFuture::join);
        machine.stations().forEach(StationRunner::farewell);
        machine.stations().forEach(StationRunner::close);
        machine.close();
        lookups.shutdown();
        replays.shutdownNow();
        counting.shutdown();
        deadlines.shutdownNow();
        stillness.close();
        watchdog.close();
        gate.close();
        books.did("", SERVER, "stopped", Entry.DONE);
        syslog.ifPresent(copies -> copies.close(SYSLOG_AT_THE_END));
        archive.close(Duration.ofNanos(Math.max(LEAST_FOR_PICTURES.toNanos(), end - System.nanoTime())));
        lastRun.end();
        try {
            folder.close();
        } catch (IOException failed) {
            LOG.warn("the data folder's lock was not freed", failed);
        }
    }

    private void finishRunning() {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FINISH_MS);
        try {
            for (StationRunner station : machine.stations()) {
                station.awaitAnswered(Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
            }
            for (StationRunner station : machine.stations()) {
                station.abandonAll();
            }
            long last = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ANSWER_MS);
            for (StationRunner station : machine.stations()) {
                station.awaitAnswered(Math.max(1, TimeUnit.NANOSECONDS.toMillis(last - System.nanoTime())));
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
