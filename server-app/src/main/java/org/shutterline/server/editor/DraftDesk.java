package org.shutterline.server.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.ToolException;

/** The job that is being taught: its drafts, the picture on the screen, and what the draft says of it. Used on the desk. */
final class DraftDesk {
    private static final int ALBUM = 200;
    private static final int LESSONS = 20;

    private final Workshop workshop;
    private final Threads threads;
    private final Consumer<EditorState.Notice> tell;
    private final Runnable changed;
    private final Judge judge;
    private final TryDesk tries;
    private String name;
    private Optional<VersionRow> base;
    /** What somebody else saved since the draft was begun. */
    private Optional<VersionRow> overtaken = Optional.empty();

    private Draft baseDraft;
    private UndoList drafts;
    private Optional<String> chosen = Optional.empty();
    private Optional<Picture> picture = Optional.empty();
    private List<InspectionResult> album = List.of();
    private int at = -1;
    /** Counts the wishes for a picture, so that a slow answer to an earlier one does not take its place. */
    private int wish;

    private Optional<Trial> trial = Optional.empty();

    /** @param base the version that the draft begins with; empty for a job that was never saved */
    DraftDesk(
            Workshop workshop,
            Threads threads,
            Draft first,
            Optional<VersionRow> base,
            Consumer<EditorState.Notice> tell,
            Runnable changed) {
        this.workshop = workshop;
        this.threads = threads;
        this.tell = tell;
        this.changed = changed;
        this.judge = new Judge(workshop, threads, said -> desk(() -> tell.accept(said)));
        this.name = first.content().name();
        this.base = base;
        this.baseDraft = first;
        this.drafts = new UndoList(first);
        this.tries = new TryDesk(workshop, threads, changed);
        this.chosen = first.tools().stream().findFirst().map(DraftTool::id);
    }

    String name() {
        return name;
    }

    Draft draft() {
        return drafts.now();
    }

    Draft baseDraft() {
        return baseDraft;
    }

    Optional<VersionRow> base() {
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

    TryDesk tries() {
        return tries;
    }

    Catalog<InspectionToolFactory> kinds() {
        return workshop.tools();
    }

    /** It was saved: the draft is what is in service. */
    void saved(Draft saved, VersionRow version) {
        base = Optional.of(version);
        baseDraft = saved;
        overtaken = Optional.empty();
    }

    /** Whether the draft was begun with, or compared with, this. */
    boolean isBasedOn(Draft present) {
        return present.content().id().equals(baseDraft.content().id());
    }

    /**
     * Somebody else saved the job: the draft stays and is compared with that from now on. One that changes nothing becomes it.
     *
     * @return whether there are changes that were begun with an older version
     */
    boolean overtake(Draft present, Optional<VersionRow> version) {
        boolean changes = !draft().content().equals(baseDraft.content());
        base = version;
        baseDraft = present;
        if (changes) {
            overtaken = version;
        } else {
            drafts = new UndoList(present);
            judgeNow();
        }
        return changes;
    }

    /** The version that nobody saw when the draft was begun, while the draft still differs from it. */
    Optional<VersionRow> overtaken() {
        return overtaken.filter(version -> !draft().content().equals(baseDraft.content()));
    }

    /** The job has another name now. */
    void rename(String other) {
        name = other;
        baseDraft = baseDraft.named(other);
        drafts.all(draft -> draft.named(other));
        tries.draftIs(draft());
    }

    /** The draft of an earlier run, which changes what it was begun with. */
    void begin(Draft kept) {
        drafts.step(kept);
        chosen = kept.tools().stream().findFirst().map(DraftTool::id);
    }

    /** Begins again with another content, which can be undone. */
    void become(Draft other) {
        step(other);
    }

    // ---- the picture

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
                notice(true, "noPicture", String.valueOf(station));
            } else {
                showResult(0);
            }
        });
    }

    /** A new picture of the camera if the station is offline, else its newest. */
    void look(int station) {
        threads.trials().execute(() -> {
            try {
                Picture taken = Pictures.taken(workshop.look(station), station);
                desk(() -> show(taken, -1));
            } catch (CameraException online) {
                desk(() -> showNewestOf(station));
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
        wish++;
        aside(() -> Album.file(file, String.valueOf(file.getFileName()), Optional.empty()), shown -> show(shown, -1));
    }

    void showResultOf(long id) {
        wish++;
        aside(
                () -> Album.picture(
                        workshop.result(id).orElseThrow(() -> new IOException("there is no result " + id)),
                        Optional.empty(),
                        workshop),
                shown -> show(shown, -1));
    }

    void showTried(int index) {
        wish++;
        aside(() -> tries.picture(index), shown -> show(shown, -1));
    }

    private void show(Picture shown, int index) {
        picture = Optional.of(shown);
        at = index;
        judgeNow();
    }

    // ---- changes

    void choose(String tool) {
        chosen = Optional.of(tool).filter(id -> draft().tool(id).isPresent());
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

    void changeDraft(UnaryOperator<Draft> change) {
        step(change.apply(draft()));
    }

    /** A region lies on the picture as it was drawn; it is kept as it lay when the job was taught. */
    void drawn(String tool, String key, Map<String, Object> region) {
        Pose pose = draft().tool(tool).map(this::pose).orElse(Pose.NONE);
        change(tool, now -> now.withSetting(key, Optional.of(Regions.moved(region, pose.inverse()))));
    }

    /** The tool's regions stay on the picture where they are. */
    void fixture(String tool, Optional<String> fixture) {
        draft().tool(tool).ifPresent(now -> {
            DraftTool other = now.withEntry("fixture", fixture);
            Pose way = pose(other).inverse().after(pose(now));
            step(draft().changed(tool, same -> movedBy(other, way)));
        });
    }

    private Pose pose(DraftTool tool) {
        return trial.map(done -> done.pose(tool.entry("fixture"))).orElse(Pose.NONE);
    }

    private DraftTool movedBy(DraftTool tool, Pose way) {
        Map<String, Object> moved = new LinkedHashMap<>(tool.settings());
        moved.replaceAll((key, value) -> Regions.moved(value, way));
        return way.equals(Pose.NONE) ? tool : tool.withSettings(moved);
    }

    void teach(String tool, Optional<Map<String, Object>> drawn, EditorActions.Lessons from) {
        if (picture.isEmpty() || draft().tool(tool).isEmpty()) {
            notice(true, "teachNoPicture");
            return;
        }
        Draft draft = draft();
        Picture first = picture.get();
        Optional<Pose> lay = trial.flatMap(done -> done.of(tool)).flatMap(said -> said.pose());
        Optional<Region> what = drawn.flatMap(Regions::read);
        threads.trials().execute(() -> {
            try {
                List<Picture> pictures = new ArrayList<>(List.of(first));
                if (from == EditorActions.Lessons.GOOD_ONES) {
                    pictures.addAll(tries.goodOnes(LESSONS, first.id()));
                }
                taught(draft, tool, what, pictures).ifPresent(taught -> desk(() -> taught(taught, lay)));
            } catch (ToolException | RuntimeException nothing) {
                desk(() -> notice(true, "notTaught", String.valueOf(nothing.getMessage())));
            }
        });
    }

    /** On the thread for trials; empty if a tool never returned, which was said. */
    private Optional<Lectern.Taught> taught(Draft draft, String tool, Optional<Region> what, List<Picture> pictures)
            throws ToolException {
        AtWork atWork = new AtWork();
        try (Patience patience = new Patience()) {
            return Optional.of(patience.within(
                    threads.limits().teachMs(),
                    () -> new Lectern(workshop, atWork).teach(draft, tool, what, pictures),
                    late -> {}));
        } catch (Patience.GaveUp never) {
            String stuck = draft.tool(atWork.tool().orElse(tool)).orElseThrow().title();
            desk(() -> notice(true, "stuckTeaching", stuck));
            return Optional.empty();
        }
    }

    /** A fixture that is taught anew on this picture leaves the regions that move with it where they lie on it. */
    private void taught(Lectern.Taught taught, Optional<Pose> lay) {
        if (!taught.isFor(draft())) {
            notice(true, "taughtGone", taught.tool().title());
            return;
        }
        String tool = taught.tool().id();
        Draft next = taught.in(draft());
        if (lay.isPresent()) {
            for (DraftTool other : next.tools()) {
                if (other.entry("fixture").filter(tool::equals).isPresent()) {
                    next = next.changed(other.id(), now -> movedBy(now, lay.get()));
                }
            }
        }
        step(next);
        notice(false, "taught", taught.said());
    }

    void undo() {
        drafts.undo();
        judgeNow();
    }

    void redo() {
        drafts.redo();
        judgeNow();
    }

    private void step(Draft next) {
        drafts.step(next);
        judgeNow();
    }

    private void judgeNow() {
        tries.draftIs(draft());
        chosen = chosen.filter(id -> draft().tool(id).isPresent())
                .or(() -> draft().tools().stream().findFirst().map(DraftTool::id));
        picture.ifPresent(now -> judge.ask(draft(), now, done -> desk(() -> trial = Optional.of(done))));
        changed.run();
    }

    /** Whether what is shown as judged is of this draft and picture. */
    boolean isFresh() {
        return trial.filter(done -> done.draft() == draft()
                        && picture.filter(now -> now == done.picture()).isPresent())
                .isPresent();
    }

    void rest() {
        judge.rest();
        tries.cancel();
    }

    // ---- threads

    private <T> void aside(Callable<T> work, Consumer<T> then) {
        threads.trials().execute(() -> {
            try {
                T done = work.call();
                desk(() -> then.accept(done));
            } catch (Exception failed) {
                desk(() -> notice(true, "picture", String.valueOf(failed.getMessage())));
            } catch (OutOfMemoryError large) {
                desk(() -> notice(true, "pictureTooLarge"));
            }
        });
    }

    private void desk(Runnable deed) {
        threads.desk().execute(() -> {
            deed.run();
            changed.run();
        });
    }

    private void notice(boolean trouble, String text, String... with) {
        tell.accept(new EditorState.Notice(trouble, text, List.of(with)));
    }
}
