package org.shutterline.server.editor;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The drafts of all jobs, whether one lies open or not. Used on the desk, but for what says otherwise. */
final class Drafts {
    private final Workshop workshop;
    private final Turns turns;
    private final DraftKeeper keeper;
    private final Claims claims;
    private final Map<String, DraftDesk> all = new LinkedHashMap<>();

    Drafts(Workshop workshop, Turns turns, DraftKeeper keeper, Claims claims) {
        this.workshop = workshop;
        this.turns = turns;
        this.keeper = keeper;
        this.claims = claims;
    }

    /** Before anything else is done with jobs, what the last run left is taken out; on the thread for trials. */
    Runnable ofLastRun() throws IOException {
        DraftKeeper.LastRun last = keeper.lastRun();
        return () -> {
            last.drafts().forEach(one -> begin(one.begun()).begin(one.draft()));
            last.tell(turns);
        };
    }

    Optional<DraftDesk> of(String job) {
        return Optional.ofNullable(all.get(job));
    }

    /** Those with something to lose. */
    List<DraftDesk> changed() {
        return all.values().stream().filter(DraftDesk::isChanged).toList();
    }

    DraftDesk begin(Saved saved) {
        DraftDesk desk = new DraftDesk(workshop, turns, saved, this::touched);
        all.put(desk.name(), desk);
        return desk;
    }

    /** What a late answer changes in a draft that was forgotten is kept no more. */
    private void touched(DraftDesk desk) {
        if (all.get(desk.name()) == desk) {
            keeper.touched(desk);
        }
        turns.changed();
    }

    /** The draft lies on the desk no more: its tools are freed, and what is not saved is kept on the disk. */
    void rest(DraftDesk desk) {
        desk.rest();
        claims.free(desk.name());
        keeper.keep(desk);
    }

    void restAll() {
        all.values().forEach(this::rest);
    }

    /** It was saved, so what is kept of it is too old. */
    void keep(DraftDesk desk) {
        claims.free(desk.name());
        keeper.keep(desk);
    }

    void rename(String job, String newName) {
        of(job).ifPresent(desk -> {
            desk.rename(newName);
            all.remove(job);
            all.put(newName, desk);
            keeper.remove(job);
            keeper.keep(desk);
        });
    }

    void forget(String job) {
        claims.free(job);
        Optional.ofNullable(all.remove(job)).ifPresent(DraftDesk::rest);
        keeper.remove(job);
    }

    /** A draft that changes nothing would hide a version that came in. */
    void forgetUnchanged(String job) {
        of(job).filter(desk -> !desk.isChanged()).ifPresent(desk -> {
            desk.rest();
            all.remove(job);
        });
    }
}
