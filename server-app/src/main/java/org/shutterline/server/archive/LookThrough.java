package org.shutterline.server.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks through the database once after each start, beside the work, and names what is damaged: an index that lacks a row
 * would keep it from being found. A file that takes minutes to read is left to the command for it. Thread {@code look-through}.
 */
final class LookThrough {
    /** The start itself has the machine for itself. */
    static final Duration AFTER_START = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(LookThrough.class);
    private static final long MOST_BYTES = 2_000_000_000L;

    private final Database database;
    private final Path file;
    private final Damages damages;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private Optional<Statement> running = Optional.empty();

    LookThrough(Database database, Path file, Damages damages, Duration after) {
        this.database = database;
        this.file = file;
        this.damages = damages;
        this.thread = new Thread(() -> work(after), "look-through");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
    }

    void start() {
        thread.start();
    }

    private void work(Duration after) {
        try {
            if (closing.await(after.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            if (Files.size(file) > MOST_BYTES) {
                LOG.info("the results file {} is too large to be looked through at each start; --verify does it", file);
                return;
            }
            look();
        } catch (SQLException | IOException failed) {
            if (closing.getCount() > 0) {
                String why =
                        database.explained("cannot be looked through", failed).getMessage();
                LOG.warn("{}", why);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws SQLException, ArchiveException {
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

    /** Ends it wherever it is. */
    void close() throws InterruptedException {
        closing.countDown();
        while (thread.isAlive()) {
            synchronized (this) {
                running.ifPresent(LookThrough::cancel);
            }
            thread.join(20);
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
