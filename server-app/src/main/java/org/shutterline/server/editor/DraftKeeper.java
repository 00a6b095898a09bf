package org.shutterline.server.editor;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Keeps what is not saved on the disk, so that it outlives the window. */
final class DraftKeeper {
    private final Workshop workshop;
    private final Turns turns;
    private final Drawer drawer;
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

    /** Keeps the draft as it is now; one that changes nothing is kept no more. */
    void keep(DraftDesk desk) {
        String name = desk.name();
        boolean changed = desk.isChanged();
        Drawer.Kept kept = new Drawer.Kept(desk.draft(), desk.base().id());
        turns.threads().trials().execute(() -> {
            try {
                if (changed) {
                    drawer.put(kept);
                } else {
                    drawer.remove(name);
                }
            } catch (IOException full) {
                turns.take(() -> turns.complain("draftNotKept", name, String.valueOf(full.getMessage())));
            }
        });
    }

    /** Nothing is kept of this job any more. */
    void remove(String job) {
        turns.aside(() -> {
            drawer.remove(job);
            return () -> {};
        });
    }
}
