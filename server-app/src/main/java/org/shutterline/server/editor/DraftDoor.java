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

    DraftDoor(EditorParts parts) {
        this.turns = parts.turns();
        this.easel = parts.easel();
        this.bench = parts.bench();
        this.guiding = new Guiding(turns, bench);
        this.trying = parts.trying();
        this.service = parts.service();
    }

    private void at(Consumer<DraftDesk> deed) {
        turns.take(() -> easel.at(deed));
    }

    private void changed(UnaryOperator<Draft> change) {
        at(desk -> desk.step(change.apply(desk.draft())));
    }

    private void changed(String tool, UnaryOperator<DraftTool> change) {
        at(desk -> desk.change(tool, change));
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
        at(desk -> bench.add(desk, kind));
    }

    @Override
    public final void addFor(Question asked) {
        at(desk -> guiding.begin(desk, asked));
    }

    @Override
    public final void guideNext() {
        at(guiding::next);
    }

    @Override
    public final void guideBack() {
        at(guiding::back);
    }

    @Override
    public final void guideLeave() {
        at(guiding::leave);
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
        at(desk -> bench.twin(desk, tool));
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
    public final void drawn(String tool, String key, Map<String, Object> region) {
        at(desk -> desk.drawn(
                tool, key, desk.guide().map(guide -> guide.meant(tool, region)).orElse(region)));
    }

    @Override
    public final void limit(String tool, String output, String key, Optional<Double> value) {
        changed(tool, now -> now.withLimit(output, key, value));
    }

    @Override
    public final void suggestLimits(String tool, String output, double sigmas) {
        at(desk -> bench.suggestLimits(desk, tool, output, sigmas));
    }

    @Override
    public final void role(String tool, String role) {
        changed(tool, now -> now.withEntry("role", Optional.of(role)));
    }

    @Override
    public final void fixture(String tool, Optional<String> fixture) {
        at(desk -> desk.fixture(tool, fixture));
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
        at(desk -> bench.tell(desk, tool, output, yes));
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
        at(desk -> desk.lessons().teach(tool, drawn, from));
    }

    @Override
    public final void undo() {
        at(DraftDesk::undo);
    }

    @Override
    public final void redo() {
        at(DraftDesk::redo);
    }

    @Override
    public final void discard() {
        at(desk -> desk.step(desk.base().draft()));
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
        at(service::activate);
    }

    @Override
    public final void confirmActivate(Set<Integer> stations) {
        at(desk -> service.confirm(desk, stations));
    }

    @Override
    public final void keepAsDraft() {
        turns.take(easel::askNothing);
    }

    @Override
    public final void goBack(int version) {
        turns.take(() -> easel.open().ifPresent(desk -> service.goBack(desk, version)));
    }
}
