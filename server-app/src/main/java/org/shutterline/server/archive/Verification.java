package org.shutterline.server.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/**
 * Looks through all that the archive keeps: the database by SQLite's own check and row by row by check sums, every picture
 * by its hash. Only reads; also beside a server that is at work. Blocks for as long as reading all of it takes.
 *
 * @param results how many were looked at
 * @param pictures how many were looked at
 * @param damage what is not as it was written, a sentence each, {@link Damages#MOST} at most
 */
public record Verification(long results, long pictures, List<String> damage) {
    public Verification {
        damage = List.copyOf(damage);
    }

    /** @throws ArchiveException if the database cannot be opened at all; the message names it */
    public static Verification of(Path dataDir) throws ArchiveException {
        return of(dataDir, Verification::all);
    }

    /** The database alone, by SQLite's own check. */
    static Verification ofDatabase(Path folder) throws ArchiveException {
        return of(folder, StoreLook::database);
    }

    private static void all(StoreLook look) throws IOException {
        look.database();
        look.content();
        look.tail();
    }

    /** A way through it. */
    private interface Way {
        void go(StoreLook look) throws IOException;
    }

    private static Verification of(Path dataDir, Way way) throws ArchiveException {
        Damages damages = new Damages(Clock.systemUTC());
        Database database = new Database(dataDir, damages);
        database.checkIsOurs();
        try (Lookups lookups = new Lookups(database)) {
            StoreLook look = new StoreLook(dataDir, lookups, damages, Pace.FULL);
            way.go(look);
            return new Verification(
                    look.results(),
                    look.pictures(),
                    damages.all().stream().map(Trouble::why).toList());
        } catch (SQLException | IOException e) {
            throw database.explained("cannot be read", e);
        } catch (UncheckedIOException e) {
            throw database.explained("cannot be read", e.getCause());
        }
    }
}
