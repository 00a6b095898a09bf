package org.shutterline.server.editor;

import java.util.Optional;
import java.util.function.Consumer;
import org.shutterline.server.jobs.JobName;

/** Opens, begins and closes drafts, and sees whether somebody else saved their jobs meanwhile. Used on the desk. */
final class Opening {
    private final Workshop workshop;
    private final Turns turns;
    private final Drafts drafts;
    private final Easel easel;
    private final JobsDesk jobs;

    Opening(Workshop workshop, Turns turns, Drafts drafts, Easel easel, JobsDesk jobs) {
        this.workshop = workshop;
        this.turns = turns;
        this.drafts = drafts;
        this.easel = easel;
        this.jobs = jobs;
    }

    void refresh() {
        Optional<DraftDesk> shown = easel.open();
        Optional<String> name = shown.map(DraftDesk::name);
        turns.aside(() -> {
            Runnable before = drafts.ofLastRun();
            JobsDesk.Read read = jobs.read(name);
            Optional<Saved> newest = name.flatMap(job -> Saved.present(workshop.jobs(), job));
            return () -> {
                before.run();
                jobs.show(read);
                shown.ifPresent(desk -> overtake(desk, newest));
            };
        });
    }

    /** Says so if somebody else saved the job since the draft was begun and there is something to lose. */
    void overtake(DraftDesk desk, Optional<Saved> newest) {
        newest.filter(present -> !present.saysAs(desk.base()))
                .filter(desk::overtake)
                .ifPresent(present -> sayOvertaken(desk));
    }

    void sayOvertaken(DraftDesk desk) {
        turns.complain(
                "overtaken",
                desk.base().version().map(row -> String.valueOf(row.number())).orElse("0"));
    }

    void open(String job) {
        open(job, this::show);
    }

    /** The same on the picture of a result. */
    void openOn(String job, long id) {
        open(job, desk -> showOn(desk, id));
    }

    private void open(String job, Consumer<DraftDesk> then) {
        turns.aside(() -> {
            Runnable before = drafts.ofLastRun();
            Optional<Saved> newest = Saved.present(workshop.jobs(), job);
            return () -> {
                before.run();
                Optional<DraftDesk> kept = drafts.of(job);
                kept.or(() -> newest.map(drafts::begin)).ifPresentOrElse(then, () -> turns.complain("noSuchJob", job));
                kept.ifPresent(desk -> overtake(desk, newest));
            };
        });
    }

    void create(String name) {
        create(name, this::show);
    }

    /** The same on the picture of a result. */
    void createOn(String name, long id) {
        create(name, desk -> showOn(desk, id));
    }

    private void create(String name, Consumer<DraftDesk> then) {
        if (JobName.whyNot(name).isPresent()) {
            turns.complain("badName", name);
            return;
        }
        turns.aside(() -> {
            if (workshop.jobs().names().contains(name)) {
                return () -> turns.complain("nameTaken", name);
            }
            Runnable before = drafts.ofLastRun();
            return () -> {
                before.run();
                then.accept(drafts.of(name).orElseGet(() -> drafts.begin(Saved.nothing(name))));
            };
        });
    }

    private void showOn(DraftDesk desk, long id) {
        show(desk);
        desk.pictures().showResultOf(id);
    }

    private void show(DraftDesk desk) {
        easel.open().filter(before -> before != desk).ifPresent(drafts::rest);
        easel.put(desk);
        turns.sayNothing();
        if (desk.pictures().now().isEmpty()) {
            desk.pictures().showNewestOf(jobs.stationFor(desk.name()));
        }
        refresh();
    }

    void close() {
        easel.open().ifPresent(drafts::rest);
        easel.clear();
        refresh();
    }
}
