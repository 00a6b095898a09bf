package org.shutterline.server.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.jobs.Labelled;
import org.shutterline.server.monitor.Why;

/** The draft on many pictures: one try at a time, the newest counts. Used on the desk, but for what says otherwise. */
final class TryDesk {
    private static final String PRODUCTION = "production";

    private final Workshop workshop;
    private final Threads threads;
    private final Runnable changed;
    private Optional<TryRun> run = Optional.empty();
    private TryView view = TryView.NONE;
    private Optional<Draft> present = Optional.empty();
    private TriedValues values = new TriedValues();
    /** The draft that measured the values. */
    private Optional<Draft> measured = Optional.empty();

    /** Of the last try; also read on the editor's other threads. */
    private volatile Optional<Album> album = Optional.empty();

    private volatile List<Integer> good = List.of();

    TryDesk(Workshop workshop, Threads threads, Runnable changed) {
        this.workshop = workshop;
        this.threads = threads;
        this.changed = changed;
    }

    TryView view() {
        return view;
    }

    /** What the present draft measured; none if the last try was of one that measures otherwise. */
    TriedValues values() {
        return isOutdated() ? new TriedValues() : values;
    }

    /** Whether something was tried, but by a draft that measures otherwise than the present one. */
    boolean isOutdated() {
        return measured.isPresent()
                && present.filter(now -> !now.measuresAs(measured.get())).isPresent();
    }

    /** @param done told on the desk when it has ended and was not cancelled */
    void onProduction(Draft draft, Reference inService, int station, int most, Consumer<TryView> done) {
        start(draft, inService, PRODUCTION, () -> production(draft, station, most), done);
    }

    private Album production(Draft draft, int station, int most) {
        List<InspectionResult> results = workshop.newest(station, most);
        Set<String> jobs = new TreeSet<>(Set.of(draft.content().name()));
        results.forEach(result -> jobs.add(result.job()));
        return Album.of(results, Labels.ofPeople(workshop.jobs(), jobs), workshop);
    }

    void onFolder(Draft draft, Reference inService, Path folder) {
        start(draft, inService, String.valueOf(folder), () -> Album.of(folder), end -> {});
    }

    /** @param marked one or more */
    void onLabelled(Draft draft, Reference inService, List<Labelled> marked) {
        String folder = String.valueOf(marked.get(0).picture().getParent().getParent());
        start(draft, inService, folder, () -> LabelledAlbum.of(marked, Labels.MOST, workshop), end -> {});
    }

    private void start(
            Draft draft, Reference inService, String source, Callable<Album> pictures, Consumer<TryView> done) {
        cancel();
        TryRun next = new TryRun(draft, inService, source, workshop, threads.limits(), System::nanoTime);
        run = Optional.of(next);
        present = Optional.of(draft);
        view = new TryView(source, true, 0, 0, 0, 0, false, List.of(), Map.of(), Optional.empty());
        threads.tries().execute(() -> {
            try {
                Album opened = pictures.call();
                Film film =
                        new Film(opened, threads.trials(), () -> threads.desk().execute(changed));
                next.run(opened, film, now -> threads.desk().execute(() -> progress(next, opened, now, done)));
            } catch (Exception | OutOfMemoryError unreadable) {
                String why = Why.of(unreadable);
                threads.desk().execute(() -> failed(next, why));
            }
        });
    }

    private void failed(TryRun of, String why) {
        if (run.filter(now -> now == of).isPresent()) {
            view = new TryView(view.source(), false, 0, 0, 0, 0, false, List.of(), Map.of(), Optional.of(why));
            changed.run();
        }
    }

    private void progress(TryRun of, Album opened, TryView now, Consumer<TryView> done) {
        if (run.filter(newest -> newest == of).isEmpty()) {
            return;
        }
        view = now.asStale(isStale());
        if (!now.running()) {
            album = Optional.of(opened);
            values = of.values();
            measured = Optional.of(of.draft());
            good = now.rows().stream()
                    .filter(row -> row.label().orElse(row.now()) == Verdict.OK)
                    .map(TryView.Row::index)
                    .toList();
            done.accept(now);
        }
        changed.run();
    }

    /** The rows are of an older draft as long as this one differs from what was tried. */
    void draftIs(Draft draft) {
        present = Optional.of(draft);
        view = view.asStale(isStale());
    }

    private boolean isStale() {
        return run.isPresent()
                && present.filter(now -> !run.get().draft().content().equals(now.content()))
                        .isPresent();
    }

    /** Whether the last try is whole, on pictures of production, and of this very draft. */
    boolean isOnProduction(Draft draft) {
        return !view.running()
                && view.source().equals(PRODUCTION)
                && view.done() == view.of()
                && view.trouble().isEmpty()
                && run.filter(last -> last.draft().content().equals(draft.content()))
                        .isPresent();
    }

    void cancel() {
        run.ifPresent(TryRun::cancel);
    }

    /** On any of the editor's threads. */
    Picture picture(int index) throws IOException {
        return album.orElseThrow(() -> new IOException("nothing was tried yet")).at(index);
    }

    /** Pictures of good parts, without the one with this id; those that cannot be read are left out. On any thread. */
    List<Picture> goodOnes(int most, long except) {
        List<Picture> pictures = new ArrayList<>();
        for (int index : good) {
            if (pictures.size() == most) {
                break;
            }
            try {
                Picture picture = picture(index);
                if (picture.id() == 0 || picture.id() != except) {
                    pictures.add(picture);
                }
            } catch (IOException gone) {
                continue;
            }
        }
        return pictures;
    }
}
