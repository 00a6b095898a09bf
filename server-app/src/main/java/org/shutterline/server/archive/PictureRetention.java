package org.shutterline.server.archive;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.shutterline.protocol.message.PictureState;

/** Keeps the picture files within their room: the oldest go first, their results stay. Thread {@code pictures}. */
final class PictureRetention {
    private static final int LOOK_AHEAD = 64;
    /** So many that grew too old go at a time: new ones wait meanwhile. */
    private static final int MOST_AT_ONCE = 64;

    /** Why there is no room. */
    enum Refusal {
        /** It is larger than all the room for pictures. */
        TOO_LARGE,
        /** Others need the disk. */
        DISK_FULL
    }

    private final PictureRoom room;
    private final PictureFiles files;
    private final PictureRows rows;
    private final Lookups lookups;
    private final HeldFrames frames;
    private final Reserve reserve;
    private final Runnable goesOn;
    private final Deque<PictureRow> oldest = new ArrayDeque<>();
    private long goneTo;
    private volatile PictureUse use = PictureUse.NONE;

    /** @param goesOn told whenever a picture was removed */
    PictureRetention(
            PictureRoom room,
            PictureFiles files,
            PictureRows rows,
            Lookups lookups,
            HeldFrames frames,
            Reserve reserve,
            Runnable goesOn) {
        this.room = room;
        this.files = files;
        this.rows = rows;
        this.lookups = lookups;
        this.frames = frames;
        this.reserve = reserve;
        this.goesOn = goesOn;
    }

    void add(PictureUse more) {
        use = use.plus(more);
    }

    /** Safe for all threads. */
    PictureUse use() {
        return use;
    }

    /** Makes room for a picture that takes so many bytes of the disk. Empty if there is room, else why there is none. */
    Optional<Refusal> makeRoom(long bytes) throws IOException {
        if (bytes > room.quotaBytes()) {
            return Optional.of(Refusal.TOO_LARGE);
        }
        if (reserve.used().isPresent()) {
            return Optional.of(Refusal.DISK_FULL);
        }
        while (isOverQuota(bytes)) {
            if (!removeOldest()) {
                return Optional.of(Refusal.TOO_LARGE);
            }
        }
        return leavesFree(bytes) ? Optional.empty() : Optional.of(Refusal.DISK_FULL);
    }

    /**
     * Where less is free than should be, two old pictures give way to each new one; where it is less than half of that, none
     * is written. Never more at once: another program that fills the disk must not take all pictures with it.
     */
    private boolean leavesFree(long bytes) throws IOException {
        for (int gone = 0; gone < 2 && bytes > 0 && files.usableBytes() - bytes < floor(); gone++) {
            removeOldest();
        }
        return files.usableBytes() - bytes >= floor() / 2;
    }

    private boolean isOverQuota(long bytes) {
        boolean tooMany = room.mostPictures() > 0 && bytes > 0 && use.pictures() >= room.mostPictures();
        return tooMany || use.bytes() + bytes > room.quotaBytes();
    }

    /** A limit that is as large as a small disk would keep no picture at all. */
    private long floor() {
        return Math.min(room.freeBytes(), files.totalBytes() / 20);
    }

    /**
     * Deletes some of the pictures of results before this one.
     *
     * @return whether there may be more
     */
    boolean removeBefore(long id) throws IOException {
        for (int gone = 0; gone < MOST_AT_ONCE; gone++) {
            Optional<PictureRow> next = nextOldest();
            if (next.isEmpty() || next.get().id() >= id) {
                next.ifPresent(oldest::addFirst);
                return false;
            }
            remove(next.get());
        }
        return true;
    }

    private boolean removeOldest() throws IOException {
        Optional<PictureRow> next = nextOldest();
        if (next.isPresent()) {
            remove(next.get());
        }
        return next.isPresent();
    }

    private void remove(PictureRow row) throws IOException {
        use = use.minus(files.delete(row.file()));
        frames.forget(row.id());
        rows.write(PictureRow.gone(row.id(), PictureState.NOT_KEPT));
        goesOn.run();
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
