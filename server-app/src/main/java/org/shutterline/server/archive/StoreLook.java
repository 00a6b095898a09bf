package org.shutterline.server.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** One way through all that the archive keeps, which names what is not as it was written. Used by one thread. */
final class StoreLook {
    private static final int PIECE = 500;

    private final Path dataDir;
    private final Lookups lookups;
    private final Damages damages;
    private final PictureFiles files;
    private final Pace pace;
    private long results;
    private long pictures;

    /** @param pace how fast it goes, and how far */
    StoreLook(Path dataDir, Lookups lookups, Damages damages, Pace pace) {
        this.dataDir = dataDir;
        this.lookups = lookups;
        this.damages = damages;
        this.files = new PictureFiles(dataDir);
        this.pace = pace;
    }

    /** How many were looked at. */
    long results() {
        return results;
    }

    /** How many were looked at. */
    long pictures() {
        return pictures;
    }

    /** What is in the database, row by row, and the pictures. */
    void content() throws IOException {
        rows();
        books();
        stations();
        pictureFiles();
    }

    /** By the check of SQLite itself. */
    void database() {
        lookups.rows("PRAGMA integrity_check(" + Damages.MOST + ")", row -> row.getString(1)).stream()
                .filter(line -> !"ok".equals(line))
                .forEach(line -> damages.found("the results file " + Database.FILE + " is damaged: " + line));
    }

    private void rows() {
        long after = -1;
        List<Long> piece = resultsAfter(after);
        while (!piece.isEmpty() && pace.goesOn()) {
            results += piece.size();
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
                .verify(pace::goesOn)
                .flatMap(AuditCheck.Found::broken)
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

    /** Whether what was answered last is there. */
    void tail() throws IOException {
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

    private void pictureFiles() throws IOException {
        OldEnd oldEnd = new OldEnd();
        List<PictureRow> piece = PictureRow.storedAbove(lookups, 0, PIECE);
        while (!piece.isEmpty()) {
            for (PictureRow row : piece) {
                if (!pace.goesOn()) {
                    return;
                }
                pictures++;
                String why = files.whyNotWhole(row);
                boolean there = files.exists(row.file());
                if (oldEnd.isAmiss(row, there) || there && !why.isEmpty()) {
                    name(row, why);
                }
            }
            piece = PictureRow.storedAbove(lookups, piece.get(piece.size() - 1).id(), PIECE);
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
