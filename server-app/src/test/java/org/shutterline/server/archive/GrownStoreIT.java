package org.shutterline.server.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.Verdict;

/** A store that grew for months opens in a moment; {@code shutterline.rows} says how far it grew. */
class GrownStoreIT {
    private static final int ROWS = Integer.getInteger("shutterline.rows", 20_000);

    @TempDir
    Path folder;

    @Test
    void aStoreOfManyResultsIsOpenInSeconds() throws Exception {
        try (Archive archive = Archive.open(folder, PictureRules.USUAL, Clock.systemUTC())) {
            Outcomes outcome = new Outcomes();
            archive.keep(Samples.detail(archive.nextId(), 1, Verdict.OK), Optional.empty(), outcome);
            outcome.stored();
        }
        fill(folder);
        long start = System.nanoTime();
        try (Archive archive = Archive.open(folder, PictureRules.USUAL, Clock.systemUTC())) {
            assertThat(archive.newest(1, 100)).hasSize(100);
            assertThat(archive.nextId()).isEqualTo(ROWS + 1);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            assertThat(took).isLessThan(Duration.ofSeconds(3));
            System.out.println("GrownStoreIT: " + ROWS + " results, open and asked in " + took.toMillis() + " ms");
        }
        start = System.nanoTime();
        assertThat(Verification.of(folder).results()).isEqualTo(ROWS);
        System.out.println("GrownStoreIT: looked through in " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }

    /** The first row again and again, without check sums, as rows of an earlier version have none. */
    static void fill(Path folder) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Database.FILE));
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "WITH RECURSIVE n(value) AS (SELECT 2 UNION ALL SELECT value + 1 FROM n WHERE value < " + ROWS
                            + ") INSERT INTO result SELECT n.value, station, time + n.value, zone, ms, verdict, code, reason,"
                            + " part, once || n.value, origin, job, job_version, picture, measured, more, late, NULL, NULL"
                            + " FROM result, n WHERE id=1");
        }
    }
}
