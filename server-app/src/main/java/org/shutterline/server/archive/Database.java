package org.shutterline.server.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.shutterline.server.spi.NativeFile;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.SQLiteOpenMode;
import org.sqlite.util.OSInfo;

/** The database file: how it is opened, what is in it, and whether it is sound. */
final class Database {
    static final String FILE = "results.db";

    /** Marks the file as ours: "Shtl". */
    private static final int APPLICATION = 0x5368746C;

    private static final int VERSION = 2;

    private static final String[] SCHEMA = {
        "CREATE TABLE result(id INTEGER PRIMARY KEY, station INTEGER NOT NULL, time INTEGER NOT NULL,"
                + " zone INTEGER NOT NULL, ms REAL NOT NULL, verdict TEXT NOT NULL, code INTEGER, reason TEXT NOT NULL,"
                + " part TEXT, once TEXT, origin TEXT NOT NULL, job TEXT NOT NULL, job_version TEXT NOT NULL,"
                + " picture TEXT NOT NULL, measured TEXT NOT NULL, more TEXT NOT NULL, late TEXT)",
        // one index for all look-ups: each further one dirties a page with every trigger
        "CREATE INDEX result_search ON result(station, id, time, verdict, part)",
        // what became of a picture after its row: written later and together, never on the way of a trigger
        "CREATE TABLE picture(id INTEGER PRIMARY KEY, state TEXT NOT NULL, file TEXT, hash TEXT, bytes INTEGER NOT NULL)",
        "CREATE TABLE station(station INTEGER PRIMARY KEY, job TEXT NOT NULL,"
                + " job_version TEXT NOT NULL DEFAULT '', online INTEGER NOT NULL, refused INTEGER NOT NULL,"
                + " reset_id INTEGER NOT NULL, counted_to INTEGER NOT NULL, ok INTEGER NOT NULL, ng INTEGER NOT NULL, unknown INTEGER NOT NULL)",
        "CREATE TABLE mark(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
        "INSERT INTO mark VALUES('ids', 0), ('pictures', 0)",
        "PRAGMA application_id=" + APPLICATION,
        "PRAGMA user_version=" + VERSION
    };

    /** What a file of version 1 lacks. */
    private static final String[] SINCE_VERSION_1 = {
        "ALTER TABLE station ADD COLUMN job_version TEXT NOT NULL DEFAULT ''", "PRAGMA user_version=" + VERSION
    };

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

    Database(Path folder) {
        this.file = folder.resolve(FILE);
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

    /** Finds what the database itself would not: a file that is gone, emptied or cut off after a clean end. */
    private void checkFile() throws IOException {
        long bytes = Files.exists(file) ? Files.size(file) : 0;
        if (bytes == 0) {
            if (hasPictures()) {
                throw new ArchiveException("the results file " + file
                        + " is missing or empty, though pictures of earlier results are there");
            }
            Files.deleteIfExists(file);
            Files.createFile(file, DataFolder.ownerOnly(file, "rw-------"));
        } else if (!hasLog() && bytes != bytesInHeader()) {
            throw new ArchiveException("the results file " + file + " is damaged: it has " + bytes
                    + " bytes and should have " + bytesInHeader());
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

    /** Page size times number of pages, at bytes 16 and 28 of the file (the SQLite file format, section 1.3). */
    private long bytesInHeader() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            ByteBuffer header = ByteBuffer.wrap(in.readNBytes(100));
            if (header.limit() < 100
                    || !new String(header.array(), 0, 15, StandardCharsets.US_ASCII).equals("SQLite format 3")) {
                throw new ArchiveException("the results file " + file + " is damaged: it is not a database");
            }
            int pageSize = header.getShort(16) & 0xFFFF;
            return (pageSize == 1 ? 65_536L : pageSize) * Integer.toUnsignedLong(header.getInt(28));
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
    ArchiveException explained(String what, Exception cause) {
        if (cause instanceof ArchiveException already) {
            return already;
        }
        String words = String.valueOf(cause.getMessage());
        String lower = words.toLowerCase(Locale.ROOT);
        boolean damaged = lower.contains("malformed") || lower.contains("not a database") || lower.contains("corrupt");
        return new ArchiveException(
                "the results file " + file + (damaged ? " is damaged: " : " " + what + ": ") + words, cause);
    }

    private Connection connect(boolean toRead) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        if (toRead) {
            config.setReadOnly(true);
            config.resetOpenMode(SQLiteOpenMode.CREATE);
        }
        config.setBusyTimeout(5_000);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    private void prepare(Connection connection) throws SQLException, ArchiveException {
        try (Statement statement = connection.createStatement()) {
            boolean empty = number(statement, "SELECT count(*) FROM sqlite_master") == 0;
            if (!empty && number(statement, "PRAGMA application_id") != APPLICATION) {
                throw new ArchiveException("the file " + file + " holds something else than results");
            }
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=FULL");
            // macOS alone heeds it: there a plain fsync leaves the data in the disk's own memory
            statement.execute("PRAGMA fullfsync=1");
            statement.execute("PRAGMA wal_autocheckpoint=0");
            if (empty) {
                together(statement, SCHEMA);
            } else if (number(statement, "PRAGMA user_version") == 1) {
                together(statement, SINCE_VERSION_1);
            }
            long version = number(statement, "PRAGMA user_version");
            if (version != VERSION) {
                throw new ArchiveException("the results file " + file + " has version " + version
                        + ", this program knows version " + VERSION);
            }
        }
    }

    private static void together(Statement statement, String[] deeds) throws SQLException {
        statement.execute("BEGIN IMMEDIATE");
        for (String sql : deeds) {
            statement.execute(sql);
        }
        statement.execute("COMMIT");
    }

    static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
