package org.shutterline.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shutterline.server.access.Act;
import org.shutterline.server.access.EditLeases;
import org.shutterline.server.access.Roster;
import org.shutterline.server.access.Seat;
import org.shutterline.server.archive.Archive;
import org.shutterline.server.cameras.CamerasSource;
import org.shutterline.server.editor.Workshop;
import org.shutterline.server.jobs.OwnVersions;
import org.shutterline.server.listeners.ListenersSource;
import org.shutterline.server.monitor.LogRing;
import org.shutterline.server.monitor.Plant;
import org.shutterline.server.monitor.TrafficRing;
import org.shutterline.server.simulator.SimulatorSource;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.statistics.StatisticsSource;
import org.shutterline.server.storage.StorageSource;
import org.shutterline.server.ui.Sources;
import org.shutterline.server.users.UsersSource;
import org.shutterline.server.worker.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What this server lays before whoever sits at its window: for each page what it shows, and what may be done there. */
record TechnicianDesk(
        Site site,
        Archive archive,
        Workers workers,
        ShopFloor floor,
        Access access,
        Listeners listeners,
        ServerHealth health,
        Crew crew) {
    private static final Logger LOG = LoggerFactory.getLogger(TechnicianDesk.class);

    /** Whoever sits there. */
    Seat seat() {
        return access.seat();
    }

    /** All of it but the users. */
    Sources sources(TrafficRing traffic, LogRing log, Optional<String> settingsTrouble) {
        return new Sources(
                plant(),
                workshop(),
                figures(),
                cameras(),
                listening(),
                simulator(),
                storage(),
                traffic,
                log,
                settingsTrouble);
    }

    private WindowSeat atTheWindow() {
        return new WindowSeat(access.seat());
    }

    /** The server as its window sees it. */
    Plant plant() {
        return new WindowPlant(
                atTheWindow(),
                floor.machine(),
                archive,
                floor.stages(),
                floor::plates,
                site.plugins().dialects().all(),
                listeners,
                health::ofPlant,
                crew.lookups(),
                crew.replays(),
                flights(),
                health::writeSupport);
    }

    private Flights flights() {
        return new Flights(
                archive,
                floor.jobs(),
                site.plugins().tools(),
                workers::isolated,
                () -> site.settings()
                        .jobs()
                        .programs()
                        .with(OwnVersions.in(site.wishes().jobs())));
    }

    /** Its results as the window counts them. */
    StatisticsSource figures() {
        return new WindowStatistics(archive, floor.jobs(), flights(), plant(), crew.counting());
    }

    /** Where it listens, as the window sets that up. */
    ListenersSource listening() {
        return new WindowListeners(
                listeners,
                floor.machine(),
                new ArchiveRecords(archive)::last,
                site.plugins().dialects(),
                site.settings().loopbackRole(),
                atTheWindow());
    }

    /** Where a PLC can be played in the window. */
    SimulatorSource simulator() {
        return new WindowSimulator(atTheWindow(), listeners::all, site.plugins().dialects());
    }

    /** Its users as the window changes them. */
    UsersSource users() {
        return new WindowUsers(atTheWindow(), access.users(), new Roster(access.users()), site.file());
    }

    /** Its cameras as the window sets them up. */
    CamerasSource cameras() {
        List<CameraFactory> drivers = site.plugins().cameras().all().stream()
                .map(driver -> driver.isNative() ? workers.isolated(driver) : driver)
                .toList();
        return new WindowCameras(
                atTheWindow(),
                floor.machine(),
                floor.posts(),
                drivers,
                site.file(),
                floor.jobs(),
                floor::setup,
                floor::startLater);
    }

    /** Its jobs and pictures as the window teaches them. */
    Workshop workshop() {
        WindowSeat seat = atTheWindow();
        return new WindowWorkshop(
                seat,
                access.leases(),
                floor.machine(),
                archive,
                floor.jobs().behind(deed -> seat.does(Act.TEACH, deed)),
                site.plugins().tools(),
                emptied(site.data().resolve("drafts")));
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

    /** Who but the window changes a job at present. */
    Optional<EditLeases.Holder> otherEditor(String job) {
        return access.leases().other(job, WindowWorkshop.KEY);
    }

    /** Its storage as the window shows it. */
    StorageSource storage() {
        return new WindowStorage(
                archive,
                site.data(),
                site.wishes().settingsFile(),
                site.settings().pictures().rules().room(),
                atTheWindow());
    }
}
