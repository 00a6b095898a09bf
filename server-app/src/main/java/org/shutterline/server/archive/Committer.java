package org.shutterline.server.archive;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread {@code archive}: takes all that waits, writes it in one transaction, commits, then tells the outcomes.
 *
 * <p>Deeds that can wait are gathered and written when no result is waiting, without waiting for the disk: the next
 * durable commit carries them. After a commit that failed nothing is acknowledged until the file was opened again and
 * found sound.
 */
final class Committer {
    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);

    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** For readers, when the log has grown long; a trigger may wait for it. */
    private static final int LONGEST_WAIT_MS = 100;

    private final Database database;
    private final Reserve reserve;
    private final Ids ids;
    private final Clock clock;
    private final Thread thread = new Thread(this::work, "archive");
    private final DiskStep step = new DiskStep();
    private final DeedQueue queue = new DeedQueue();
    private Ledger ledger;
    private final AtomicReference<Optional<SQLException>> suspicion = new AtomicReference<>(Optional.empty());
    private volatile Optional<Trouble> fault = Optional.empty();
    private boolean mustVerify;
    private volatile long commits;
    private volatile boolean checkpoint;
    private long brokenAt;

    /** @param reserve room that is given free when the disk is full */
    Committer(Database database, Ledger ledger, Ids ids, Reserve reserve, Clock clock) {
        this.reserve = reserve;
        this.clock = clock;
        this.database = database;
        this.ledger = ledger;
        this.ids = ids;
    }

    void start() {
        thread.start();
    }

    /** To be written now; told of its end on the thread {@code archive}. Deeds are committed in the order of these calls. */
    void now(Deed deed) {
        if (Thread.currentThread() == thread) {
            // who waits for it here would wait for ever if it had to be taken first
            commit(List.of(deed), true);
            return;
        }
        queue.now(deed);
    }

    /** To be written when there is time. */
    void later(Deed deed) {
        queue.later(deed);
    }

    /** Why nothing can be written now, if so. */
    Optional<Trouble> fault() {
        return fault;
    }

    /** Commits since the start. Safe for all threads. */
    long commits() {
        return commits;
    }

    /** What its thread is at; trying to mend a file that is broken is no such step. */
    DiskStep step() {
        return step;
    }

    /** Most of the log is in the file: the rest is to follow between two commits. */
    void checkpoint() {
        checkpoint = true;
    }

    /** Deeds that wait. */
    int waiting() {
        return queue.waiting();
    }

    /** Writes all that waits and takes no more. Blocks until then. */
    void drain() throws InterruptedException {
        queue.close();
        thread.join();
    }

    /** Settles the ids and closes the file: after {@link #drain}, and after all who read, so that no log is left behind. */
    void close() {
        try {
            if (fault.isEmpty() || recovered()) {
                ledger.execute("BEGIN IMMEDIATE");
                ids.settle(ledger);
                ledger.execute("COMMIT");
                ledger.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
            ledger.close();
        } catch (SQLException e) {
            LOG.error("the archive did not end cleanly; nothing that was stored is lost: {}", e.getMessage());
        }
    }

    private void work() {
        for (DeedQueue.Batch batch = take(); !batch.last(); batch = take()) {
            commit(batch.deeds(), batch.durable());
            if (checkpoint) {
                step.take(this::finishCheckpoint);
            }
        }
    }

    /**
     * After the outcomes are told, so that whoever waited for this commit does not wait for it. A log that has grown long, because
     * somebody always reads, is begun anew in the short while in which readers begin in the file alone; the next commit waits.
     */
    private void finishCheckpoint() {
        checkpoint = false;
        try {
            int pages = ledger.row("PRAGMA wal_checkpoint(PASSIVE)", row -> row.getInt(2))
                    .orElse(0);
            if (pages > Checkpoints.LONG_LOG_PAGES) {
                ledger.execute("PRAGMA busy_timeout=" + LONGEST_WAIT_MS);
                ledger.execute("PRAGMA wal_checkpoint(RESTART)");
                ledger.execute("PRAGMA busy_timeout=" + Database.BUSY_MS);
            }
        } catch (SQLException e) {
            distrust(e);
        }
    }

    /** What was committed could not be moved from the log into the file: nothing more is stored before that is mended. Any thread. */
    void distrust(SQLException cause) {
        String words = String.valueOf(cause.getMessage());
        LOG.warn("the log of results could not be moved into the file: {}", words);
        if (isFull(cause) || words.contains("SQLITE_BUSY") || words.contains("SQLITE_LOCKED")) {
            // it grows until there is room, or until whoever reads is done
            return;
        }
        suspicion.set(Optional.of(cause));
        queue.rouse();
    }

    private DeedQueue.Batch take() {
        return queue.take(fault.isPresent() ? OptionalLong.of(brokenAt + RETRY_NANOS) : OptionalLong.empty());
    }

    private void commit(List<Deed> deeds, boolean durable) {
        suspicion.getAndSet(Optional.empty()).ifPresent(this::broken);
        if (fault.isPresent() && !recovered()) {
            fail(deeds);
            return;
        }
        if (!deeds.isEmpty()) {
            step.take(() -> write(deeds, durable));
        }
    }

    private void write(List<Deed> deeds, boolean durable) {
        try {
            transactionWithRoom(deeds, durable);
        } catch (SQLException | IOException | RuntimeException | Error e) {
            broken(e);
            fail(deeds);
            return;
        }
        commits++;
        deeds.forEach(deed -> tell(deed::done));
    }

    private void fail(List<Deed> deeds) {
        String why = fault.map(Trouble::why).orElse("");
        deeds.forEach(deed -> tell(() -> deed.failed(why)));
    }

    /** Once more with the reserve given free, if the disk is full: what did not fit was not committed. */
    private void transactionWithRoom(List<Deed> deeds, boolean durable) throws SQLException, IOException {
        try {
            transaction(deeds, durable);
        } catch (SQLException e) {
            if (!isFull(e) || !reserve.release()) {
                throw e;
            }
            reopen();
            transaction(deeds, durable);
        }
    }

    private static boolean isFull(Throwable cause) {
        return String.valueOf(cause.getMessage()).contains("SQLITE_FULL");
    }

    private void transaction(List<Deed> deeds, boolean durable) throws SQLException {
        boolean raise = ids.low();
        if (deeds.size() == 1 && deeds.get(0).single() && !raise) {
            // the usual case of one trigger at a time: a statement by itself is a transaction
            deeds.get(0).write(ledger);
            return;
        }
        if (!durable) {
            ledger.execute("PRAGMA synchronous=NORMAL");
        }
        ledger.execute("BEGIN IMMEDIATE");
        if (raise) {
            ids.raise(ledger);
        }
        for (Deed deed : deeds) {
            deed.write(ledger);
        }
        ledger.execute("COMMIT");
        if (!durable) {
            ledger.execute("PRAGMA synchronous=FULL");
        } else if (raise) {
            ids.raised();
        }
    }

    /** One listener's error must not end the thread on which all others depend. */
    private static void tell(Runnable outcome) {
        try {
            outcome.run();
        } catch (RuntimeException | Error e) {
            LOG.error("whoever waited for a result to be stored failed", e);
        }
    }

    private void broken(Throwable cause) {
        String why = database.explained("cannot be written", cause).getMessage();
        LOG.error("no result is stored until this is over: {}", why, cause);
        Instant since = fault.map(Trouble::since).orElseGet(clock::instant);
        fault = Optional.of(new Trouble(since, why));
        brokenAt = System.nanoTime();
        // a full disk is rolled back cleanly; after anything else the file is not trusted before it was looked through
        mustVerify |= !isFull(cause);
    }

    private void reopen() throws SQLException, IOException {
        ledger.close();
        ledger = new Ledger(database.openToWrite());
    }

    private boolean recovered() {
        if (System.nanoTime() - brokenAt < RETRY_NANOS) {
            return false;
        }
        try {
            reopen();
            if (mustVerify) {
                database.empty(ledger);
                database.verify(ledger.connection());
            }
            probe();
            mustVerify = false;
            fault = Optional.empty();
            LOG.warn("results are stored again");
            return true;
        } catch (SQLException | IOException | RuntimeException | Error e) {
            brokenAt = System.nanoTime();
            String why = database.explained("cannot be written", e).getMessage();
            fault = fault.map(before -> new Trouble(before.since(), why));
            LOG.debug("still not: {}", why);
            return false;
        }
    }

    /** Room and disk are asked before a result depends on them. */
    private void probe() throws SQLException {
        ledger.execute("BEGIN IMMEDIATE");
        ids.raise(ledger);
        ledger.execute("COMMIT");
        ids.raised();
    }
}
