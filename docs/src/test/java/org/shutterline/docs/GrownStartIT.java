package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A station whose store grew for years is ready in seconds, after a stop and after a kill; {@code shutterline.rows} says how
 * many results there are.
 */
@Timeout(600)
final class GrownStartIT {
    private static final int ROWS = Integer.getInteger("shutterline.rows", 20_000);
    private static final Duration READY_WITHIN = Duration.ofSeconds(5);
    /** Than a start without results, which a busy machine makes slow as well. */
    private static final Duration LONGER = Duration.ofSeconds(4);

    private static final int BEFORE_THE_KILL = 50;

    @TempDir
    Path folder;

    @Test
    void isReadyInSecondsAfterAStopAndAfterAKill() throws IOException, InterruptedException, SQLException {
        RealServer.station("quick", folder.resolve("first")).close();
        Path data = folder.resolve("data");
        long start = System.nanoTime();
        Duration bare;
        try (RealServer server = RealServer.station("quick", data);
                Talk talk = server.talk()) {
            bare = Duration.ofNanos(System.nanoTime() - start);
            assertThat(talk.trigger("T1").get(0)).isEqualTo("T1");
            server.askToStop();
            assertThat(server.exitCode()).isZero();
        }
        fill(data);
        counted(data);
        List<String> last = startedAndTriggered(data, bare, "a stop");
        assertThat(Long.parseLong(last.get(2))).isGreaterThan(ROWS);
        List<String> next = startedAndTriggered(data, bare, "a kill");
        assertThat(Long.parseLong(next.get(2))).isGreaterThan(Long.parseLong(last.get(2)));
    }

    /** Killed at the end; the last reply to a trigger. */
    private static List<String> startedAndTriggered(Path data, Duration bare, String after)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (RealServer server = RealServer.station("quick", data);
                Talk talk = server.talk()) {
            Duration ready = Duration.ofNanos(System.nanoTime() - start);
            List<String> reply = talk.trigger("T1");
            Duration answered = Duration.ofNanos(System.nanoTime() - start);
            System.out.println("GrownStartIT: " + ROWS + " results, after " + after + " ready in " + ready.toMillis()
                    + " ms, without them in " + bare.toMillis() + " ms, the first trigger answered after "
                    + answered.toMillis() + " ms");
            assertThat(ready)
                    .as("until READY after %s", after)
                    .isLessThan(READY_WITHIN)
                    .isLessThan(bare.plus(LONGER));
            for (int n = 0; n < BEFORE_THE_KILL; n++) {
                reply = talk.trigger("T1");
            }
            server.kill();
            return reply;
        }
    }

    /** These rows came behind the back of the station, which writes its totals every now and then; now it has. */
    private static void counted(Path data) throws IOException, InterruptedException {
        try (RealServer server = RealServer.station("quick", data);
                Talk talk = server.talk()) {
            assertThat(talk.askFields("S1").get(5)).isEqualTo(Integer.toString(ROWS));
            assertThat(talk.ask("RESET1")).isEqualTo("RESET1,OK");
            server.askToStop();
            assertThat(server.exitCode()).isZero();
        }
    }

    /** The first row again and again, without check sums, as rows of an earlier version have none. */
    private static void fill(Path data) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("results.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "WITH RECURSIVE n(value) AS (SELECT 2 UNION ALL SELECT value + 1 FROM n WHERE value < " + ROWS
                            + ") INSERT INTO result SELECT n.value, station, time + n.value, zone, ms, verdict, code, reason,"
                            + " part, once || n.value, origin, job, job_version, picture, measured, more, late, NULL, NULL"
                            + " FROM result, n WHERE id=(SELECT min(id) FROM result)");
        }
    }
}
