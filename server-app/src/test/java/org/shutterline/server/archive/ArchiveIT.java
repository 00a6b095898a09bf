package org.shutterline.server.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.station.StationMemory;

class ArchiveIT {
    @TempDir
    Path folder;

    private Archive open() throws Exception {
        return Archive.open(folder, PictureRules.USUAL, Clock.systemUTC());
    }

    private static InspectionResult keep(Archive archive, int station, Verdict verdict) throws Exception {
        Outcomes outcome = new Outcomes();
        archive.keep(Samples.detail(archive.nextId(), station, verdict), Optional.empty(), outcome);
        return outcome.stored();
    }

    @Test
    void aResultIsInTheFileWhenItsOutcomeIsTold() throws Exception {
        try (Archive archive = open()) {
            InspectionResult stored = keep(archive, 1, Verdict.OK);
            try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Database.FILE));
                    var statement = other.createStatement()) {
                assertThat(Database.number(statement, "SELECT count(*) FROM result WHERE id=" + stored.id()))
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void givesBackAllOfAResultAfterAReopening() throws Exception {
        List<Detail> kept = new ArrayList<>();
        try (Archive archive = open()) {
            for (Verdict verdict : Verdict.values()) {
                Detail detail = Samples.detail(archive.nextId(), 1, verdict);
                kept.add(detail);
                Outcomes outcome = new Outcomes();
                archive.keep(detail, Optional.empty(), outcome);
                assertThat(outcome.stored()).isEqualTo(detail.result());
            }
        }
        try (Archive archive = open()) {
            for (Detail detail : kept) {
                assertThat(archive.detail(detail.result().id())).contains(detail);
                assertThat(archive.find(detail.result().id())).contains(detail.result());
            }
            assertThat(archive.find(99)).isEmpty();
        }
    }

    /** SQLite begins its log anew only when nobody reads at that moment. */
    @Test
    void theLogOfTheFileStaysSmallWhoeverReads() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService readers = Executors.newFixedThreadPool(2);
        try (Archive archive = open()) {
            for (int n = 0; n < 2; n++) {
                readers.execute(() -> {
                    while (!over.get()) {
                        archive.since(1, 0, 50);
                    }
                });
            }
            for (int n = 0; n < 3_000; n++) {
                keep(archive, 1, Verdict.OK);
            }
            over.set(true);
            readers.shutdown();
            assertThat(readers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.size(folder.resolve(Database.FILE + "-wal"))).isLessThan(20_000_000);
        } finally {
            over.set(true);
        }
    }

    @Test
    void idsGoOnWithoutAGapAfterACleanEnd() throws Exception {
        try (Archive archive = open()) {
            assertThat(keep(archive, 1, Verdict.OK).id()).isEqualTo(1);
            assertThat(archive.nextId()).isEqualTo(2);
        }
        try (Archive archive = open()) {
            assertThat(archive.nextId()).isEqualTo(3);
        }
    }

    @Test
    void idsStayAboveTheMarkWhileResultsFollow() throws Exception {
        try (Archive archive = open()) {
            long last = 0;
            for (int i = 0; i < 3 * Ids.BLOCK; i++) {
                last = archive.nextId();
            }
            Outcomes outcome = new Outcomes();
            archive.keep(Samples.detail(last, 1, Verdict.OK), Optional.empty(), outcome);
            outcome.stored();
            try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Database.FILE));
                    var statement = other.createStatement()) {
                assertThat(Database.number(statement, "SELECT value FROM mark WHERE name='ids'"))
                        .isEqualTo(last + Ids.BLOCK);
            }
        }
    }

    @Test
    void findsTheResultsOfAStationInTheOrderOfIds() throws Exception {
        try (Archive archive = open()) {
            for (int i = 0; i < 20; i++) {
                keep(archive, 1 + i % 2, Verdict.OK);
            }
            assertThat(archive.since(2, 6, 3)).extracting(InspectionResult::id).containsExactly(8L, 10L, 12L);
            assertThat(archive.newest(1, 2)).extracting(InspectionResult::id).containsExactly(19L, 17L);
            assertThat(archive.last(2)).map(InspectionResult::id).contains(20L);
            assertThat(archive.last(3)).isEmpty();
            assertThat(archive.newest(1, 1)).extracting(InspectionResult::once).containsExactly(Optional.of("key-19"));
        }
    }

    @Test
    void lateValuesAppearInTheDetailOnly() throws Exception {
        try (Archive archive = open()) {
            InspectionResult stored = keep(archive, 1, Verdict.UNKNOWN);
            Detail detail = archive.detail(stored.id()).orElseThrow();
            List<Measurement> late = Samples.detail(5, 1, Verdict.NG).result().values();
            archive.keepLate(
                    new Detail(stored, detail.jobVersion(), detail.overlays(), detail.stages(), detail.notes(), late));
            await().untilAsserted(() ->
                    assertThat(archive.detail(stored.id()).orElseThrow().late()).isEqualTo(late));
            assertThat(archive.find(stored.id())).contains(stored);
        }
    }

    @Test
    void aResultWithoutAPictureSaysThatNoneIsKeptAndNothingIsLost() throws Exception {
        try (Archive archive = open()) {
            assertThat(keep(archive, 1, Verdict.UNKNOWN).picture()).isEqualTo(PictureState.NOT_KEPT);
            assertThat(archive.health().lostPictures()).isZero();
        }
    }

    @Test
    void countsWhatWasKeptSinceTheCountersWereReset() throws Exception {
        try (Archive archive = open()) {
            assertThat(archive.recall(1)).isEmpty();
            archive.remember(new StationMemory(1, "plate", "v1", true, 0, 0, 0, 0, 0));
            keep(archive, 1, Verdict.OK);
            keep(archive, 1, Verdict.NG);
            keep(archive, 2, Verdict.NG);
            keep(archive, 1, Verdict.UNKNOWN);
            assertThat(archive.recall(1)).contains(new StationMemory(1, "plate", "v1", true, 1, 1, 1, 0, 0));
            archive.remember(new StationMemory(1, "lid", "v1", false, 1, 1, 1, 4, 2));
            assertThat(archive.recall(1)).contains(new StationMemory(1, "lid", "v1", false, 0, 0, 1, 4, 2));
            archive.rememberRefused(1, 9);
        }
        try (Archive archive = open()) {
            assertThat(archive.recall(1)).contains(new StationMemory(1, "lid", "v1", false, 0, 0, 1, 9, 2));
        }
    }

    @Test
    void countsOnFromATotal() throws Exception {
        try (Archive archive = open()) {
            archive.remember(new StationMemory(1, "plate", "v1", true, 0, 0, 0, 0, 0));
            List<Outcomes> outcomes = new ArrayList<>();
            for (int i = 0; i < 2_500; i++) {
                outcomes.add(new Outcomes());
                Verdict verdict = i % 5 == 0 ? Verdict.NG : Verdict.OK;
                archive.keep(Samples.detail(archive.nextId(), 1, verdict), Optional.empty(), outcomes.get(i));
            }
            for (Outcomes outcome : outcomes) {
                outcome.stored();
            }
            await().untilAsserted(() -> {
                try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Database.FILE));
                        var statement = other.createStatement()) {
                    assertThat(Database.number(statement, "SELECT counted_to FROM station"))
                            .isGreaterThan(1_999);
                }
            });
            assertThat(archive.recall(1)).contains(new StationMemory(1, "plate", "v1", true, 2_000, 500, 0, 0, 0));
        }
    }

    private void assertDamageIsNamed(byte[] content) throws Exception {
        Files.write(folder.resolve(Database.FILE), content);
        assertThatThrownBy(this::open)
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining(Database.FILE)
                .hasMessageContaining("damaged");
    }

    @Test
    void aDamagedFileIsNamed() throws Exception {
        open().close();
        assertThat(folder.resolve(Database.FILE + "-wal")).doesNotExist();
        byte[] sound = Files.readAllBytes(folder.resolve(Database.FILE));
        assertDamageIsNamed("no database at all".repeat(40).getBytes(StandardCharsets.US_ASCII));
        assertDamageIsNamed(Arrays.copyOf(sound, sound.length - 1_000));
        assertDamageIsNamed(Arrays.copyOf(sound, 50));
        byte[] flipped = sound.clone();
        Arrays.fill(flipped, 3_000, 4_000, (byte) 0x5A);
        assertDamageIsNamed(flipped);
        Files.write(folder.resolve(Database.FILE), sound);
        open().close();
    }

    @Test
    void anEmptyFileIsNotTakenForANewOneWhilePicturesAreThere() throws Exception {
        Path day = Files.createDirectories(folder.resolve("pictures/2026-11-23"));
        Files.write(day.resolve("0000000007-1-OK.png"), new byte[9]);
        assertThatThrownBy(this::open).isInstanceOf(ArchiveException.class).hasMessageContaining("missing or empty");
        assertThat(day.resolve("0000000007-1-OK.png")).exists();
    }

    @Test
    void aDatabaseOfSomethingElseIsRefused() throws Exception {
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Database.FILE));
                var statement = other.createStatement()) {
            statement.execute("CREATE TABLE cats(name TEXT)");
        }
        assertThatThrownBy(this::open).isInstanceOf(ArchiveException.class).hasMessageContaining("something else");
    }

    @Test
    void whatCannotBeOpenedWholeLeavesNoFileOpen() throws Exception {
        assumeThat(Path.of("/proc/self/fd"))
                .as("the files of a process can be looked through")
                .isDirectory();
        Files.createDirectory(folder.resolve(Tail.FILE));

        assertThatThrownBy(this::open).isInstanceOf(ArchiveException.class);

        assertThat(openInFolder()).isEmpty();
    }

    private List<Path> openInFolder() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
            return all.map(ArchiveIT::target)
                    .filter(file -> file.startsWith(folder))
                    .toList();
        }
    }

    private static Path target(Path handle) {
        try {
            return Files.readSymbolicLink(handle);
        } catch (IOException closedMeanwhile) {
            return handle;
        }
    }

    @Test
    void aFolderHasOneServerAtATime() throws Exception {
        try (DataFolder held = DataFolder.lock(folder.resolve("new/data"))) {
            assertThatThrownBy(() -> DataFolder.lock(held.path()))
                    .isInstanceOf(ArchiveException.class)
                    .hasMessageContaining("in use by another");
        }
        DataFolder.lock(folder.resolve("new/data")).close();
    }
}
