package org.shutterline.server.editor;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The job that is being taught: its drafts, and what the present one says of the picture. Used on the desk. */
final class DraftDesk {
    private final Turns turns;
    private final Consumer<DraftDesk> touched;
    private final Judge judge;
    private final PictureDesk pictures;
    private final LessonDesk lessons;
    private final TryDesk tries;
    private final Placing placing;
    private Saved base;
    /** What somebody else saved since the draft was begun. */
    private Optional<VersionRow> overtaken = Optional.empty();

    private UndoList drafts;
    private Optional<String> chosen = Optional.empty();
    private Optional<Trial> trial = Optional.empty();
    private Optional<Guide> guide = Optional.empty();
    private boolean resting;

    /**
     * @param begun what the draft begins with
     * @param touched told when it, or what it is compared with, may be another
     */
    DraftDesk(Workshop workshop, Turns turns, Saved begun, Consumer<DraftDesk> touched) {
        this.turns = turns;
        this.touched = touched;
        this.judge = new Judge(
                workshop,
                turns.threads(),
                said -> turns.take(() -> turns.say(said)),
                why -> turns.take(() -> placing().notJudged(why)));
        this.base = begun;
        this.drafts = new UndoList(begun.draft());
        this.pictures = new PictureDesk(workshop, turns, this::judgeNow);
        this.lessons = new LessonDesk(workshop, turns, this);
        this.tries = new TryDesk(workshop, turns.threads(), turns::changed);
        this.placing = new Placing(turns, this);
        chooseFirst();
    }

    String name() {
        return draft().content().name();
    }

    Draft draft() {
        return drafts.now();
    }

    /** What the draft is compared with. */
    Saved base() {
        return base;
    }

    UndoList drafts() {
        return drafts;
    }

    Optional<String> chosen() {
        return chosen;
    }

    Optional<Trial> trial() {
        return trial;
    }

    PictureDesk pictures() {
        return pictures;
    }

    LessonDesk lessons() {
        return lessons;
    }

    TryDesk tries() {
        return tries;
    }

    // ---- what others save

    /** Whether the draft differs from what it was begun, or is compared, with. */
    boolean isChanged() {
        return !draft().content().equals(base.draft().content());
    }

    /** It was saved: the draft is what is in service. */
    void saved(Saved saved) {
        base = saved;
        overtaken = Optional.empty();
        placing.forget();
        touched.accept(this);
    }

    /**
     * Somebody else saved the job: the draft stays and is compared with that from now on. One that changes nothing becomes it.
     *
     * @return whether there are changes that were begun with an older version
     */
    boolean overtake(Saved present) {
        boolean changes = isChanged();
        base = present;
        if (changes) {
            overtaken = present.version();
            touched.accept(this);
        } else {
            drafts = new UndoList(present.draft());
            placing.forget();
            judgeNow();
        }
        return changes;
    }

    /** The version that nobody saw when the draft was begun, while the draft still differs from it. */
    Optional<VersionRow> overtaken() {
        return overtaken.filter(version -> isChanged());
    }

    /** The job has another name now, and its files another place. */
    void rename(String other) {
        base = new Saved(base.draft().named(other), base.version());
        drafts.all(draft -> draft.named(other));
        tries.draftIs(draft());
        freeTools();
        touched.accept(this);
    }

    /** The draft of an earlier run, which changes what it was begun with. */
    void begin(Draft kept) {
        drafts.step(kept);
        chooseFirst();
    }

    // ---- changes

    void choose(String tool) {
        chosen = Optional.of(tool).filter(id -> draft().tool(id).isPresent());
    }

    /** The question that is being answered; none once its tool is gone. */
    Optional<Guide> guide() {
        return guide.filter(now -> draft().tool(now.tool()).isPresent());
    }

    void guide(Optional<Guide> now) {
        guide = now;
        now.ifPresent(shown -> choose(shown.tool()));
    }

    private void chooseFirst() {
        chosen = draft().tools().stream().findFirst().map(DraftTool::id);
    }

    void add(DraftTool tool, String output) {
        chosen = Optional.of(tool.id());
        step(draft().with(tool, output));
    }

    void change(String tool, UnaryOperator<DraftTool> change) {
        if (draft().tool(tool).isPresent()) {
            step(draft().changed(tool, change));
        }
    }

    Placing placing() {
        return placing;
    }

    void undo() {
        placing.forget();
        drafts.undo();
        judgeNow();
    }

    void redo() {
        placing.forget();
        drafts.redo();
        judgeNow();
    }

    /** Goes on with another draft, which can be undone. */
    void step(Draft next) {
        drafts.step(next);
        judgeNow();
    }

    // ---- judging

    private void judgeNow() {
        placing.asked();
        tries.draftIs(draft());
        if (chosen.filter(id -> draft().tool(id).isPresent()).isEmpty()) {
            chooseFirst();
        }
        pictures.now()
                .filter(now -> !resting)
                .ifPresent(now -> judge.ask(draft(), now, done -> turns.take(() -> judged(done))));
        touched.accept(this);
    }

    private void judged(Trial done) {
        trial = Optional.of(done);
        placing.judged();
    }

    /** Whether what is shown as judged is of this draft and picture. */
    boolean isFresh() {
        return trial.filter(done -> done.draft() == draft()
                        && pictures.now().filter(now -> now == done.picture()).isPresent())
                .isPresent();
    }

    /** Nobody looks at it any more: its tools are freed, and none is set up until it is shown again. */
    void rest() {
        resting = true;
        freeTools();
    }

    private void freeTools() {
        judge.rest();
        tries.cancel();
    }

    boolean isResting() {
        return resting;
    }

    /** It is looked at again, and judged if it changed meanwhile. */
    void show() {
        boolean rested = resting;
        resting = false;
        if (rested && !isFresh()) {
            judgeNow();
        }
    }
}
