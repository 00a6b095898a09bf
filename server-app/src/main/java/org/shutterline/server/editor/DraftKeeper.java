package org.shutterline.server.editor;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Keeps what is not saved on the disk, so that it outlives the window, and a power cut but for its last seconds. */
final class DraftKeeper {
    private final Workshop workshop;
    private final Turns turns;
    private final Drawer drawer;
    /** What was handed to the disk last, by job; empty if nothing is to be kept of it. Used on the desk, as those below. */
    private final Map<String, Optional<Drawer.Kept>> handed = new HashMap<>();
    /** Those that are looked at in some seconds. */
    private final Map<String, DraftDesk> touched = new LinkedHashMap<>();

    private boolean awaited;
    /** Whether the drawer was looked into; used on the thread for trials. */
    private boolean looked;

    DraftKeeper(Workshop workshop, Turns turns) {
        this.workshop = workshop;
        this.turns = turns;
        this.drawer = new Drawer(workshop.keptDrafts());
    }

    /** A draft of the last run and what it was begun with. */
    record Left(Draft draft, Saved begun) {}

    /**
     * What the last run left.
     *
     * @param damaged the names of files that could not be read
     */
    record LastRun(List<Left> drafts, List<String> damaged) {
        /** Told on the desk. */
        void tell(Turns turns) {
            if (!drafts.isEmpty()) {
                turns.say(
                        "draftsKept",
                        drafts.stream().map(one -> one.draft().content().name()).collect(Collectors.joining(", ")));
            }
            if (!damaged.isEmpty()) {
                turns.complain("draftDamaged", String.join(", ", damaged));
            }
        }
    }

    /** On the thread for trials; empty from the second time on. */
    LastRun lastRun() throws IOException {
        if (looked) {
            return new LastRun(List.of(), List.of());
        }
        looked = true;
        Drawer.Contents contents = drawer.read();
        return new LastRun(contents.drafts().stream().map(this::left).toList(), contents.damaged());
    }

    private Left left(Drawer.Kept kept) {
        String name = kept.draft().content().name();
        return new Left(kept.draft(), Saved.version(workshop.jobs(), name, kept.base()));
    }

    /** It may be another: that is kept in some seconds, however often it is touched until then. */
    void touched(DraftDesk desk) {
        touched.put(desk.name(), desk);
        if (!awaited) {
            awaited = true;
            turns.threads().soon().execute(() -> {
                awaited = false;
                List.copyOf(touched.values()).forEach(this::keep);
            });
        }
    }

    /** Keeps the draft as it is now; one that changes nothing is kept no more. */
    void keep(DraftDesk desk) {
        String name = desk.name();
        touched.remove(name);
        Optional<Drawer.Kept> now = desk.isChanged()
                ? Optional.of(new Drawer.Kept(desk.draft(), desk.base().id()))
                : Optional.empty();
        if (!now.equals(handed.put(name, now))) {
            turns.threads().drafts().execute(() -> write(name, now));
        }
    }

    /** Nothing is kept of this job any more. */
    void remove(String job) {
        touched.remove(job);
        handed.put(job, Optional.empty());
        turns.threads().drafts().execute(() -> write(job, Optional.empty()));
    }

    private void write(String job, Optional<Drawer.Kept> now) {
        try {
            if (now.isPresent()) {
                drawer.put(now.get());
            } else {
                drawer.remove(job);
            }
        } catch (IOException full) {
            turns.take(() -> {
                handed.remove(job, now);
                turns.complain("draftNotKept", job, String.valueOf(full.getMessage()));
            });
        }
    }
}
