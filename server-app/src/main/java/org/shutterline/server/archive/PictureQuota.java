package org.shutterline.server.archive;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.shutterline.protocol.message.PictureState;

/** Keeps the picture files within their room: the oldest go first, their results stay. Thread {@code pictures}. */
final class PictureQuota {
    private static final int LOOK_AHEAD = 64;

    private final long quotaBytes;
    private final PictureFiles files;
    private final PictureRows rows;
    private final Lookups lookups;
    private final HeldFrames frames;
    private final Deque<PictureRow> oldest = new ArrayDeque<>();
    private long goneTo;
    private volatile long usedBytes;

    PictureQuota(long quotaBytes, PictureFiles files, PictureRows rows, Lookups lookups, HeldFrames frames) {
        this.quotaBytes = quotaBytes;
        this.files = files;
        this.rows = rows;
        this.lookups = lookups;
        this.frames = frames;
    }

    void add(long bytes) {
        usedBytes += bytes;
    }

    /** Safe for all threads. */
    long usedBytes() {
        return usedBytes;
    }

    /** Makes room for so many bytes. False if there is none even with all others gone. */
    boolean makeRoom(long bytes) throws IOException {
        if (bytes > quotaBytes) {
            return false;
        }
        while (usedBytes + bytes > quotaBytes) {
            Optional<PictureRow> next = nextOldest();
            if (next.isEmpty()) {
                return false;
            }
            remove(next.get());
        }
        return true;
    }

    private void remove(PictureRow row) throws IOException {
        files.delete(row.file());
        usedBytes -= row.bytes();
        frames.forget(row.id());
        rows.write(PictureRow.gone(row.id(), PictureState.NOT_KEPT));
    }

    private Optional<PictureRow> nextOldest() {
        Optional<PictureRow> next = nextInDatabase().or(rows::oldestStoredOnTheWay);
        if (next.isEmpty() && goneTo > 0) {
            // one station's picture may have come after those of higher ids had gone
            goneTo = 0;
            next = nextInDatabase();
        }
        return next;
    }

    private Optional<PictureRow> nextInDatabase() {
        while (true) {
            if (oldest.isEmpty()) {
                oldest.addAll(PictureRow.storedAbove(lookups, goneTo, LOOK_AHEAD));
            }
            PictureRow candidate = oldest.poll();
            if (candidate == null) {
                return Optional.empty();
            }
            goneTo = Math.max(goneTo, candidate.id());
            if (rows.find(candidate.id(), lookups).equals(Optional.of(candidate))) {
                return Optional.of(candidate);
            }
        }
    }
}
