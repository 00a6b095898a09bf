package org.shutterline.server.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks through all that is kept once after each start, beside the work, and names what is damaged. The check of the database as
 * a whole, which finds an index that lacks a row, cannot rest; for a file with which it takes minutes it is left to the command
 * for it. Thread {@code look-through}.
 */
final class LookThrough {
    /** The start itself has the machine for itself. */
    static final Duration AFTER_START = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(LookThrough.class);
    private static final long MOST_BYTES = 2_000_000_000L;
    private static final int MOST_TRIES = 20;
    private static final long TRY_MS = 20;

    private final Database database;
    private final Path dataDir;
    private final Path file;
    private final Damages damages;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private final List<Supplier<List<String>>> others = new CopyOnWriteArrayList<>();
    private Optional<Statement> running = Optional.empty();

    LookThrough(Database database, Path dataDir, Damages damages, Duration after) {
        this.database = database;
        this.dataDir = dataDir;
        this.file = dataDir.resolve(Database.FILE);
        this.damages = damages;
        this.thread = new Thread(() -> work(after), "look-through");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
    }

    void start() {
        thread.start();
    }

    /** @param other says what else is damaged, a sentence each; asked before all else */
    void also(Supplier<List<String>> other) {
        others.add(other);
    }

    private void work(Duration after) {
        try {
            if (closing.await(after.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            for (Supplier<List<String>> other : others) {
                lookTwice(other);
            }
            if (Files.size(file) > MOST_BYTES) {
                LOG.info(
                        "the results file {} is too large to be checked as a whole at each start; --verify does it",
                        file);
            } else {
                check();
            }
            try (Lookups lookups = new Lookups(database)) {
                new StoreLook(dataDir, lookups, damages, Pace.beside(closing)).content();
            }
        } catch (SQLException | IOException failed) {
            tell(failed);
        } catch (UncheckedIOException failed) {
            tell(failed.getCause());
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was being written at the first look is whole at the second. */
    private void lookTwice(Supplier<List<String>> other) throws InterruptedException {
        List<String> found = new ArrayList<>(other.get());
        if (!found.isEmpty() && !closing.await(AFTER_START.toMillis(), TimeUnit.MILLISECONDS)) {
            found.retainAll(other.get());
            found.forEach(damages::found);
        }
    }

    private void tell(Exception failed) {
        if (closing.getCount() > 0) {
            String why = database.explained("cannot be looked through", failed).getMessage();
            LOG.warn("{}", why);
        }
    }

    private void check() throws SQLException, ArchiveException {
        try (Connection connection = database.openToRead();
                Statement statement = connection.createStatement()) {
            synchronized (this) {
                running = Optional.of(statement);
            }
            try (ResultSet rows = statement.executeQuery("PRAGMA integrity_check(10)")) {
                while (rows.next()) {
                    if (!"ok".equals(rows.getString(1))) {
                        damages.found("the results file " + file + " is damaged: " + rows.getString(1));
                    }
                }
            } finally {
                synchronized (this) {
                    running = Optional.empty();
                }
            }
        }
    }

    /** Ends it wherever it is; what cannot be cut short is left to itself, since it only reads. */
    void close() throws InterruptedException {
        closing.countDown();
        for (int tries = 0; thread.isAlive() && tries < MOST_TRIES; tries++) {
            synchronized (this) {
                running.ifPresent(LookThrough::cancel);
            }
            thread.join(TRY_MS);
        }
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException over) {
            LOG.debug("the look through the results had ended: {}", over.getMessage());
        }
    }
}
