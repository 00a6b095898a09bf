package org.shutterline.server.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.spi.PixelFormat;

/** Real disks that are full, have no names left, or turn read-only, under an archive that stays open. */
class DiskIT {
    private static final Duration BACK = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofMillis(5);
    private static final PictureRules RULES = new PictureRules(
            PictureRules.Keep.ALL, new PictureRoom(1 << 30, 0, 0, 0, 1_000_000), PictureRules.Format.PNG, 90);

    @TempDir
    Path folder;

    private final List<Long> acknowledged = new ArrayList<>();

    /** Its end: the result, or empty if it is not safe. */
    private Optional<InspectionResult> keep(Archive archive) throws Exception {
        Outcomes outcome = new Outcomes();
        archive.keep(
                Samples.detail(archive.nextId(), 1, Verdict.OK),
                Optional.of(Samples.frame(64, 48, PixelFormat.MONO8, new AtomicInteger())),
                outcome);
        if (!outcome.unsafeBecause().isEmpty()) {
            return Optional.empty();
        }
        acknowledged.add(outcome.stored().id());
        return Optional.of(outcome.stored());
    }

    private void keepStored(Archive archive) throws Exception {
        long id = keep(archive).orElseThrow().id();
        await().pollInterval(SOON).until(() -> archive.find(id).orElseThrow().picture() == PictureState.STORED);
    }

    private void assertAllThere(Archive archive) {
        assertThat(KeptStore.results(archive).keySet()).containsAll(acknowledged);
    }

    private static Archive open(Path data) throws Exception {
        return Archive.open(data, RULES, Clock.systemUTC());
    }

    @Test
    void onAFullDiskResultsGoIntoTheReserveAndThenAreRefusedUntilThereIsRoom() throws Exception {
        try (LoopDisk disk = LoopDisk.memory(folder, 32, 1_000);
                Archive archive = open(disk.path())) {
            keepStored(archive);
            await().until(() -> Files.exists(disk.path().resolve(Reserve.FILE))
                    && Files.size(disk.path().resolve(Reserve.FILE)) == 1_000_000);
            Path ballast = disk.fill();
            // until the log has to grow
            for (int i = 0; i < 2_000 && archive.health().reserveUsed().isEmpty(); i++) {
                assertThat(keep(archive))
                        .as("a result while there is a reserve")
                        .isPresent();
            }
            assertThat(archive.health().reserveUsed()).isPresent();
            assertThat(archive.health().fault()).isEmpty();
            long without = keep(archive).orElseThrow().id();
            await().until(() -> archive.find(without).orElseThrow().picture() == PictureState.LOST);
            Path more = disk.fill();
            for (int i = 0; i < 4_000 && archive.isSafe(); i++) {
                keep(archive);
            }
            assertThat(archive.health().fault().orElseThrow().why()).contains("full");
            assertThat(keep(archive)).isEmpty();
            assertAllThere(archive);
            Files.delete(ballast);
            Files.delete(more);
            await().atMost(BACK).until(archive::isSafe);
            keepStored(archive);
            await().until(() -> archive.health().reserveUsed().isEmpty());
            assertAllThere(archive);
        }
    }

    @Test
    void onADiskThatOthersFillTwoOldPicturesGiveWayToEachNewOneAndThenNoneIsWritten() throws Exception {
        PictureRules leaving = new PictureRules(
                PictureRules.Keep.ALL, new PictureRoom(1 << 30, 0, 0, 1 << 30, 0), PictureRules.Format.PNG, 90);
        try (LoopDisk disk = LoopDisk.memory(folder, 40, 1_000);
                Archive archive = Archive.open(disk.path(), leaving, Clock.systemUTC())) {
            for (int i = 0; i < 10; i++) {
                keepStored(archive);
            }
            // a twentieth of 40 MB is what is left free
            Path others = disk.fillBut(1_500_000);
            keepStored(archive);
            assertThat(archive.health().use().pictures()).isEqualTo(9);
            Path more = disk.fillBut(500_000);
            long id = keep(archive).orElseThrow().id();
            await().until(() -> archive.find(id).orElseThrow().picture() == PictureState.LOST);
            assertThat(archive.health().use().pictures()).isEqualTo(7);
            Files.delete(others);
            Files.delete(more);
            keepStored(archive);
            assertThat(archive.health().use().pictures()).isEqualTo(8);
            assertAllThere(archive);
        }
    }

    @Test
    void withoutNamesLeftOnlyPicturesAreLost() throws Exception {
        try (LoopDisk disk = LoopDisk.memory(folder, 32, 40);
                Archive archive = open(disk.path())) {
            keepStored(archive);
            List<Path> names = new ArrayList<>();
            try {
                while (true) {
                    names.add(Files.createTempFile(disk.path(), "name", ""));
                }
            } catch (java.io.IOException none) {
                assertThat(names).isNotEmpty();
            }
            long id = keep(archive).orElseThrow().id();
            await().until(() -> archive.find(id).orElseThrow().picture() == PictureState.LOST);
            for (Path name : names) {
                Files.delete(name);
            }
            keepStored(archive);
            assertAllThere(archive);
        }
    }

    @Test
    void whatMayNotBeWrittenIsNotAcknowledgedAndRecoversByItself() throws Exception {
        try (LoopDisk disk = LoopDisk.ext4(folder, 64)) {
            try (Archive archive = open(disk.path())) {
                keepStored(archive);
                String log = disk.path().resolve(Database.FILE + "-wal").toString();
                LoopDisk.run("chattr", "+i", log);
                try {
                    assertThat(keep(archive)).isEmpty();
                    assertThat(archive.isSafe()).isFalse();
                    assertAllThere(archive);
                } finally {
                    LoopDisk.run("chattr", "-i", log);
                }
                await().atMost(BACK).until(archive::isSafe);
                keepStored(archive);
                assertAllThere(archive);
            }
        }
    }

    @Test
    void onADiskThatTurnedReadOnlyNothingIsAcknowledgedAndAllIsStillRead() throws Exception {
        try (LoopDisk disk = LoopDisk.ext4(folder, 64)) {
            try (Archive archive = open(disk.path())) {
                keepStored(archive);
                disk.turnReadOnly();
                assertThat(keep(archive)).isEmpty();
                assertThat(archive.isSafe()).isFalse();
                assertAllThere(archive);
            }
            disk.mountAgain();
            try (Archive archive = open(disk.path())) {
                assertAllThere(archive);
                keepStored(archive);
            }
        }
    }
}
