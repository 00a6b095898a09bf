package org.shutterline.server.editor;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.shutterline.protocol.message.PlainPicture;

/** Small copies of the pictures of an album: those that were wanted last are kept, others are made again. Used on any thread. */
final class Film {
    /** Some screens full: 256 x 256 px in colour are 200 kB, so this is 40 MB at most. */
    static final int MOST = 200;

    private final Album album;
    private final Executor thread;
    private final Runnable made;
    /** Empty for one that is being made, or cannot be. */
    private final Map<Integer, Optional<PlainPicture>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Optional<PlainPicture>> eldest) {
            return size() > MOST;
        }
    };

    /**
     * @param thread makes those that are not kept any more
     * @param made told there when one was made
     */
    Film(Album album, Executor thread, Runnable made) {
        this.album = album;
        this.thread = thread;
        this.made = made;
    }

    /** One that was read anyway. */
    synchronized void keep(int index, PlainPicture picture) {
        kept.put(index, Optional.of(Thumbs.of(picture)));
    }

    /** Empty if it has to be made first: {@code made} is told then. */
    synchronized Optional<PlainPicture> thumb(int index) {
        Optional<PlainPicture> known = kept.get(index);
        if (known != null) {
            return known;
        }
        kept.put(index, Optional.empty());
        thread.execute(() -> make(index));
        return Optional.empty();
    }

    private void make(int index) {
        try {
            keep(index, album.at(index).pixels());
            made.run();
        } catch (IOException | OutOfMemoryError gone) {
            // it stays empty; the row says why it could not be judged
            return;
        }
    }
}
