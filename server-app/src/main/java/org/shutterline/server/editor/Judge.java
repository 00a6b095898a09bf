package org.shutterline.server.editor;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.shutterline.protocol.plugin.BadSetting;

/** Judges the newest draft on the newest picture; what was asked for meanwhile is left out. */
final class Judge {
    /** What is judged. */
    private record Wanted(Draft draft, Picture picture, Consumer<Trial> judged, Consumer<String> refused) {}

    private final Workshop workshop;
    private final Executor thread;
    private final AtomicReference<Wanted> newest = new AtomicReference<>();
    /** Used on the thread alone. */
    private Optional<Ready> ready = Optional.empty();

    /** Tools that were set up for a draft, for as long as it is not changed. */
    private record Ready(Draft draft, Made made) {}

    Judge(Workshop workshop, Executor thread) {
        this.workshop = workshop;
        this.thread = thread;
    }

    /** @param judged told on the judge's thread; not at all if something newer was asked for */
    void ask(Draft draft, Picture picture, Consumer<Trial> judged, Consumer<String> refused) {
        if (newest.getAndSet(new Wanted(draft, picture, judged, refused)) == null) {
            thread.execute(this::next);
        }
    }

    private void next() {
        Wanted wanted = newest.getAndSet(null);
        try {
            wanted.judged().accept(Trial.of(wanted.draft(), made(wanted.draft()), wanted.picture()));
        } catch (BadSetting bad) {
            wanted.refused().accept(bad.getMessage());
        }
    }

    private Made made(Draft draft) {
        if (ready.filter(present -> present.draft().content().equals(draft.content()))
                .isEmpty()) {
            ready.ifPresent(old -> old.made().close());
            ready = Optional.empty();
            ready = Optional.of(new Ready(draft, Made.of(draft, workshop.jobs(), workshop.scratch())));
        }
        return ready.get().made();
    }

    /** Frees the tools of a draft that nobody looks at any more. */
    void rest() {
        thread.execute(() -> {
            ready.ifPresent(old -> old.made().close());
            ready = Optional.empty();
        });
    }
}
