package org.shutterline.server.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.station.StationMemory;

/**
 * A small store of each version of the tables, written by the program of that version and kept as {@code store-N.zip}. Run
 * it with the name of the new file before the tables change again.
 */
final class StoreFixture {
    private static final PictureRules RULES =
            new PictureRules(PictureRules.Keep.ALL, PictureRoom.ofBytes(1 << 20), PictureRules.Format.PNG, 90);

    /** When the one line of its books was written. */
    private static final Instant BOOKED = Instant.parse("2026-11-26T08:00:00.123Z");

    private StoreFixture() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("store");
        fill(folder);
        pack(folder, Path.of(args[0]));
    }

    /** What was kept in it: ids 1 to 3, one of each verdict, the last with values that came late. */
    static List<Detail> details() {
        return Stream.of(Verdict.values())
                .map(verdict -> Samples.detail(verdict.ordinal() + 1, 1, verdict))
                .map(detail -> detail.result().verdict() == Verdict.UNKNOWN ? late(detail) : detail)
                .toList();
    }

    private static Detail late(Detail detail) {
        List<Measurement> late = Samples.detail(5, 1, Verdict.NG).result().values();
        return new Detail(
                detail.result(), detail.jobVersion(), detail.overlays(), detail.stages(), detail.notes(), late);
    }

    /** What the station knew, by a program that keeps the version of its job, or by one that did not. */
    static StationMemory memory(String version) {
        return new StationMemory(1, "plate", version, true, 1, 1, 1, 7, 0);
    }

    private static void fill(Path folder) throws Exception {
        try (Archive archive = Archive.open(folder, RULES, Clock.systemUTC())) {
            archive.remember(memory("v1"));
            for (Detail detail : details()) {
                Outcomes outcome = new Outcomes();
                archive.nextId();
                archive.keep(
                        detail, Optional.of(Samples.frame(16, 12, PixelFormat.MONO8, new AtomicInteger())), outcome);
                long id = outcome.stored().id();
                Awaitility.await().until(() -> archive.find(id).orElseThrow().picture() == PictureState.STORED);
            }
            archive.keepLate(details().get(2));
            CountDownLatch audited = new CountDownLatch(1);
            archive.audit(BOOKED, "anna", "window", "RESET station 1", "done", trouble -> audited.countDown());
            audited.await();
        }
    }

    private static void pack(Path folder, Path zip) throws IOException {
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(file);
                Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.filter(Files::isRegularFile).sorted().toList()) {
                packed.putNextEntry(
                        new ZipEntry(folder.relativize(path).toString().replace('\\', '/')));
                Files.copy(path, packed);
            }
        }
    }

    /** The kept store of a version; false if there is none. */
    static boolean unpack(int version, Path folder) throws IOException {
        InputStream kept = StoreFixture.class.getResourceAsStream("store-" + version + ".zip");
        if (kept == null) {
            return false;
        }
        try (ZipInputStream zip = new ZipInputStream(kept)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
        return true;
    }
}
