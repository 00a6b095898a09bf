package org.shutterline.server.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.server.monitor.Why;
import org.shutterline.server.spi.CameraException;

/** The picture on the screen and those before and after it. Used on the desk. */
final class PictureDesk {
    private static final int ALBUM = 200;

    private final Workshop workshop;
    private final Turns turns;
    private final Runnable another;
    private Optional<Picture> picture = Optional.empty();
    private List<InspectionResult> album = List.of();
    private int at = -1;
    /** Counts the wishes for a picture, so that a slow answer to an earlier one does not take its place. */
    private int wish;

    /** @param another told on the desk when another picture is on the screen */
    PictureDesk(Workshop workshop, Turns turns, Runnable another) {
        this.workshop = workshop;
        this.turns = turns;
        this.another = another;
    }

    /** Empty until there is one. */
    Optional<Picture> now() {
        return picture;
    }

    Optional<OpenJob.Shown> shown() {
        return picture.map(
                now -> new OpenJob.Shown(now.pixels(), now.id(), now.name(), at >= 0 && at + 1 < album.size(), at > 0));
    }

    /** The newest picture of a station; none if it has no results. */
    void showNewestOf(int station) {
        int mine = ++wish;
        aside(() -> workshop.newest(station, ALBUM), results -> {
            album = results;
            if (mine != wish) {
                return; // another picture was wanted meanwhile
            }
            if (results.isEmpty()) {
                turns.complain("noPicture", String.valueOf(station));
            } else {
                showResult(0);
            }
        });
    }

    /** A new picture of the camera; if there is none, as of a station that is online, its newest, and why. */
    void look(int station) {
        turns.threads().trials().execute(() -> {
            try {
                Picture taken = Pictures.taken(workshop.look(station), station);
                turns.take(() -> show(taken, -1));
            } catch (CameraException none) {
                turns.take(() -> {
                    turns.complain("noNewPicture", String.valueOf(station), none.getMessage());
                    showNewestOf(station);
                });
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        });
    }

    void older() {
        if (at + 1 < album.size()) {
            showResult(at + 1);
        }
    }

    void newer() {
        if (at > 0) {
            showResult(at - 1);
        }
    }

    private void showResult(int index) {
        InspectionResult result = album.get(index);
        aside(() -> Album.picture(result, Optional.empty(), workshop), shown -> show(shown, index));
    }

    void showFile(Path file) {
        String name = String.valueOf(file.getFileName());
        showOther(() -> {
            try {
                return Album.file(file, name, Optional.empty());
            } catch (IOException unreadable) {
                throw new IOException(name + ": " + Why.of(unreadable), unreadable);
            }
        });
    }

    void showResultOf(long id) {
        showOther(() -> Album.picture(
                workshop.result(id).orElseThrow(() -> new IOException("there is no result " + id)),
                Optional.empty(),
                workshop));
    }

    /** @param read called on the thread for trials */
    void showOther(Callable<Picture> read) {
        wish++;
        aside(read, shown -> show(shown, -1));
    }

    private void show(Picture shown, int index) {
        picture = Optional.of(shown);
        at = index;
        another.run();
    }

    private <T> void aside(Callable<T> work, Consumer<T> then) {
        turns.threads().trials().execute(() -> {
            try {
                T done = work.call();
                turns.take(() -> then.accept(done));
            } catch (Exception failed) {
                turns.take(() -> turns.complain("picture", Why.of(failed)));
            } catch (OutOfMemoryError large) {
                turns.take(() -> turns.complain("pictureTooLarge"));
            }
        });
    }
}
