package org.shutterline.server.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.shutterline.protocol.message.PictureState;

/**
 * The results as one file that nobody writes to: copied from a store, at work or not, as they were at one moment; or brought
 * from elsewhere. Used by one thread; blocks for as long as copying takes.
 */
public final class ResultsCopy implements AutoCloseable {
    private final Path folder;
    private final Database database;
    private final Ledger ledger;

    private ResultsCopy(Path folder, Database database) throws IOException {
        this.folder = folder;
        this.database = database;
        try {
            this.ledger = new Ledger(database.openToWrite());
        } catch (SQLException e) {
            throw database.explained("cannot be opened", e);
        }
    }

    /**
     * A picture that the results say is stored.
     *
     * @param file below the folder of pictures, with a slash
     * @param sha256 of its file, in hex
     */
    public record Kept(long id, String file, String sha256, long bytes) {
        /** Whether these are its bytes. */
        public boolean isWhole(byte[] content) {
            return PictureFiles.hash(content).equals(sha256);
        }
    }

    /**
     * Copies the results of a store; whoever writes there is not held up.
     *
     * @param target a file that is not there, called like the one of a store
     */
    public static ResultsCopy take(Path dataDir, Path target) throws IOException {
        Damages damages = new Damages(Clock.systemUTC());
        Database source = new Database(dataDir, damages);
        source.checkIsOurs();
        try (Connection connection = source.openToRead();
                PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, target.toString());
            copy.execute();
        } catch (SQLException e) {
            throw source.explained("cannot be copied", e);
        }
        return open(target.toAbsolutePath().getParent());
    }

    /**
     * Results that were brought: an older file is led to the tables of this program.
     *
     * @param folder where they are, called as in a store
     * @throws ArchiveException if they are damaged, foreign, or of a newer program
     */
    public static ResultsCopy open(Path folder) throws IOException {
        Database database = new Database(folder, new Damages(Clock.systemUTC()));
        database.checkIsOurs();
        return new ResultsCopy(folder, database);
    }

    /** @throws ArchiveException naming the first thing that is damaged, or does not belong into such a file */
    public void check() throws IOException {
        refuseForeignTables();
        Verification found = Verification.ofDatabase(folder);
        if (!found.damage().isEmpty()) {
            throw new ArchiveException(found.damage().get(0));
        }
    }

    /** A trigger or view in it would be run by whoever uses the file. */
    private void refuseForeignTables() throws IOException {
        try (Connection fresh = Database.inMemory();
                Statement statement = fresh.createStatement()) {
            TreeSet<String> here = things(ledger.connection().createStatement());
            here.removeAll(things(statement));
            if (!here.isEmpty()) {
                throw new ArchiveException("the results file holds what no program of ours made: " + here.first());
            }
        } catch (SQLException e) {
            throw database.explained("cannot be read", e);
        }
    }

    /** Tables with their columns, indexes, and whatever else there is. */
    private static TreeSet<String> things(Statement statement) throws SQLException {
        TreeSet<String> things = new TreeSet<>();
        try (statement;
                ResultSet rows = statement.executeQuery("SELECT m.type || ' ' || m.name || ' ' ||"
                        + " coalesce((SELECT group_concat(c.name, ',' ORDER BY c.name) FROM pragma_table_info(m.name) c), '')"
                        + " FROM sqlite_master m")) {
            while (rows.next()) {
                things.add(rows.getString(1));
            }
        }
        return things;
    }

    public long results() throws ArchiveException {
        return number("SELECT count(*) FROM result");
    }

    /** Those that are stored, in the order of their ids. */
    public List<Kept> pictures() throws ArchiveException {
        List<Kept> kept = new ArrayList<>();
        try (Statement statement = ledger.connection().createStatement();
                ResultSet rows = statement.executeQuery(PictureRow.COLUMNS + "WHERE state='STORED' ORDER BY id")) {
            while (rows.next()) {
                PictureRow row = PictureRow.read(rows);
                kept.add(new Kept(row.id(), row.file(), row.hash(), row.bytes()));
            }
            return kept;
        } catch (SQLException e) {
            throw database.explained("cannot be read", e);
        }
    }

    /** The pictures of these results are not with it. */
    public void notKept(List<Long> ids) throws ArchiveException {
        try {
            ledger.execute("BEGIN IMMEDIATE");
            for (long id : ids) {
                PictureRow.gone(id, PictureState.NOT_KEPT).write(ledger);
            }
            ledger.execute("COMMIT");
        } catch (SQLException e) {
            throw database.explained("cannot be written", e);
        }
    }

    /** The highest id that may have been given to anybody, as far as it knows. */
    public long highestId() throws ArchiveException {
        return number(
                "SELECT max(coalesce((SELECT max(id) FROM result), 0), (SELECT value FROM mark WHERE name='ids'))");
    }

    /** The next id that is given from here is far above this one. */
    public void goOnFarAbove(long id) throws ArchiveException {
        try {
            Marks.write(ledger, Marks.IDS, id + Ids.FAR - 1);
        } catch (SQLException e) {
            throw database.explained("cannot be written", e);
        }
    }

    private long number(String sql) throws ArchiveException {
        try {
            return ledger.number(sql);
        } catch (SQLException e) {
            throw database.explained("cannot be read", e);
        }
    }

    /**
     * The highest id that a store knows, sound or not: from its results, from what was answered last, and from its pictures.
     */
    public static long highestIdIn(Path dataDir) throws IOException {
        long[] highest = {0};
        Database database = new Database(dataDir, new Damages(Clock.systemUTC()));
        for (String sql : List.of("SELECT max(id) FROM result", "SELECT value FROM mark WHERE name='ids'")) {
            try (Connection connection = database.openToRead();
                    Statement statement = connection.createStatement()) {
                highest[0] = Math.max(highest[0], Database.number(statement, sql));
            } catch (SQLException | ArchiveException damaged) {
                // that is why somebody restores: the other sources tell
                continue;
            }
        }
        if (Files.exists(dataDir.resolve(Tail.FILE))) {
            try (Tail tail = Tail.open(dataDir)) {
                highest[0] = Math.max(highest[0], tail.last().orElse(0));
            }
        }
        new PictureFiles(dataDir)
                .each(
                        () -> false,
                        file -> highest[0] =
                                Math.max(highest[0], PictureFiles.id(file).orElse(0)));
        return highest[0];
    }

    /** Closes it; all of it is in the one file then. */
    @Override
    public void close() throws IOException {
        try {
            ledger.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            ledger.execute("PRAGMA journal_mode=DELETE");
            ledger.close();
        } catch (SQLException e) {
            throw database.explained("cannot be closed", e);
        }
    }
}
