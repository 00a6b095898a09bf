package org.shutterline.server.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.station.StationMemory;

class CommitterIT {
    @TempDir
    Path folder;

    private Database database;
    private Committer committer;

    @BeforeEach
    void start() throws Exception {
        Clock clock = Clock.systemUTC();
        Damages damages = new Damages(clock);
        database = new Database(folder, damages);
        Ledger ledger = new Ledger(database.openToWrite());
        committer = new Committer(database, ledger, Ids.in(ledger, 0, damages), new Reserve(folder, 0, clock), clock);
        committer.start();
    }

    @AfterEach
    void stop() throws Exception {
        committer.drain();
        committer.close();
    }

    /** Its end: empty when it is committed, else why not. */
    private static final class Step extends CompletableFuture<String> implements Deed {
        private final Deed what;

        private final boolean single;

        Step(boolean single, Deed what) {
            this.single = single;
            this.what = what;
        }

        @Override
        public void write(Ledger ledger) throws SQLException {
            what.write(ledger);
        }

        @Override
        public boolean single() {
            return single;
        }

        @Override
        public void done() {
            complete("");
        }

        @Override
        public void failed(String why) {
            complete(why);
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Step row(long id) {
        ResultRow row = new ResultRow(Samples.detail(id, 1, Verdict.OK));
        return new Step(true, ledger -> ledger.insert(row));
    }

    private String end(Step step) throws Exception {
        committer.now(step);
        return step.get(10, TimeUnit.SECONDS);
    }

    private long rows() throws Exception {
        try (Lookups lookups = new Lookups(database)) {
            return lookups.rows("SELECT count(*) FROM result", row -> row.getLong(1))
                    .get(0);
        }
    }

    @Test
    void tellsSinceWhenItHasBeenAtACommit() throws Exception {
        assertThat(committer.step().now()).isEmpty();
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        committer.now(ledger -> {
            running.countDown();
            waitFor(go);
        });
        running.await();
        DiskStep.Since since = committer.step().now().orElseThrow();
        assertThat(since.thread().getName()).isEqualTo("archive");
        assertThat(System.nanoTime() - since.nanos()).isBetween(0L, TimeUnit.MINUTES.toNanos(1));
        go.countDown();
        await().until(() -> committer.step().now().isEmpty());
    }

    @Test
    void whatWaitsTogetherIsCommittedTogether() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        committer.now(ledger -> {
            running.countDown();
            waitFor(go);
        });
        running.await();
        List<Step> steps = new ArrayList<>();
        for (int id = 1; id <= 100; id++) {
            steps.add(row(id));
            committer.now(steps.get(id - 1));
        }
        go.countDown();
        for (Step step : steps) {
            assertThat(step.get(10, TimeUnit.SECONDS)).isEmpty();
        }
        assertThat(committer.commits()).isEqualTo(2);
        assertThat(rows()).isEqualTo(100);
    }

    @Test
    void afterAFailureNothingIsAcknowledgedUntilTheFileWasVerified() throws Exception {
        assertThat(end(row(1))).isEmpty();
        Step bad = new Step(false, ledger -> {
            throw new SQLException("[SQLITE_IOERR_FSYNC] disk I/O error");
        });
        assertThat(end(bad)).contains(Database.FILE).contains("disk I/O error");
        assertThat(committer.fault()).isPresent();
        assertThat(end(row(2))).contains("disk I/O error");
        await().untilAsserted(() -> assertThat(committer.fault()).isEmpty());
        assertThat(end(row(3))).isEmpty();
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void aFullDiskIsToldAndGoneWhenThereIsRoom() throws Exception {
        assertThat(end(row(1))).isEmpty();
        // the limit is the connection's own, so that it ends when the file is opened again
        Step full = new Step(false, ledger -> {
            ledger.execute("PRAGMA max_page_count=1");
            for (int id = 2; id < 500; id++) {
                ledger.insert(new ResultRow(Samples.detail(id, 1, Verdict.OK)));
            }
        });
        assertThat(end(full)).contains("full");
        assertThat(rows()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(committer.fault()).isEmpty());
        assertThat(end(row(2))).isEmpty();
    }

    @Test
    void whatCanWaitSurvivesAFault() throws Exception {
        Step bad = new Step(false, ledger -> {
            throw new SQLException("[SQLITE_IOERR] disk I/O error");
        });
        assertThat(end(bad)).isNotEmpty();
        Step late = row(7);
        committer.later(late);
        assertThat(late.get(10, TimeUnit.SECONDS)).isEmpty();
        assertThat(committer.fault()).isEmpty();
    }

    @Test
    void aLongLogIsMovedIntoTheFileBetweenCommits() throws Exception {
        Path log = folder.resolve(Database.FILE + "-wal");
        for (long id = 1; id <= 5; id++) {
            committer.checkpoint();
            assertThat(end(row(id))).isEmpty();
            assertThat(end(row(100 + id))).isEmpty();
        }
        long size = Files.size(log);
        for (long id = 6; id <= 50; id++) {
            committer.checkpoint();
            assertThat(end(row(id))).isEmpty();
            assertThat(end(row(100 + id))).isEmpty();
        }
        assertThat(Files.size(log)).isLessThanOrEqualTo(2 * size);
        assertThat(committer.fault()).isEmpty();
    }

    @Test
    void aListenerThatFailsHarmsNobodyElse() throws Exception {
        committer.now(new Deed() {
            @Override
            public void write(Ledger ledger) {}

            @Override
            public void done() {
                throw new IllegalStateException("a listener's own error");
            }
        });
        assertThat(end(row(1))).isEmpty();
    }

    @Test
    void manyRefusalsLeaveOneDeedAStationWhichWritesTheLast() throws Exception {
        for (int station = 1; station <= 2; station++) {
            StationMemory memory = new StationMemory(station, "plate", "v1", true, 0, 0, 0, 0, 0);
            assertThat(end(new Step(false, ledger -> Memories.remember(ledger, memory))))
                    .isEmpty();
        }
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        committer.now(ledger -> {
            running.countDown();
            waitFor(go);
        });
        running.await();
        Refusals refusals = new Refusals(committer);
        for (long refused = 1; refused <= 10_000; refused++) {
            refusals.remember(1, refused);
            refusals.remember(2, 2 * refused);
        }
        assertThat(committer.waiting()).isEqualTo(2);
        go.countDown();
        await().until(() -> committer.waiting() == 0);
        refusals.remember(2, 20_001);
        await().untilAsserted(() -> assertThat(refused()).containsExactly(10_000L, 20_001L));
    }

    private List<Long> refused() throws Exception {
        try (Lookups lookups = new Lookups(database)) {
            return lookups.rows("SELECT refused FROM station ORDER BY station", row -> row.getLong(1));
        }
    }
}
