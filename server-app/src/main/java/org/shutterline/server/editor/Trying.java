package org.shutterline.server.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.shutterline.server.jobs.Labelled;

/** Tries drafts on many pictures beside what judges now. Used on the desk. */
record Trying(Workshop workshop, Turns turns, JobsDesk jobs) {
    /** @param done told on the desk when it has ended and was not cancelled */
    void onProduction(DraftDesk desk, int station, int most, Consumer<TryView> done) {
        desk.tries().onProduction(desk.draft(), inService(desk, station), station, most, done);
    }

    void onFolder(DraftDesk desk, Path folder) {
        desk.tries().onFolder(desk.draft(), inService(desk, jobs.stationFor(desk.name())), folder);
    }

    void onLabelled(DraftDesk desk) {
        String job = desk.name();
        turns.aside(() -> {
            List<Labelled> marked = workshop.jobs().labelled(job);
            return () -> onLabelled(desk, marked);
        });
    }

    private void onLabelled(DraftDesk desk, List<Labelled> marked) {
        if (marked.isEmpty()) {
            turns.complain("noneLabelled");
            return;
        }
        desk.tries().onLabelled(desk.draft(), inService(desk, jobs.stationFor(desk.name())), marked);
    }

    /** What judges now; of a job that runs nowhere its present version, of a new one the job whose place it would take. */
    private Reference inService(DraftDesk desk, int station) {
        Optional<Draft> known = jobs.judging(desk.name()).or(() -> present(desk.base()));
        return known.isPresent()
                ? () -> known
                : () -> Saved.present(workshop.jobs(), workshop.activeJob(station))
                        .map(Saved::draft);
    }

    private static Optional<Draft> present(Saved base) {
        return base.version().map(version -> base.draft());
    }
}
