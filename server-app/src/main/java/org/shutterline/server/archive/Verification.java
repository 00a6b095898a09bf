package org.shutterline.server.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;

/**
 * Looks through all that the archive keeps: the database by SQLite's own check and row by row by check sums, every picture
 * by its hash. Only reads; also beside a server that is at work. Blocks for as long as reading all of it takes.
 *
 * @param results how many were looked at
 * @param pictures how many were looked at
 * @param damage what is not as it was written, a sentence each, {@link Damages#MOST} at most
 */
public record Verification(long results, long pictures, List<String> damage) {
    private static final int PIECE = 500;

    public Verification {
        damage = List.copyOf(damage);
    }

    /** @throws ArchiveException if the database cannot be opened at all; the message names it */
    public static Verification of(Path dataDir) throws ArchiveException {
        return of(dataDir, Look::all);
    }

    /** The database alone, by SQLite's own check. */
    static Verification ofDatabase(Path folder) throws ArchiveException {
        return of(folder, Look::database);
    }

    /** A way through it. */
    private interface Way {
        void go(Look look) throws IOException;
    }

    private static Verification of(Path dataDir, Way way) throws ArchiveException {
        Damages damages = new Damages(Clock.systemUTC());
        Database database = new Database(dataDir, damages);
        database.checkIsOurs();
        try (Lookups lookups = new Lookups(database)) {
            Look look = new Look(dataDir, lookups, damages);
            way.go(look);
            return new Verification(
                    look.counted,
                    look.pictures,
                    damages.all().stream().map(Trouble::why).toList());
        } catch (SQLException | IOException e) {
            throw database.explained("cannot be read", e);
        } catch (UncheckedIOException e) {
            throw database.explained("cannot be read", e.getCause());
        }
    }

    /** Goes through it once. */
    private static final class Look {
        private final Path dataDir;
        private final Lookups lookups;
        private final Damages damages;
        private final PictureFiles files;
        private long counted;
        private long pictures;

        Look(Path dataDir, Lookups lookups, Damages damages) {
            this.dataDir = dataDir;
            this.lookups = lookups;
            this.damages = damages;
            this.files = new PictureFiles(dataDir);
        }

        void all() throws IOException {
            database();
            rows();
            books();
            stations();
            tail();
            pictures();
        }

        void database() {
            lookups.rows("PRAGMA integrity_check(" + Damages.MOST + ")", row -> row.getString(1)).stream()
                    .filter(line -> !"ok".equals(line))
                    .forEach(line -> damages.found("the results file " + Database.FILE + " is damaged: " + line));
        }

        private void rows() {
            long after = -1;
            List<Long> piece = resultsAfter(after);
            while (!piece.isEmpty()) {
                counted += piece.size();
                after = piece.get(piece.size() - 1);
                piece = resultsAfter(after);
            }
        }

        private List<Long> resultsAfter(long id) {
            return lookups.rows(
                    ResultRow.SELECT + "WHERE r.id>? ORDER BY r.id LIMIT " + PIECE,
                    row -> {
                        long read = row.getLong(1);
                        try {
                            ResultRow.checkAll(row);
                        } catch (DamagedRow damaged) {
                            damages.found("the results file " + Database.FILE + " is damaged: result " + read + ": "
                                    + damaged.getMessage());
                        }
                        return read;
                    },
                    id);
        }

        private void books() {
            new AuditTrail(lookups)
                    .verify()
                    .broken()
                    .ifPresent(why -> damages.found("the books in " + Database.FILE + " were changed: " + why));
        }

        private void stations() {
            List<Integer> stations = lookups.rows("SELECT station FROM station", row -> row.getInt(1));
            for (int station : stations) {
                try {
                    Memories.recall(lookups, station);
                } catch (UncheckedIOException told) {
                    // whoever reads rows tells of damage
                    continue;
                }
            }
        }

        private void tail() throws IOException {
            if (!Files.exists(dataDir.resolve(Tail.FILE))) {
                return;
            }
            try (Tail tail = Tail.open(dataDir)) {
                OptionalLong told = tail.last();
                if (told.isPresent() && isMissing(told.getAsLong())) {
                    damages.found("result " + told.getAsLong() + " was answered and is missing");
                }
            }
        }

        private boolean isMissing(long id) {
            return lookups.rows("SELECT 1 FROM result WHERE id=?", row -> 1, id).isEmpty();
        }

        private void pictures() throws IOException {
            OldEnd oldEnd = new OldEnd();
            List<PictureRow> piece = PictureRow.storedAbove(lookups, 0, PIECE);
            while (!piece.isEmpty()) {
                for (PictureRow row : piece) {
                    pictures++;
                    String why = files.whyNotWhole(row);
                    boolean there = files.exists(row.file());
                    if (oldEnd.isAmiss(row, there) || there && !why.isEmpty()) {
                        name(row, why);
                    }
                }
                piece = PictureRow.storedAbove(
                        lookups, piece.get(piece.size() - 1).id(), PIECE);
            }
            oldEnd.amiss().forEach(row -> name(row, "is gone"));
        }

        /** Unless it gave way meanwhile. */
        private void name(PictureRow row, String why) {
            if (PictureRow.find(lookups, row.id()).filter(row::equals).isPresent()) {
                damages.found("the picture " + row.file() + " " + why);
            }
        }
    }
}
