package org.shutterline.server.editor;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What a technician wants of the open draft; nothing happens while none is open. */
abstract class DraftDoor implements EditorActions {
    private final Turns turns;
    private final Easel easel;
    private final ToolBench bench;
    private final Guiding guiding;
    private final Trying trying;
    private final IntoService service;
    private final Claims claims;
    private final FileDesk files;

    DraftDoor(EditorParts parts) {
        this.turns = parts.turns();
        this.easel = parts.easel();
        this.bench = parts.bench();
        this.guiding = new Guiding(turns, bench);
        this.trying = parts.trying();
        this.service = parts.service();
        this.claims = parts.claims();
        this.files = parts.files();
    }

    private void at(Consumer<DraftDesk> deed) {
        turns.take(() -> easel.at(deed));
    }

    /** Something that changes the draft, if it may be changed now. */
    private void edit(Consumer<DraftDesk> deed) {
        at(desk -> {
            if (claims.take(desk.name())) {
                deed.accept(desk);
            }
        });
    }

    private void changed(UnaryOperator<Draft> change) {
        edit(desk -> desk.step(change.apply(desk.draft())));
    }

    private void changed(String tool, UnaryOperator<DraftTool> change) {
        edit(desk -> desk.change(tool, change));
    }

    // ---- the picture

    @Override
    public final void takeNew(int station) {
        at(desk -> desk.pictures().look(station));
    }

    @Override
    public final void older() {
        at(desk -> desk.pictures().older());
    }

    @Override
    public final void newer() {
        at(desk -> desk.pictures().newer());
    }

    @Override
    public final void pictureFrom(Path file) {
        at(desk -> desk.pictures().showFile(file));
    }

    @Override
    public final void showTried(int index) {
        at(desk -> desk.pictures().showOther(() -> desk.tries().picture(index)));
    }

    // ---- the tools

    @Override
    public final void choose(String tool) {
        at(desk -> desk.choose(tool));
    }

    @Override
    public final void add(String kind) {
        edit(desk -> bench.add(desk, kind));
    }

    @Override
    public final void addFor(Question asked) {
        edit(desk -> guiding.begin(desk, asked));
    }

    @Override
    public final void guideNext() {
        edit(guiding::next);
    }

    @Override
    public final void guideBack() {
        edit(guiding::back);
    }

    @Override
    public final void guideLeave() {
        edit(guiding::leave);
    }

    @Override
    public final void remove(String tool) {
        changed(draft -> draft.without(tool));
    }

    @Override
    public final void retitle(String tool, String title) {
        if (!title.isBlank()) {
            changed(draft -> draft.renamed(tool, title.strip()));
        }
    }

    @Override
    public final void twin(String tool) {
        edit(desk -> bench.twin(desk, tool));
    }

    @Override
    public final void move(String tool, int index) {
        changed(draft -> draft.moved(tool, index));
    }

    @Override
    public final void set(String tool, String key, Optional<Object> value) {
        changed(tool, now -> now.withSetting(key, value));
    }

    @Override
    public final void setFile(String tool, String key, Path file) {
        edit(desk -> files.pick(desk, tool, key, file));
    }

    @Override
    public final void drawn(String tool, String key, Map<String, Object> region) {
        edit(desk -> desk.placing()
                .drawn(
                        tool,
                        key,
                        desk.guide().map(guide -> guide.meant(tool, region)).orElse(region)));
    }

    @Override
    public final void limit(String tool, String output, String key, Optional<Double> value) {
        changed(tool, now -> now.withLimit(output, key, value));
    }

    @Override
    public final void suggestLimits(String tool, String output, double sigmas) {
        edit(desk -> bench.suggestLimits(desk, tool, output, sigmas));
    }

    @Override
    public final void role(String tool, String role) {
        changed(tool, now -> now.withEntry("role", Optional.of(role)));
    }

    @Override
    public final void fixture(String tool, Optional<String> fixture) {
        edit(desk -> desk.placing().fixture(tool, fixture));
    }

    @Override
    public final void whenNotFound(String tool, String verdict) {
        changed(tool, now -> now.withEntry("whenNotFound", Optional.of(verdict)));
    }

    @Override
    public final void timeLimit(String tool, int ms) {
        changed(tool, now -> now.withEntry("timeLimitMs", Optional.of(ms)));
    }

    @Override
    public final void tell(String tool, String output, boolean yes) {
        edit(desk -> bench.tell(desk, tool, output, yes));
    }

    @Override
    public final void renameAnswer(int index, String name) {
        if (!name.isBlank()) {
            changed(draft -> draft.answering(index, name.strip()));
        }
    }

    @Override
    public final void moveAnswer(int from, int to) {
        changed(draft -> draft.answerMoved(from, to));
    }

    @Override
    public final void isolate(String tool, boolean yes) {
        changed(tool, now -> now.withEntry("isolated", yes ? Optional.of(true) : Optional.empty()));
    }

    @Override
    public final void teach(String tool, Optional<Map<String, Object>> drawn, Lessons from) {
        edit(desk -> desk.lessons().teach(tool, drawn, from));
    }

    @Override
    public final void undo() {
        edit(DraftDesk::undo);
    }

    @Override
    public final void redo() {
        edit(DraftDesk::redo);
    }

    @Override
    public final void discard() {
        edit(desk -> {
            desk.step(desk.base().draft());
            claims.free(desk.name());
        });
    }

    // ---- many pictures

    @Override
    public final void tryOnProduction(int station, int most) {
        at(desk -> trying.onProduction(desk, station, most, end -> {}));
    }

    @Override
    public final void tryOnFolder(Path folder) {
        at(desk -> trying.onFolder(desk, folder));
    }

    @Override
    public final void tryOnLabelled() {
        at(trying::onLabelled);
    }

    @Override
    public final void cancel() {
        turns.take(() -> easel.open().ifPresent(desk -> desk.tries().cancel()));
    }

    // ---- into service

    @Override
    public final void activate() {
        edit(service::activate);
    }

    @Override
    public final void confirmActivate(Set<Integer> stations) {
        edit(desk -> service.confirm(desk, stations));
    }

    @Override
    public final void keepAsDraft() {
        turns.take(easel::askNothing);
    }

    @Override
    public final void goBack(int version) {
        edit(desk -> service.goBack(desk, version));
    }
}
