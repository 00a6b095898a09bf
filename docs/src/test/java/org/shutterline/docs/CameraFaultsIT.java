package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four stations whose cameras fail at random, for a minute, or for as many seconds as the property {@code shutterline.soak} says:
 * every trigger is answered by its deadline, the pixels of every picture that is passed show that it is no old one, every camera
 * comes back by itself, and neither the server nor the processes of its cameras grow.
 */
final class CameraFaultsIT {
    private static final long SECONDS = Long.getLong("shutterline.soak", 60);
    private static final int STATIONS = 4;
    /** So much of results waits at most to be moved into the database file, however long it goes. */
    private static final double LOG_MB = 24;

    private static final int FAKE = 4;

    @TempDir
    Path folder;

    @Test
    void noStalePictureIsPassedAndEveryCameraComesBack() throws Exception {
        assumeTrue(OwnNetwork.isPossible(), "needs aravis-tools, and the right to make a network");
        ExecutorService inside = Executors.newSingleThreadExecutor();
        try {
            result(inside.submit(this::inANetworkOfItsOwn));
        } finally {
            inside.shutdownNow();
        }
    }

    private static void result(Future<?> work) throws Exception {
        try {
            work.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof AssertionError told) {
                throw told;
            }
            throw failed;
        }
    }

    private boolean inANetworkOfItsOwn() throws Exception {
        OwnNetwork.enter();
        try (RealServer server = RealServer.station("faults", data());
                RealFaults faults = new RealFaults(server.pid(), SECONDS)) {
            List<FaultyStation> stations = new ArrayList<>();
            for (int station = 1; station <= STATIONS; station++) {
                PictureProof proof = station == FAKE ? new PictureProof.OfFake() : new PictureProof.OfSimulated();
                stations.add(new FaultyStation(station, server, faults, proof));
            }
            work(stations, faults, SECONDS / 3);
            List<ProcessSize> early = sizes(server.pid());
            long earlyBytes = Files.size(data().resolve("results.db"));
            report("after a third", stations, faults, early);
            work(stations, faults, SECONDS - SECONDS / 3);
            List<ProcessSize> late = sizes(server.pid());
            report("at the end", stations, faults, late);
            stations.forEach(station -> station.wasWell(SECONDS));
            assertThat(logMb()).as("MB of the log of the database").isLessThan(LOG_MB);
            assertThat(data().resolve("results.db"))
                    .as("what the log is moved into from time to time")
                    .satisfies(file -> assertThat(Files.size(file)).isGreaterThan(earlyBytes));
            assertThat(late).hasSameSizeAs(early);
            for (int i = 0; i < late.size(); i++) {
                late.get(i).isNotMuchMoreThan(early.get(i), i == 0 ? "the server" : "a camera's process");
            }
        }
        return true;
    }

    private static void report(String when, List<FaultyStation> stations, RealFaults faults, List<ProcessSize> sizes) {
        stations.forEach(station -> System.out.println("CameraFaultsIT: " + when + ", " + station));
        System.out.println("CameraFaultsIT: " + when + ", " + faults);
        System.out.println("CameraFaultsIT: " + when + ", the server and its cameras' processes: " + sizes);
    }

    private Path data() {
        return folder.resolve("data");
    }

    private double logMb() throws IOException {
        double mb = Files.size(data().resolve("results.db-wal")) / 1e6;
        System.out.printf("CameraFaultsIT: %.1f MB of log of the database%n", mb);
        return mb;
    }

    /** All at once, and at last nothing is asked of them and all are well. */
    private static void work(List<FaultyStation> stations, RealFaults faults, long seconds) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        ExecutorService threads = Executors.newFixedThreadPool(stations.size() + 1);
        try {
            List<Future<?>> works = new ArrayList<>();
            works.add(threads.submit(() -> faults.strikeUntil(until)));
            stations.forEach(station -> works.add(threads.submit(() -> station.workUntil(until))));
            for (Future<?> work : works) {
                result(work);
            }
        } finally {
            threads.shutdownNow();
        }
        for (FaultyStation station : stations) {
            station.awaitWell();
        }
    }

    /** First that of the server, then those of its cameras' processes, of which a driver of native code has the most threads. */
    private static List<ProcessSize> sizes(long pid) throws IOException {
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        List<ProcessSize> sizes = new ArrayList<>();
        sizes.add(ProcessSize.of(server));
        List<ProcessSize> workers = new ArrayList<>();
        for (ProcessHandle worker : RealFaults.workers(server)) {
            workers.add(ProcessSize.of(worker));
        }
        workers.sort(Comparator.comparing(ProcessSize::threads));
        sizes.addAll(workers);
        return sizes;
    }
}
