package org.shutterline.server.archive;

import java.sql.SQLException;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Pictures' rows on their way into the database: written when there is time, seen at once. Safe for all threads. */
final class PictureRows {
    private final Committer committer;
    private final NavigableMap<Long, PictureRow> onTheWay = new TreeMap<>();

    PictureRows(Committer committer) {
        this.committer = committer;
    }

    void write(PictureRow row) {
        synchronized (onTheWay) {
            onTheWay.put(row.id(), row);
        }
        committer.later(new Deed() {
            @Override
            public void write(Ledger ledger) throws SQLException {
                row.write(ledger);
            }

            @Override
            public void done() {
                forget(row);
            }

            // if it fails the row is known until the end, and the next start looks for the file
        });
    }

    /** The row as it will be. */
    Optional<PictureRow> find(long id, Lookups lookups) {
        synchronized (onTheWay) {
            PictureRow row = onTheWay.get(id);
            if (row != null) {
                return Optional.of(row);
            }
        }
        return PictureRow.find(lookups, id);
    }

    /** The oldest stored picture whose row is not in the database yet. */
    Optional<PictureRow> oldestStoredOnTheWay() {
        synchronized (onTheWay) {
            return onTheWay.values().stream()
                    .filter(row -> !row.file().isEmpty())
                    .findFirst();
        }
    }

    /** The lowest id on the way, or the given one if that is lower. */
    long lowest(long otherwise) {
        synchronized (onTheWay) {
            Map.Entry<Long, PictureRow> first = onTheWay.firstEntry();
            return first == null ? otherwise : Math.min(otherwise, first.getKey());
        }
    }

    private void forget(PictureRow row) {
        synchronized (onTheWay) {
            onTheWay.remove(row.id(), row);
        }
    }
}
