package org.shutterline.server.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.PictureState;

/** Limits of pictures by number, age and bytes on the disk. */
class RoomIT {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    Path folder;

    private static PictureRules rules(PictureRoom room) {
        return new PictureRules(PictureRules.Keep.ALL, room, PictureRules.Format.PNG, 90);
    }

    private long onDisk() throws Exception {
        try (Stream<Path> all = Files.walk(folder.resolve(PictureFiles.FOLDER))) {
            long bytes = 0;
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                bytes += 512 * blocks(file);
            }
            return bytes;
        }
    }

    /** Of 512 bytes, as the file system counts them. */
    private static long blocks(Path file) throws Exception {
        Process stat = new ProcessBuilder("stat", "-c", "%b", file.toString()).start();
        return Long.parseLong(
                new String(stat.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII).strip());
    }

    @Test
    void theNumberOfPicturesIsALimitAndResultsStay() throws Exception {
        try (Archive archive = Archive.open(folder, rules(new PictureRoom(1 << 20, 3, 0, 0, 0)), Clock.systemUTC())) {
            KeptStore.fill(archive, 8);
            assertThat(archive.health().use().pictures()).isEqualTo(3);
            assertThat(archive.since(1, 0, 100)).hasSize(8);
        }
    }

    @Test
    void whatIsCountedIsWhatTheDiskGivesAndNeverMoreThanTheQuota() throws Exception {
        long quota = 5 * 4_096;
        try (Archive archive = Archive.open(folder, rules(PictureRoom.ofBytes(quota)), Clock.systemUTC())) {
            for (int i = 0; i < 6; i++) {
                KeptStore.fill(archive, 1);
                assertThat(onDisk()).isEqualTo(archive.health().use().bytes()).isLessThanOrEqualTo(quota);
            }
            assertThat(archive.since(1, 0, 100)).hasSize(6);
        }
    }

    @Test
    void picturesGoAfterTheirDaysAndNotBecauseAClockWasSet() throws Exception {
        PictureRules week = rules(new PictureRoom(1 << 20, 0, 7, 0, 0));
        try (Archive archive = Archive.open(folder, week, at(NOON))) {
            KeptStore.fill(archive, 3);
        }
        for (Duration set : new Duration[] {Duration.ofHours(-1), Duration.ofDays(3_650), Duration.ofDays(-3_650)}) {
            try (Archive archive = Archive.open(folder, week, at(NOON.plus(set)))) {
                KeptStore.fill(archive, 1);
                assertThat(stored(archive))
                        .as("after the clock was set by " + set)
                        .isEqualTo(archive.since(1, 0, 100).size());
            }
        }
        try (Archive archive = Archive.open(folder, week, at(NOON.plus(Duration.ofDays(6))))) {
            KeptStore.fill(archive, 1);
            assertThat(stored(archive)).isEqualTo(7);
        }
        try (Archive archive = Archive.open(folder, week, at(NOON.plus(Duration.ofDays(9))))) {
            await().untilAsserted(() -> assertThat(stored(archive)).isEqualTo(1));
            assertThat(archive.since(1, 0, 100)).hasSize(7);
        }
    }

    private static long stored(Archive archive) {
        return archive.since(1, 0, 100).stream()
                .filter(result -> result.picture() == PictureState.STORED)
                .count();
    }

    private static Clock at(Instant time) {
        return Clock.fixed(time, ZoneOffset.UTC);
    }

    @Test
    void daysGoByWithTheTimeThatPassesWhateverTheWallShows() {
        AtomicLong nanos = new AtomicLong();
        AgeClock clock = new AgeClock(at(NOON), 0, nanos::get);
        long today = clock.day();
        nanos.addAndGet(Duration.ofHours(36).toNanos());
        assertThat(clock.day()).isEqualTo(today + 2);
        assertThat(new AgeClock(at(NOON.plusSeconds(3_600)), NOON.getEpochSecond(), nanos::get).seconds())
                .isEqualTo(NOON.getEpochSecond() + 3_600);
        assertThat(new AgeClock(at(NOON.minusSeconds(3_600)), NOON.getEpochSecond(), nanos::get).seconds())
                .isEqualTo(NOON.getEpochSecond());
        assertThat(new AgeClock(at(NOON.plus(Duration.ofDays(32))), NOON.getEpochSecond(), nanos::get).seconds())
                .isEqualTo(NOON.getEpochSecond());
    }
}
