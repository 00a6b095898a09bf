package org.shutterline.server;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.server.archive.Archive;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.guard.CameraPost;
import org.shutterline.server.jobs.JobStore;
import org.shutterline.server.machine.LiveJpeg;
import org.shutterline.server.machine.Machine;
import org.shutterline.server.machine.StageStatistics;
import org.shutterline.server.machine.StationEvents;
import org.shutterline.server.monitor.StationPlate;
import org.shutterline.server.net.Bounds;
import org.shutterline.server.net.Limit;
import org.shutterline.server.settings.ServerSettings;
import org.shutterline.server.settings.StationSettings;
import org.shutterline.server.station.Job;
import org.shutterline.server.station.StationMemory;
import org.shutterline.server.station.StationPlan;
import org.shutterline.server.station.StationRunner;
import org.shutterline.server.tuning.JobTuner;
import org.shutterline.server.worker.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stations of this server and the jobs that they share: made of the settings, started together as one machine, ended
 * together. Safe for all threads.
 */
final class ShopFloor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ShopFloor.class);
    /** So long a start waits for cameras; one that needs longer is announced as a fault. */
    private static final long CAMERAS_MS = 10_000;

    /** So long triggers that run when the server is stopped have to end by themselves. */
    private static final long FINISH_MS = 4_000;

    /** And so long the answers to the rest have, for all stations together. */
    private static final long ANSWER_MS = 300;

    private final List<StationSettings> planned;
    private final List<StationMemory> before;
    private final StageStatistics stages = new StageStatistics();
    private final JobStore jobs;
    private final Machine machine;
    private final StationMaker maker;
    private final Map<Integer, CameraPost> posts = new ConcurrentSkipListMap<>();

    /**
     * @param bounds count pictures that are too large
     * @param vitals how the whole server is, for whoever asks the machine
     */
    ShopFloor(
            Site site,
            Archive archive,
            Workers workers,
            Crew crew,
            Bounds bounds,
            Supplier<Map<String, Object>> vitals) {
        ServerSettings settings = site.settings();
        this.planned = settings.stations();
        this.before = planned.stream()
                .flatMap(station -> archive.recall(station.plan().number()).stream())
                .toList();
        this.jobs = new JobStore(
                site.wishes().jobs(),
                site.plugins().tools(),
                workers::isolated,
                Clock.systemUTC(),
                this::versionsInUse,
                settings.jobs());
        StationEvents events = new StationEvents(stages);
        this.machine = new Machine(
                new ArchiveRecords(archive),
                jobs,
                new JobTuner(jobs, settings.jobs().programs()),
                crew.lookups(),
                events,
                new LiveJpeg(),
                vitals);
        this.maker = new StationMaker(archive, jobs, workers, pictures(settings, bounds), crew.deadlines(), events);
    }

    private static FramePool pictures(ServerSettings settings, Bounds bounds) {
        return new FramePool(
                settings.pictures().memoryBytes(),
                settings.limits().pictureBytes(),
                () -> bounds.hit(Limit.PICTURE_BYTES, "a camera"));
    }

    /** Makes and starts all; returns when each is ready, offline or faulty. */
    void start() throws InterruptedException {
        planned.forEach(station -> add(maker.make(station)));
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
    void startLater(StationSettings station) {
        StationMaker.Made made = maker.make(station);
        made.runner().warmUp();
        add(made);
        made.runner().start();
        LOG.info("station {} was added", station.plan().number());
    }

    Machine machine() {
        return machine;
    }

    JobStore jobs() {
        return jobs;
    }

    /** How long the stages of their triggers took. */
    StageStatistics stages() {
        return stages;
    }

    /** Where their cameras stand, by the number of the station. */
    Map<Integer, CameraPost> posts() {
        return posts;
    }

    /** The camera of a station as it is opened. */
    CameraPost.Setup setup(StationSettings station) {
        return maker.setup(station);
    }

    /** The job that a station works by; empty for none. */
    String jobOf(int station) {
        return machine.stations().stream()
                .filter(runner -> runner.plan().number() == station)
                .findFirst()
                .map(runner -> runner.status().job())
                .orElse("");
    }

    /** Of a station that is not made yet, the one by which it judged before: what is edited meanwhile must not push it out. */
    private Set<String> versionsInUse(String job) {
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

    List<StationStatus> statuses() {
        return machine.stations().stream().map(StationRunner::status).toList();
    }

    /** One line for each station that takes no triggers because something is wrong: {@code station 2: FAULT, the camera is away}. */
    List<String> faultLines() {
        return statuses().stream()
                .filter(status -> status.state() == StationState.FAULT)
                .map(status -> "station " + status.station() + ": FAULT, " + status.why())
                .toList();
    }

    /** What is to be known of what the stations were made of, a sentence each. */
    List<String> remarks() {
        return maker.remarks();
    }

    List<StationPlate> plates() {
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

    void takeNoMore() {
        machine.stations().forEach(StationRunner::takeNoMore);
    }

    /** Lets what runs end for up to 4 s, then answers the rest UNKNOWN 23. */
    void finish() {
        try {
            awaitAnswered(FINISH_MS);
            machine.stations().forEach(StationRunner::abandonAll);
            awaitAnswered(ANSWER_MS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitAnswered(long mostMs) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(mostMs);
        for (StationRunner station : machine.stations()) {
            station.awaitAnswered(Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
        }
    }

    /** All stop first what takes long to stop. */
    @Override
    public void close() {
        machine.stations().forEach(StationRunner::farewell);
        machine.stations().forEach(StationRunner::close);
        machine.close();
    }
}
