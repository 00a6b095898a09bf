package org.shutterline.server.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.jobs.Brought;
import org.shutterline.server.jobs.JobContent;
import org.shutterline.server.jobs.JobRefused;
import org.shutterline.server.jobs.JobVersionEntry;
import org.shutterline.server.jobs.Origin;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.station.Inspector;
import org.shutterline.server.station.JobShelf;

/** Turns what a technician wants of jobs into drafts, trials and versions, and tells the states of it. */
public final class EditorPresenter implements EditorActions {
    private static final int QUESTION_PICTURES = 200;
    private static final int LEAST_GOOD = 5;

    private final Workshop workshop;
    private final Threads threads;
    private final EditorView view;
    private final JobsDesk jobs;
    private final Map<String, DraftDesk> drafts = new LinkedHashMap<>();
    private final Drawer drawer;
    /** Whether the drawer was looked into; used on the thread for trials. */
    private boolean looked;

    private Optional<DraftDesk> open = Optional.empty();
    private Optional<OpenJob.Question> question = Optional.empty();
    private Optional<Comparison> comparison = Optional.empty();
    private Optional<Arrival> arrival = Optional.empty();
    private Optional<EditorState.Notice> notice = Optional.empty();
    private boolean told;

    public EditorPresenter(Workshop workshop, Threads threads, EditorView view) {
        this.workshop = workshop;
        this.threads = threads;
        this.view = view;
        this.jobs = new JobsDesk(workshop);
        this.drawer = new Drawer(workshop.keptDrafts());
    }

    // ---- the threads

    private void want(Runnable deed) {
        threads.desk().execute(() -> {
            deed.run();
            changed();
        });
    }

    /** Work that reads or writes the disk; what it tells is done on the desk. */
    private interface Work {
        Runnable run() throws IOException, JobRefused, JobShelf.NoSuchJob;
    }

    private void aside(Work work) {
        threads.trials().execute(() -> {
            try {
                Runnable then = work.run();
                want(then);
            } catch (IOException | JobRefused | JobShelf.NoSuchJob | RuntimeException refused) {
                want(() -> notice(true, "refused", String.valueOf(refused.getMessage())));
            }
        });
    }

    private void atDraft(Consumer<DraftDesk> deed) {
        want(() -> open.ifPresent(desk -> {
            question = Optional.empty();
            deed.accept(desk);
        }));
    }

    private void notice(boolean trouble, String text, String... with) {
        notice = Optional.of(new EditorState.Notice(trouble, text, List.of(with)));
    }

    /** Many changes in one turn of the desk are one state. */
    private void changed() {
        if (!told) {
            told = true;
            threads.desk().execute(() -> {
                told = false;
                view.show(state());
            });
        }
    }

    private EditorState state() {
        return new EditorState(
                jobs.rows(), jobs.kinds(), workshop.stations(), open.map(this::openJob), comparison, arrival, notice);
    }

    private OpenJob openJob(DraftDesk desk) {
        UndoList list = desk.drafts();
        List<Integer> stations = jobs.stationsOf(desk.name());
        double limitMs = stations.stream().mapToInt(workshop::deadlineMs).min().orElse(2_000);
        return new OpenJob(
                desk.name(),
                desk.base(),
                jobs.difference(desk.baseDraft(), desk.draft()),
                list.canUndo(),
                list.canRedo(),
                jobs.versions(),
                stations,
                jobs.waits(desk.name(), desk.base()),
                new ToolViews(desk.draft(), desk.trial(), desk.tries().values(), workshop.tools()).all(),
                desk.draft().answers(),
                desk.chosen(),
                desk.shown(),
                desk.trial().map(trial -> judged(trial, desk.isFresh(), limitMs)),
                desk.tries().view(),
                question);
    }

    private static OpenJob.Judged judged(Trial trial, boolean fresh, double limitMs) {
        return new OpenJob.Judged(
                fresh,
                trial.troubles().isEmpty() ? trial.judgement().verdict() : Verdict.UNKNOWN,
                trial.troubles().isEmpty()
                        ? trial.judgement().reason()
                        : trial.troubles().values().iterator().next().why(),
                trial.judgement().overlays(),
                trial.ms(),
                limitMs);
    }

    // ---- drafts that outlive the window

    /** Before anything else is done with jobs, what the last run left is taken out; on the thread for trials. */
    private Runnable keptDrafts() throws IOException {
        if (looked) {
            return () -> {};
        }
        looked = true;
        Drawer.Contents contents = drawer.read();
        List<KeptDraft> kept = contents.drafts().stream().map(this::begunWith).toList();
        return () -> {
            kept.forEach(one -> desk(one.base(), one.version()).begin(one.draft()));
            if (!kept.isEmpty()) {
                String names =
                        kept.stream().map(one -> one.draft().content().name()).collect(Collectors.joining(", "));
                notice(false, "draftsKept", names);
            }
            if (!contents.damaged().isEmpty()) {
                notice(true, "draftDamaged", String.join(", ", contents.damaged()));
            }
        };
    }

    /** A draft of the last run and what it was begun with. */
    private record KeptDraft(Draft draft, Draft base, Optional<VersionRow> version) {}

    /** If that version is not kept any more, it was begun with nothing. */
    private KeptDraft begunWith(Drawer.Kept kept) {
        String name = kept.draft().content().name();
        try {
            Optional<VersionRow> version = workshop.jobs().versions(name).stream()
                    .filter(entry -> entry.id().equals(kept.base()))
                    .reduce((older, newer) -> newer)
                    .map(JobsDesk::row);
            if (version.isPresent()) {
                Draft base = new Draft(workshop.jobs().content(name, kept.base()));
                return new KeptDraft(kept.draft(), base, version);
            }
        } catch (JobShelf.NoSuchJob | BadSetting none) {
            return new KeptDraft(kept.draft(), empty(name), Optional.empty());
        }
        return new KeptDraft(kept.draft(), empty(name), Optional.empty());
    }

    private static Draft empty(String name) {
        return new Draft(JobContent.of(name, Map.of("tools", List.of(), "outputs", List.of()), Map.of()));
    }

    /** The draft lies on the desk no more: its tools are freed, and what is not saved is kept on the disk. */
    private void rest(DraftDesk desk) {
        desk.rest();
        keep(desk);
    }

    private void keep(DraftDesk desk) {
        String name = desk.name();
        Draft draft = desk.draft();
        Draft base = desk.baseDraft();
        threads.trials().execute(() -> {
            try {
                if (draft.content().equals(base.content())) {
                    drawer.remove(name);
                } else {
                    drawer.put(new Drawer.Kept(draft, base.content().id()));
                }
            } catch (IOException full) {
                want(() -> notice(true, "draftNotKept", name, String.valueOf(full.getMessage())));
            }
        });
    }

    private void forget(String job) {
        Optional.ofNullable(drafts.remove(job)).ifPresent(DraftDesk::rest);
        aside(() -> {
            drawer.remove(job);
            return () -> {};
        });
    }

    /** Frees all tools and keeps all drafts, since the window goes: done when that is done. Nothing else may follow. */
    public CompletableFuture<Void> end() {
        CompletableFuture<Boolean> trials = new CompletableFuture<>();
        CompletableFuture<Boolean> tries = new CompletableFuture<>();
        threads.desk().execute(() -> {
            drafts.values().forEach(this::rest);
            threads.trials().execute(() -> trials.complete(true));
            threads.tries().execute(() -> tries.complete(true));
        });
        return CompletableFuture.allOf(trials, tries);
    }

    // ---- the list

    @Override
    public void refresh() {
        want(() -> {
            Optional<DraftDesk> shown = open;
            aside(() -> {
                Runnable kept = keptDrafts();
                JobsDesk.Read read = jobs.read(shown.map(DraftDesk::name));
                Optional<Saved> newest = shown.flatMap(desk -> saved(desk.name()));
                return () -> {
                    kept.run();
                    jobs.show(read);
                    shown.ifPresent(desk -> overtake(desk, newest));
                };
            });
        });
    }

    /** The present version of a job. */
    private record Saved(Draft draft, Optional<VersionRow> version) {}

    /** Empty if there is no such job, or its file is no job at all. */
    private Optional<Saved> saved(String job) {
        try {
            Draft draft = new Draft(workshop.jobs().content(job));
            return Optional.of(new Saved(draft, newest(workshop.jobs().versions(job))));
        } catch (JobShelf.NoSuchJob | BadSetting none) {
            return Optional.empty();
        }
    }

    /** Says so if somebody else saved the job since the draft was begun and there is something to lose. */
    private void overtake(DraftDesk desk, Optional<Saved> newest) {
        newest.filter(present -> !desk.isBasedOn(present.draft()))
                .filter(present -> desk.overtake(present.draft(), present.version()))
                .ifPresent(present -> sayOvertaken(desk));
    }

    private void sayOvertaken(DraftDesk desk) {
        String number = desk.base().map(row -> String.valueOf(row.number())).orElse("0");
        notice(true, "overtaken", number);
    }

    @Override
    public void open(String job) {
        open(job, this::show);
    }

    @Override
    public void openOn(String job, long id) {
        open(job, desk -> {
            show(desk);
            desk.showResultOf(id);
        });
    }

    private void open(String job, Consumer<DraftDesk> then) {
        aside(() -> {
            Runnable before = keptDrafts();
            Optional<Saved> newest = saved(job);
            return () -> {
                before.run();
                DraftDesk kept = drafts.get(job);
                if (kept != null) {
                    then.accept(kept);
                    overtake(kept, newest);
                } else if (newest.isPresent()) {
                    then.accept(desk(newest.get().draft(), newest.get().version()));
                } else {
                    notice(true, "noSuchJob", job);
                }
            };
        });
    }

    private static Optional<VersionRow> newest(List<JobVersionEntry> versions) {
        return versions.isEmpty() ? Optional.empty() : Optional.of(JobsDesk.row(versions.get(versions.size() - 1)));
    }

    private DraftDesk desk(Draft draft, Optional<VersionRow> base) {
        DraftDesk desk =
                new DraftDesk(workshop, threads, draft, base, said -> notice = Optional.of(said), this::changed);
        drafts.put(desk.name(), desk);
        return desk;
    }

    private void show(DraftDesk desk) {
        open.filter(before -> before != desk).ifPresent(this::rest);
        open = Optional.of(desk);
        notice = Optional.empty();
        question = Optional.empty();
        if (desk.shown().isEmpty()) {
            desk.showNewestOf(stationFor(desk));
        }
        refresh();
    }

    @Override
    public void close() {
        want(() -> {
            open.ifPresent(this::rest);
            open = Optional.empty();
            question = Optional.empty();
            refresh();
        });
    }

    @Override
    public void create(String name) {
        create(name, this::show);
    }

    @Override
    public void createOn(String name, long id) {
        create(name, desk -> {
            show(desk);
            desk.showResultOf(id);
        });
    }

    private void create(String name, Consumer<DraftDesk> then) {
        aside(() -> {
            if (workshop.jobs().names().contains(name)) {
                return () -> notice(true, "nameTaken", name);
            }
            Runnable kept = keptDrafts();
            return () -> {
                kept.run();
                then.accept(drafts.containsKey(name) ? drafts.get(name) : desk(empty(name), Optional.empty()));
            };
        });
    }

    @Override
    public void copy(String job, String newName) {
        atList("copied", newName, () -> workshop.jobs().copy(job, newName, Origin.window("")));
    }

    @Override
    public void rename(String job, String newName) {
        atList("renamed", newName, () -> {
            workshop.jobs().rename(job, newName);
            want(() -> Optional.ofNullable(drafts.remove(job)).ifPresent(kept -> {
                kept.rename(newName);
                drafts.put(newName, kept);
                forget(job);
                keep(kept);
            }));
        });
    }

    @Override
    public void delete(String job) {
        atList("deleted", job, () -> {
            workshop.jobs().delete(job);
            want(() -> forget(job));
        });
    }

    /** Something that changes the list of jobs. */
    private interface Deed {
        void run() throws IOException, JobRefused, JobShelf.NoSuchJob;
    }

    private void atList(String said, String name, Deed deed) {
        aside(() -> {
            deed.run();
            JobsDesk.Read read = jobs.read(Optional.empty());
            return () -> {
                jobs.show(read);
                notice(false, said, name);
            };
        });
    }

    @Override
    public void exportTo(String job, Path file) {
        atList("exported", String.valueOf(file.getFileName()), () -> jobs.export(job, file));
    }

    @Override
    public void importFrom(Path file) {
        aside(() -> {
            Optional<Arrival> clash = jobs.clash(file);
            return () -> {
                arrival = clash;
                if (clash.isEmpty()) {
                    importAs(file, false);
                }
            };
        });
    }

    @Override
    public void importAs(Path file, boolean newVersion) {
        aside(() -> {
            Brought brought = jobs.bringIn(file, newVersion);
            JobsDesk.Read read = jobs.read(Optional.empty());
            return () -> {
                arrival = Optional.empty();
                jobs.show(read);
                forgetUntouched(brought.name());
                String number = String.valueOf(brought.version().number());
                notice(false, newVersion ? "importedAs" : "imported", brought.name(), number);
            };
        });
    }

    /** A draft that changes nothing would hide the version that came in. */
    private void forgetUntouched(String job) {
        DraftDesk kept = drafts.get(job);
        if (kept != null && kept.draft().content().equals(kept.baseDraft().content())) {
            kept.rest();
            drafts.remove(job);
        }
    }

    @Override
    public void forgetImport() {
        want(() -> arrival = Optional.empty());
    }

    @Override
    public void compare(JobVersion first, JobVersion second) {
        aside(() -> {
            Comparison compared = jobs.compare(first, second);
            return () -> comparison = Optional.of(compared);
        });
    }

    @Override
    public void endComparing() {
        want(() -> comparison = Optional.empty());
    }

    @Override
    public void goBack(int version) {
        want(() -> open.ifPresent(desk -> aside(() -> {
            setUp(workshop.jobs().content(desk.name(), version));
            JobVersionEntry entry = workshop.jobs().goBack(desk.name(), version, Origin.window("back to " + version));
            JobContent content = workshop.jobs().content(desk.name());
            return () -> {
                Draft back = new Draft(content);
                desk.become(back);
                putIntoService(desk, back, JobsDesk.row(entry), Set.of());
            };
        })));
    }

    // ---- the picture

    @Override
    public void takeNew(int station) {
        atDraft(desk -> desk.look(station));
    }

    @Override
    public void older() {
        atDraft(DraftDesk::older);
    }

    @Override
    public void newer() {
        atDraft(DraftDesk::newer);
    }

    @Override
    public void pictureFrom(Path file) {
        atDraft(desk -> desk.showFile(file));
    }

    @Override
    public void showTried(int index) {
        atDraft(desk -> desk.showTried(index));
    }

    // ---- the tools

    @Override
    public void choose(String tool) {
        atDraft(desk -> desk.choose(tool));
    }

    @Override
    public void add(String kind) {
        atDraft(desk -> add(desk, kind, kind, Map.of()));
    }

    @Override
    public void addFor(Question asked) {
        atDraft(desk -> {
            switch (asked) {
                case PRESENT -> add(desk, "pattern", "present", Map.of());
                case HOW_MANY -> add(desk, "blobs", "count", Map.of("noneIsFound", true));
                case HOW_WIDE -> add(desk, "caliper", "width", Map.of());
                case WHICH_CODE -> add(desk, "code", "code", Map.of());
                case LIKE_THE_GOOD_ONE -> add(desk, "golden", "golden", Map.of());
            }
        });
    }

    private void add(DraftDesk desk, String kind, String word, Map<String, Object> settings) {
        Optional<InspectionToolFactory> known = workshop.tools().all().stream()
                .filter(factory -> factory.id().equals(kind))
                .findFirst();
        if (known.isEmpty()) {
            notice(true, "noSuchKind", kind);
            return;
        }
        Draft draft = desk.draft();
        String id = draft.freeId(word);
        DraftTool tool = DraftTool.of(id, kind, id, settings);
        Optional<String> finder = new ToolViews(
                        draft.with(tool, ""), Optional.empty(), new TriedValues(), workshop.tools())
                .all().stream()
                        .filter(shown -> shown.id().equals(id))
                        .flatMap(shown -> shown.fixtures().keySet().stream())
                        .findFirst();
        // a part that is found moves what is measured on it, unless the technician says otherwise
        DraftTool placed = known.get().calibrates() ? tool : tool.withEntry("fixture", finder);
        desk.add(placed, known.get().outputs().get(0).name());
    }

    @Override
    public void remove(String tool) {
        atDraft(desk -> desk.changeDraft(draft -> draft.without(tool)));
    }

    @Override
    public void retitle(String tool, String title) {
        if (!title.isBlank()) {
            atDraft(desk -> desk.changeDraft(draft -> draft.renamed(tool, title.strip())));
        }
    }

    @Override
    public void twin(String tool) {
        atDraft(desk -> desk.draft().tool(tool).ifPresent(now -> {
            String id = desk.draft().freeId(now.id());
            desk.changeDraft(draft -> draft.twin(tool, id, id));
            desk.choose(id);
        }));
    }

    @Override
    public void move(String tool, int index) {
        atDraft(desk -> desk.changeDraft(draft -> draft.moved(tool, index)));
    }

    @Override
    public void set(String tool, String key, Optional<Object> value) {
        change(tool, now -> now.withSetting(key, value));
    }

    @Override
    public void drawn(String tool, String key, Map<String, Object> region) {
        atDraft(desk -> desk.drawn(tool, key, region));
    }

    @Override
    public void limit(String tool, String output, String key, Optional<Double> value) {
        change(tool, now -> now.withLimit(output, key, value));
    }

    @Override
    public void suggestLimits(String tool, String output, double sigmas) {
        atDraft(desk -> {
            if (desk.tries().isOutdated()) {
                notice(true, "tryAgain");
                return;
            }
            List<Double> good = desk.tries().values().good(tool, output);
            if (good.size() < LEAST_GOOD) {
                notice(true, "tooFewGood", String.valueOf(good.size()), String.valueOf(LEAST_GOOD));
                return;
            }
            Spread spread = Spread.of(good);
            desk.change(
                    tool,
                    now -> now.withLimit(output, "low", Optional.of(spread.low(sigmas)))
                            .withLimit(output, "high", Optional.of(spread.high(sigmas))));
            notice(false, "limitsOf", String.valueOf(good.size()), spread.meanText(), spread.sigmaText());
        });
    }

    @Override
    public void role(String tool, String role) {
        change(tool, now -> now.withEntry("role", Optional.of(role)));
    }

    @Override
    public void fixture(String tool, Optional<String> fixture) {
        atDraft(desk -> desk.fixture(tool, fixture));
    }

    @Override
    public void whenNotFound(String tool, String verdict) {
        change(tool, now -> now.withEntry("whenNotFound", Optional.of(verdict)));
    }

    @Override
    public void timeLimit(String tool, int ms) {
        change(tool, now -> now.withEntry("timeLimitMs", Optional.of(ms)));
    }

    @Override
    public void tell(String tool, String output, boolean yes) {
        atDraft(desk -> desk.changeDraft(draft -> yes
                ? draft.tool(tool).map(now -> draft.telling(now, output)).orElse(draft)
                : draft.notTelling(tool, output)));
    }

    @Override
    public void renameAnswer(int index, String name) {
        if (!name.isBlank()) {
            atDraft(desk -> desk.changeDraft(draft -> draft.answering(index, name.strip())));
        }
    }

    @Override
    public void moveAnswer(int from, int to) {
        atDraft(desk -> desk.changeDraft(draft -> draft.answerMoved(from, to)));
    }

    @Override
    public void isolate(String tool, boolean yes) {
        change(tool, now -> now.withEntry("isolated", yes ? Optional.of(true) : Optional.empty()));
    }

    private void change(String tool, UnaryOperator<DraftTool> change) {
        atDraft(desk -> desk.change(tool, change));
    }

    @Override
    public void teach(String tool, Optional<Map<String, Object>> drawn, Lessons from) {
        atDraft(desk -> desk.teach(tool, drawn, from));
    }

    @Override
    public void undo() {
        atDraft(DraftDesk::undo);
    }

    @Override
    public void redo() {
        atDraft(DraftDesk::redo);
    }

    @Override
    public void discard() {
        atDraft(desk -> desk.become(desk.baseDraft()));
    }

    // ---- many pictures

    @Override
    public void tryOnProduction(int station, int most) {
        atDraft(desk -> desk.tries().onProduction(desk.draft(), inService(desk, station), station, most, end -> {}));
    }

    @Override
    public void tryOnFolder(Path folder) {
        atDraft(desk -> desk.tries().onFolder(desk.draft(), inService(desk), folder));
    }

    @Override
    public void tryOnLabelled() {
        atDraft(desk -> aside(() -> {
            Optional<Path> folder = workshop.jobs().labelled(desk.name()).stream()
                    .findFirst()
                    .map(first -> first.picture().getParent().getParent());
            return () -> folder.ifPresentOrElse(
                    pictures -> desk.tries().onFolder(desk.draft(), inService(desk), pictures),
                    () -> notice(true, "noneLabelled"));
        }));
    }

    private Reference inService(DraftDesk desk) {
        return inService(desk, stationFor(desk));
    }

    /** What judges now; of a job that runs nowhere its present version, of a new one the job whose place it would take. */
    private Reference inService(DraftDesk desk, int station) {
        Optional<Draft> known = jobs.judging(desk.name()).or(() -> desk.base().map(version -> desk.baseDraft()));
        return known.isPresent()
                ? () -> known
                : () -> saved(workshop.activeJob(station)).map(Saved::draft);
    }

    private int stationFor(DraftDesk desk) {
        return jobs.stationsOf(desk.name()).stream()
                .findFirst()
                .orElse(workshop.stations().stream().findFirst().orElse(1));
    }

    @Override
    public void cancel() {
        want(() -> open.ifPresent(desk -> desk.tries().cancel()));
    }

    // ---- into service

    @Override
    public void activate() {
        atDraft(desk -> {
            try {
                workshop.jobs().check(desk.draft().content());
            } catch (BadSetting bad) {
                notice = Optional.of(Made.refused(desk.draft(), bad));
                return;
            }
            Draft asked = desk.draft();
            if (desk.tries().isOf(asked)) {
                ask(desk, asked, desk.tries().view());
            } else {
                desk.tries()
                        .onProduction(
                                desk.draft(),
                                inService(desk),
                                stationFor(desk),
                                QUESTION_PICTURES,
                                end -> ask(desk, asked, end));
            }
        });
    }

    /** Not if the try was cancelled, or something else is in view by now: what is answered is what was tried. */
    private void ask(DraftDesk desk, Draft asked, TryView tried) {
        boolean still =
                open.filter(now -> now == desk).isPresent() && desk.draft() == asked && tried.done() == tried.of();
        if (!still) {
            return;
        }
        int toNg = (int) tried.rows().stream()
                .filter(row -> row.isChange() && row.now() != Verdict.OK)
                .count();
        int toOk = (int) tried.rows().stream()
                .filter(row -> row.isChange() && row.now() == Verdict.OK)
                .count();
        int without = (int)
                tried.rows().stream().filter(row -> row.before().isEmpty()).count();
        question = Optional.of(new OpenJob.Question(
                tried.changed(),
                tried.done(),
                toNg,
                toOk,
                without,
                desk.overtaken().map(VersionRow::number)));
    }

    @Override
    public void keepAsDraft() {
        want(() -> question = Optional.empty());
    }

    @Override
    public void confirmActivate(Set<Integer> stations) {
        atDraft(desk -> confirm(desk, desk.draft(), stations));
    }

    private void confirm(DraftDesk desk, Draft draft, Set<Integer> stations) {
        aside(() -> {
            JobContent content = draft.content();
            setUp(content);
            Optional<Saved> newest = saved(desk.name());
            if (newest.filter(now -> !desk.isBasedOn(now.draft())).isPresent()) {
                return () -> {
                    overtake(desk, newest);
                    sayOvertaken(desk);
                };
            }
            JobVersionEntry entry =
                    workshop.jobs().save(content, desk.baseDraft().content().id(), Origin.window(""));
            return () -> putIntoService(desk, draft, JobsDesk.row(entry), stations);
        });
    }

    /** A version that no station could set up must not be the present one: the next start would meet it. */
    private void setUp(JobContent content) {
        new Inspector(workshop.jobs().job(content, workshop.scratch())).close();
    }

    private void putIntoService(DraftDesk desk, Draft saved, VersionRow version, Set<Integer> further) {
        desk.saved(saved, version);
        keep(desk);
        Set<Integer> stations = new TreeSet<>(jobs.stationsOf(desk.name()));
        stations.addAll(further);
        notice(false, "saved", desk.name(), String.valueOf(version.number()));
        for (int station : stations) {
            workshop.ask(
                    new Command.ChangeJob(station, desk.name()),
                    reply -> want(() -> {
                        if (reply instanceof Reply.JobChanged done) {
                            notice(
                                    false,
                                    "inService",
                                    desk.name(),
                                    String.valueOf(version.number()),
                                    String.valueOf(station),
                                    String.valueOf(Math.round(done.ms())));
                        } else if (reply instanceof Reply.Refused refused) {
                            notice(true, "notInService", String.valueOf(station), refused.text());
                        }
                        refresh();
                    }));
        }
        refresh();
    }
}
