package org.shutterline.server.editor;

/** The owners of the editor's state, put together once. Used on the desk, but for the turns. */
final class EditorParts {
    private final Turns turns;
    private final Drafts drafts;
    private final Easel easel = new Easel();
    private final JobList list;
    private final Opening opening;
    private final ToolBench bench;
    private final Trying trying;
    private final IntoService service;
    private final Showing showing;
    private final Claims claims;
    private final FileDesk files;

    EditorParts(Workshop workshop, Threads threads, EditorView view) {
        JobsDesk jobs = new JobsDesk(workshop);
        this.turns = new Turns(threads, () -> view.show(state()));
        this.claims = new Claims(workshop, turns);
        this.drafts = new Drafts(workshop, turns, new DraftKeeper(workshop, turns), claims);
        this.list = new JobList(workshop, turns, drafts, jobs);
        this.opening = new Opening(workshop, turns, drafts, easel, jobs);
        this.files = new FileDesk(workshop, turns, claims);
        this.bench = new ToolBench(workshop, turns);
        this.trying = new Trying(workshop, turns, jobs);
        this.service = new IntoService(workshop, turns, drafts, easel, jobs, opening, trying);
        this.showing = new Showing(workshop, turns, drafts, easel, jobs, list);
    }

    private EditorState state() {
        return showing.now();
    }

    Turns turns() {
        return turns;
    }

    Claims claims() {
        return claims;
    }

    Drafts drafts() {
        return drafts;
    }

    Easel easel() {
        return easel;
    }

    JobList list() {
        return list;
    }

    Opening opening() {
        return opening;
    }

    ToolBench bench() {
        return bench;
    }

    FileDesk files() {
        return files;
    }

    Trying trying() {
        return trying;
    }

    IntoService service() {
        return service;
    }
}
