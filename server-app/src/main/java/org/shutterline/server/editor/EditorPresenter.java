package org.shutterline.server.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The door of the editor: hands what a technician wants of jobs to those who do it, on the desk. */
public final class EditorPresenter extends DraftDoor {
    private final Turns turns;
    private final Drafts drafts;
    private final Opening opening;
    private final JobList list;
    private final Claims claims;

    public EditorPresenter(Workshop workshop, Threads threads, EditorView view) {
        this(new EditorParts(workshop, threads, view));
    }

    private EditorPresenter(EditorParts parts) {
        super(parts);
        this.turns = parts.turns();
        this.drafts = parts.drafts();
        this.opening = parts.opening();
        this.list = parts.list();
        this.claims = parts.claims();
    }

    /** Frees all tools and keeps all drafts, since the window goes: done when that is done. Nothing else may follow. */
    public CompletableFuture<Void> end() {
        Threads threads = turns.threads();
        List<Executor> busy = List.of(threads.trials(), threads.tries(), threads.drafts());
        return CompletableFuture.runAsync(drafts::restAll, threads.desk())
                .thenCompose(rested -> CompletableFuture.allOf(busy.stream()
                        .map(thread -> CompletableFuture.runAsync(() -> {}, thread))
                        .toArray(CompletableFuture[]::new)));
    }

    /** Something that changes the list of jobs, if that may be. */
    private void teach(Runnable deed) {
        turns.take(() -> {
            if (claims.mayTeach()) {
                deed.run();
            }
        });
    }

    @Override
    public void refresh() {
        turns.take(opening::refresh);
    }

    @Override
    public void open(String job) {
        turns.take(() -> opening.open(job));
    }

    @Override
    public void openOn(String job, long id) {
        turns.take(() -> opening.openOn(job, id));
    }

    @Override
    public void close() {
        turns.take(opening::close);
    }

    @Override
    public void create(String name) {
        teach(() -> opening.create(name));
    }

    @Override
    public void createOn(String name, long id) {
        teach(() -> opening.createOn(name, id));
    }

    @Override
    public void copy(String job, String newName) {
        teach(() -> list.copy(job, newName));
    }

    @Override
    public void rename(String job, String newName) {
        teach(() -> list.rename(job, newName));
    }

    @Override
    public void delete(String job) {
        teach(() -> list.delete(job));
    }

    @Override
    public void exportTo(String job, Path file) {
        turns.take(() -> list.exportTo(job, file));
    }

    @Override
    public void importFrom(Path file) {
        teach(() -> list.importFrom(file));
    }

    @Override
    public void importAs(Path file, boolean newVersion) {
        teach(() -> list.importAs(file, newVersion));
    }

    @Override
    public void forgetImport() {
        turns.take(list::forgetImport);
    }

    @Override
    public void compare(JobVersion first, JobVersion second) {
        turns.take(() -> list.compare(first, second));
    }

    @Override
    public void endComparing() {
        turns.take(list::endComparing);
    }
}
