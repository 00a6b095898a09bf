package org.shutterline.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.shutterline.server.archive.Archive;
import org.shutterline.server.archive.ArchiveHealth;
import org.shutterline.server.archive.DiskStep;
import org.shutterline.server.archive.Trouble;
import org.shutterline.server.monitor.PlantHealth;
import org.shutterline.server.net.Bounds;
import org.shutterline.server.watch.LastRun;
import org.shutterline.server.watch.SupportBundle;
import org.shutterline.server.watch.SupportTold;
import org.shutterline.server.watch.Watchdog;

/**
 * How this server is and how the run before ended, as all who ask are told it: peers, the window, whoever supports it. Safe
 * for all threads.
 */
final class ServerHealth implements AutoCloseable {
    /** So long a thread whose tasks are short may be away. */
    private static final Duration STUCK = Duration.ofSeconds(5);

    /** And one that waits for the disk. */
    private static final Duration STUCK_ON_DISK = Duration.ofSeconds(60);

    private final Site site;
    private final Archive archive;
    private final Bounds bounds;
    private final Watchdog watchdog = Watchdog.watching();
    private final List<Supplier<List<String>>> outside = new CopyOnWriteArrayList<>();
    private final SupportTold support;
    private final LastRun lastRun;
    private final Vitals vitals;

    /** Says in the data folder that this server runs, and begins to watch its threads. */
    ServerHealth(Site site, Archive archive, ShopFloor floor, Bounds bounds, Crew crew) {
        this.site = site;
        this.archive = archive;
        this.bounds = bounds;
        this.lastRun = LastRun.begin(site.data());
        this.vitals = new Vitals(
                site.data(),
                floor::statuses,
                floor.stages(),
                archive::health,
                archive::bookLines,
                bounds,
                this::troubles,
                lastRun.crash());
        this.support = SupportTold.by(site.data(), this::status);
        watchdog.watch("the thread that ends late triggers", STUCK, crew.deadlines());
        watchdog.watch("the look-up of results", STUCK_ON_DISK, crew.lookups());
        archive.steps().forEach((name, step) -> watchdog.watch(name, STUCK_ON_DISK, () -> at(step)));
    }

    private static Optional<Watchdog.Busy> at(DiskStep step) {
        return step.now().map(since -> new Watchdog.Busy(since.thread(), since.nanos()));
    }

    /** What else may go wrong in this process, a sentence each; asked by any thread. */
    void watch(Supplier<List<String>> more) {
        outside.add(more);
    }

    /** What watches the threads of this server. */
    Watchdog watchdog() {
        return watchdog;
    }

    /** Why it is taken that the run before crashed. */
    Optional<String> crash() {
        return lastRun.crash();
    }

    /** Whoever looks into the data folder finds where this server listens. */
    void listensOn(List<String> readyLines) {
        lastRun.tell(readyLines);
    }

    /** As the verb {@code STATUS} tells it. */
    Map<String, Object> vitals() {
        return vitals.members();
    }

    private List<String> troubles() {
        List<String> troubles = new ArrayList<>(programTroubles());
        site.settingsTrouble().ifPresent(trouble -> troubles.add("settings: " + trouble));
        return troubles;
    }

    /** But not of the settings, which have a place of their own in the window. */
    private List<String> programTroubles() {
        List<String> troubles = new ArrayList<>(watchdog.troubles());
        outside.forEach(more -> troubles.addAll(more.get()));
        return troubles;
    }

    /** As the window shows it. */
    PlantHealth ofPlant() {
        ArchiveHealth health = archive.health();
        List<String> troubles = new ArrayList<>(programTroubles());
        lastRun.crash().ifPresent(troubles::add);
        return new PlantHealth(
                health.fault().map(ServerHealth::fault),
                health.lostPictures(),
                health.reserveUsed().map(ServerHealth::fault),
                health.damage().stream().map(Trouble::why).toList(),
                troubles,
                limitsHit());
    }

    private SortedMap<String, Long> limitsHit() {
        SortedMap<String, Long> hit = new TreeMap<>();
        bounds.hit().forEach((limit, times) -> {
            if (times > 0) {
                hit.put(limit.id(), times);
            }
        });
        return hit;
    }

    private static PlantHealth.StorageFault fault(Trouble trouble) {
        return new PlantHealth.StorageFault(trouble.since(), trouble.why());
    }

    /** Writes what a supporter needs. */
    void writeSupport(Path zip) throws IOException {
        SupportBundle.ofThis(site.data(), site.wishes().settingsFile(), status())
                .write(zip);
    }

    private String status() {
        try {
            return new ObjectMapper().writeValueAsString(vitals());
        } catch (JsonProcessingException strange) {
            throw new IllegalStateException("all that is told can be JSON", strange);
        }
    }

    /** The next run is told that this one was stopped; or what this one was told, if it never was at work. */
    void stopped(boolean wasAtWork) {
        if (wasAtWork) {
            lastRun.end();
        } else {
            lastRun.cameToNothing();
        }
    }

    /** Watches no more. */
    @Override
    public void close() {
        support.close();
        watchdog.close();
    }
}
