package org.shutterline.server.archive;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Moves what was committed from the log into the database file, beside the thread that writes, so that no trigger waits
 * for it. What was committed meanwhile is left for that thread: only when nothing is left does SQLite begin the log anew,
 * and a log that is written over costs the disk less than one that grows. Thread {@code pictures}.
 */
final class Checkpoints {
    /** A log of so many pages of 4096 bytes is begun anew even if some other has to wait. */
    static final int LONG_LOG_PAGES = 2_000;

    private static final long AFTER_COMMITS = 500;

    private final Connection connection;
    private final Committer committer;
    private long at;

    Checkpoints(Database database, Committer committer) throws ArchiveException {
        this.connection = database.openToCheckpoint();
        this.committer = committer;
    }

    void run() {
        if (committer.commits() - at < AFTER_COMMITS) {
            return;
        }
        at = committer.commits();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(PASSIVE)")) {
            boolean done = row.next() && row.getInt(2) == row.getInt(3) && row.getInt(2) <= LONG_LOG_PAGES;
            if (!done) {
                committer.checkpoint();
            }
        } catch (SQLException e) {
            committer.distrust(e);
        }
    }

    void close() throws SQLException {
        connection.close();
    }
}
