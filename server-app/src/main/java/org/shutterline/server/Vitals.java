package org.shutterline.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.shutterline.protocol.message.Product;
import org.shutterline.protocol.message.StageSummary;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.server.archive.ArchiveHealth;
import org.shutterline.server.machine.StageStatistics;
import org.shutterline.server.net.Bounds;

/** How this server is, as the verb {@code STATUS} tells it. Each telling reads the disk. Safe for all threads. */
final class Vitals {
    private static final long MB = 1_000_000;

    private final Instant started = Instant.now();
    private final long startedNanos = System.nanoTime();
    private final Path data;
    private final Supplier<List<StationStatus>> stations;
    private final StageStatistics stages;
    private final Supplier<ArchiveHealth> archive;
    private final LongSupplier bookLines;
    private final Bounds bounds;
    private final Supplier<List<String>> troubles;
    private final Optional<String> crash;

    /**
     * @param bookLines how many lines the books have; reads the disk
     * @param troubles of the program itself, a sentence each
     * @param crash why it is taken that the run before crashed
     */
    Vitals(
            Path data,
            Supplier<List<StationStatus>> stations,
            StageStatistics stages,
            Supplier<ArchiveHealth> archive,
            LongSupplier bookLines,
            Bounds bounds,
            Supplier<List<String>> troubles,
            Optional<String> crash) {
        this.data = data;
        this.stations = stations;
        this.stages = stages;
        this.archive = archive;
        this.bookLines = bookLines;
        this.bounds = bounds;
        this.troubles = troubles;
        this.crash = crash;
    }

    /** The members of the JSON object, as docs/wire-protocol.md lists them. */
    Map<String, Object> members() {
        List<StationStatus> now = stations.get();
        ArchiveHealth health = archive.get();
        Product product = Product.load();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("product", product.name());
        members.put("version", product.version());
        members.put("protocol", (long) product.protocol());
        members.put("java", System.getProperty("java.vendor") + " " + Runtime.version());
        members.put(
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        members.put(
                "started",
                started.truncatedTo(ChronoUnit.MILLIS)
                        .atZone(ZoneId.systemDefault())
                        .toOffsetDateTime()
                        .toString());
        members.put("uptimeMs", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos));
        members.put("afterCrash", crash.isPresent());
        members.put("stations", now.stream().map(Vitals::station).toList());
        members.put("faults", faults(now, health));
        members.put("storage", storage(health));
        members.put(
                "latency",
                now.stream()
                        .flatMap(station -> latency(station.station()).stream())
                        .toList());
        members.put("limits", limits());
        members.put("process", process());
        return members;
    }

    private List<String> faults(List<StationStatus> now, ArchiveHealth health) {
        List<String> faults = new ArrayList<>();
        now.stream()
                .filter(station -> station.state() == StationState.FAULT)
                .forEach(station -> faults.add("station " + station.station() + ": " + station.why()));
        health.fault().ifPresent(fault -> faults.add("storage: " + fault.why()));
        health.pictureError().ifPresent(error -> faults.add("pictures: " + error.why()));
        health.reserveUsed().ifPresent(full -> faults.add("storage: " + full.why()));
        health.damage().forEach(damage -> faults.add("storage: " + damage.why()));
        faults.addAll(troubles.get());
        crash.ifPresent(faults::add);
        return faults;
    }

    private static Map<String, Object> station(StationStatus station) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("station", (long) station.station());
        told.put("state", station.state().name());
        told.put("job", station.job());
        told.put("last", station.lastId());
        told.put("triggers", station.triggers());
        told.put("ok", station.ok());
        told.put("ng", station.ng());
        told.put("unknown", station.unknown());
        told.put("refused", station.refused());
        told.put("why", station.why());
        return told;
    }

    private Map<String, Object> storage(ArchiveHealth health) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("safe", health.fault().isEmpty());
        health.fault().ifPresent(fault -> told.put("why", fault.why()));
        told.put("waitingResults", (long) health.waitingResults());
        told.put("waitingPictures", (long) health.waitingPictures());
        told.put("lostPictures", health.lostPictures());
        told.put("pictures", health.use().pictures());
        told.put("pictureBytes", health.use().bytes());
        told.put("damaged", (long) health.damage().size());
        bookLines().ifPresent(lines -> told.put("bookLines", lines));
        freeBytes().ifPresent(free -> told.put("freeBytes", free));
        return told;
    }

    private Optional<Long> bookLines() {
        try {
            return Optional.of(bookLines.getAsLong());
        } catch (UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Long> freeBytes() {
        try {
            return Optional.of(Files.getFileStore(data).getUsableSpace());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private Optional<Map<String, Object>> latency(int station) {
        return stages.of(station).stream()
                .filter(stage -> stage.stage().equals("all"))
                .findFirst()
                .map(all -> latency(station, all));
    }

    private Map<String, Object> latency(int station, StageSummary all) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("station", (long) station);
        told.put("triggers", (long) stages.triggers(station));
        told.put("p50", rounded(all.p50()));
        told.put("p95", rounded(all.p95()));
        told.put("p99", rounded(all.p99()));
        return told;
    }

    private static double rounded(double ms) {
        return Math.rint(ms * 1_000) / 1_000;
    }

    private Map<String, Object> limits() {
        Map<String, Object> told = new LinkedHashMap<>();
        bounds.hit().forEach((limit, times) -> told.put(limit.id(), times));
        return told;
    }

    private Map<String, Object> process() {
        Runtime runtime = Runtime.getRuntime();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("connections", (long) bounds.connections());
        told.put("outputBytes", bounds.outputBytes());
        told.put("threads", (long) ManagementFactory.getThreadMXBean().getThreadCount());
        told.put("heapMb", (runtime.totalMemory() - runtime.freeMemory()) / MB);
        told.put("heapMostMb", runtime.maxMemory() / MB);
        return told;
    }
}
