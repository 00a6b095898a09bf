package org.shutterline.server.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.shutterline.server.spi.NativeFile;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.SQLiteOpenMode;
import org.sqlite.util.OSInfo;

/** The database file: how it is opened, what is in it, and whether it is sound. */
final class Database {
    static final String FILE = "results.db";

    /** So long one waits for another of our own connections, ms. */
    static final int BUSY_MS = 5_000;

    private static final long MOST_LOG_BYTES = 16 << 20;

    static {
        NativeFile.unpacked(
                        "org/sqlite/native/" + OSInfo.getNativeLibFolderPathForCurrentOS() + "/"
                                + System.mapLibraryName("sqlitejdbc"),
                        "sqlite-" + SQLiteJDBCLoader.getVersion())
                .ifPresent(library -> {
                    System.setProperty(
                            "org.sqlite.lib.path", library.getParent().toString());
                    System.setProperty(
                            "org.sqlite.lib.name", library.getFileName().toString());
                });
    }

    private final Path file;
    private final Damages damages;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    /** @param damages told what is found damaged */
    Database(Path folder, Damages damages) {
        this.file = folder.resolve(FILE);
        this.damages = damages;
    }

    /** Opens the file for the one who writes, makes it if it is new, and checks that it is ours. */
    Connection openToWrite() throws ArchiveException {
        try {
            checkFile();
            Connection connection = connect(false);
            try {
                prepare(connection);
                return connection;
            } catch (SQLException | ArchiveException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException | IOException e) {
            throw explained("cannot be opened", e);
        }
    }

    /** Finds what the database itself would not: a file that is gone, emptied, foreign, too new, or cut off after a clean end. */
    private void checkFile() throws IOException {
        long bytes = Files.exists(file) ? Files.size(file) : 0;
        if (bytes == 0) {
            if (hasLog() || hasPictures()) {
                throw new ArchiveException("the results file " + file
                        + " is missing or empty, though what belongs to earlier results is there");
            }
            Files.deleteIfExists(file);
            Files.createFile(file, OwnersFolder.ownerOnly(file, "rw-------"));
            return;
        }
        DatabaseHeader header = DatabaseHeader.read(file);
        header.refuseForeign(file);
        if (!hasLog() && bytes != header.bytes()) {
            throw new ArchiveException("the results file " + file + " is damaged: it has " + bytes
                    + " bytes and should have " + header.bytes());
        }
    }

    private boolean hasLog() throws IOException {
        Path log = file.resolveSibling(FILE + "-wal");
        return Files.exists(log) && Files.size(log) > 0;
    }

    private boolean hasPictures() throws IOException {
        AtomicBoolean found = new AtomicBoolean();
        new PictureFiles(file.toAbsolutePath().getParent()).each(found::get, picture -> {
            if (PictureFiles.id(picture).isPresent()) {
                found.set(true);
            }
        });
        return found.get();
    }

    /** @throws ArchiveException naming what the file is, if it is none of ours that this program knows */
    void checkIsOurs() throws ArchiveException {
        try {
            if (!Files.exists(file)) {
                throw new ArchiveException("there is no results file " + file);
            }
            DatabaseHeader.read(file).refuseForeign(file);
        } catch (IOException e) {
            throw explained("cannot be read", e);
        }
    }

    Connection openToRead() throws ArchiveException {
        try {
            return connect(true);
        } catch (SQLException e) {
            throw explained("cannot be opened", e);
        }
    }

    /** Opens the file for moving what was committed from the log into it, beside the one who writes. */
    Connection openToCheckpoint() throws ArchiveException {
        try {
            return connect(false);
        } catch (SQLException e) {
            throw explained("cannot be opened", e);
        }
    }

    /**
     * Moves all of the log into the file and forces both. After a failed write a system may take for written what the disk
     * never got, and what follows in the log is worth nothing after a power cut if what is before it is not there.
     */
    void empty(Ledger ledger) throws SQLException, ArchiveException {
        long busy = ledger.row("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.getLong(1))
                .orElse(1L);
        if (busy != 0) {
            throw new ArchiveException("the log of the results file " + file + " is still being read");
        }
    }

    /** Looks through the whole file. */
    void verify(Connection connection) throws ArchiveException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA quick_check(1)")) {
            String found = rows.next() ? rows.getString(1) : "no answer";
            if (!"ok".equals(found)) {
                throw new ArchiveException("the results file " + file + " is damaged: " + found);
            }
        } catch (SQLException e) {
            throw explained("cannot be checked", e);
        }
    }

    /** An exception that names the file and says in words what is wrong with it. */
    ArchiveException explained(String what, Throwable cause) {
        if (cause instanceof ArchiveException already) {
            return already;
        }
        String words = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        String lower = words.toLowerCase(Locale.ROOT);
        boolean damaged = cause instanceof DamagedRow
                || lower.contains("malformed")
                || lower.contains("not a database")
                || lower.contains("corrupt");
        String whole = "the results file " + file + (damaged ? " is damaged: " : " " + what + ": ") + words;
        if (damaged) {
            damages.found(whole);
        }
        return new ArchiveException(whole, cause);
    }

    /** The tables of this program, empty. */
    static Connection inMemory() throws SQLException {
        Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite::memory:");
        try (Statement statement = connection.createStatement()) {
            Schema.bringUp(statement, 0);
        }
        return connection;
    }

    private Connection connect(boolean toRead) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        if (toRead) {
            config.setReadOnly(true);
            config.resetOpenMode(SQLiteOpenMode.CREATE);
        }
        config.setBusyTimeout(BUSY_MS);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        open.removeIf(Database::isClosed);
        open.add(connection);
        return connection;
    }

    private static boolean isClosed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException unknown) {
            return false;
        }
    }

    /**
     * Closes every connection that is open.
     *
     * @return why one of them could not be closed, if so
     */
    Optional<SQLException> closeAll() {
        Optional<SQLException> trouble = Optional.empty();
        for (Connection connection : open) {
            try {
                connection.close();
            } catch (SQLException stays) {
                trouble = Optional.of(stays);
            }
        }
        return trouble;
    }

    private void prepare(Connection connection) throws SQLException, ArchiveException {
        try (Statement statement = connection.createStatement()) {
            boolean empty = number(statement, "SELECT count(*) FROM sqlite_master") == 0;
            int version = Math.toIntExact(number(statement, "PRAGMA user_version"));
            if (!empty) {
                // once more: a newer program may have left its version in the log alone
                DatabaseHeader.refuseForeign(file, number(statement, "PRAGMA application_id"), version);
            }
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=FULL");
            // macOS alone heeds it: there a plain fsync leaves the data in the disk's own memory
            statement.execute("PRAGMA fullfsync=1");
            statement.execute("PRAGMA wal_autocheckpoint=0");
            // what it grew by while somebody read for long is given back
            statement.execute("PRAGMA journal_size_limit=" + MOST_LOG_BYTES);
            Schema.bringUp(statement, empty ? 0 : version);
        }
    }

    static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
