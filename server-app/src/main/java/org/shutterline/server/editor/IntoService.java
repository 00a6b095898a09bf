package org.shutterline.server.editor;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.jobs.JobContent;
import org.shutterline.server.jobs.JobVersionEntry;
import org.shutterline.server.jobs.Origin;
import org.shutterline.server.station.SetUp;

/** Brings drafts into service: the question before it, the version that they become, and the stations that run it. Used on the desk. */
final class IntoService {
    private static final int QUESTION_PICTURES = 200;

    private final Workshop workshop;
    private final Turns turns;
    private final Drafts drafts;
    private final Easel easel;
    private final JobsDesk jobs;
    private final Opening opening;
    private final Trying trying;

    IntoService(
            Workshop workshop, Turns turns, Drafts drafts, Easel easel, JobsDesk jobs, Opening opening, Trying trying) {
        this.workshop = workshop;
        this.turns = turns;
        this.drafts = drafts;
        this.easel = easel;
        this.jobs = jobs;
        this.opening = opening;
        this.trying = trying;
    }

    /** Asks, after a try on production if this draft was not tried yet. */
    void activate(DraftDesk desk) {
        Draft asked = desk.draft();
        try {
            workshop.jobs().check(asked.content());
        } catch (BadSetting bad) {
            turns.say(Made.refused(asked, bad));
            return;
        }
        if (desk.tries().isOnProduction(asked)) {
            ask(desk, asked, desk.tries().view());
        } else {
            trying.onProduction(desk, jobs.stationFor(desk.name()), QUESTION_PICTURES, end -> ask(desk, asked, end));
        }
    }

    /** Not if the try was cancelled, or something else is in view by now: what is answered is what was tried. */
    private void ask(DraftDesk desk, Draft asked, TryView tried) {
        if (easel.shows(desk) && desk.draft() == asked && tried.done() == tried.of()) {
            easel.ask(question(tried, desk.overtaken()));
        }
    }

    private static OpenJob.Question question(TryView tried, Optional<VersionRow> overtaken) {
        int toOk = (int) tried.rows().stream()
                .filter(row -> row.isChange() && row.now() == Verdict.OK)
                .count();
        int without = (int)
                tried.rows().stream().filter(row -> row.before().isEmpty()).count();
        return new OpenJob.Question(
                tried.changed(),
                tried.done(),
                tried.changed() - toOk,
                toOk,
                without,
                overtaken.map(VersionRow::number));
    }

    /** @param stations where it becomes the active job, besides those that run it */
    void confirm(DraftDesk desk, Set<Integer> stations) {
        Draft draft = desk.draft();
        Saved base = desk.base();
        turns.aside(() -> {
            Optional<BadSetting> bad = whyNot(draft.content());
            if (bad.isPresent()) {
                return () -> turns.say(Made.refused(draft, bad.get()));
            }
            Optional<Saved> newest =
                    Saved.present(workshop.jobs(), draft.content().name());
            if (newest.filter(now -> !now.saysAs(base)).isPresent()) {
                return () -> {
                    opening.overtake(desk, newest);
                    opening.sayOvertaken(desk);
                };
            }
            JobVersionEntry entry = workshop.jobs().save(draft.content(), base.id(), Origin.window(""));
            return () -> put(desk, saved(draft, entry), stations);
        });
    }

    /** An earlier version becomes the present one again. */
    void goBack(DraftDesk desk, int version) {
        String job = desk.name();
        turns.aside(() -> {
            JobContent old = workshop.jobs().content(job, version);
            Optional<BadSetting> bad = whyNot(old);
            if (bad.isPresent()) {
                return () -> turns.say(Made.refused(new Draft(old), bad.get()));
            }
            JobVersionEntry entry = workshop.jobs().goBack(job, version, Origin.window("back to " + version));
            Draft back = new Draft(workshop.jobs().content(job));
            return () -> {
                desk.step(back);
                put(desk, saved(back, entry), Set.of());
            };
        });
    }

    private static Saved saved(Draft draft, JobVersionEntry entry) {
        return new Saved(draft, Optional.of(VersionRow.of(entry)));
    }

    /** A version that no station could set up must not be the present one: the next start would meet it. */
    private Optional<BadSetting> whyNot(JobContent content) {
        Duration most = Duration.ofMillis(turns.threads().limits().setUpMs());
        try {
            new SetUp(most).attempt(workshop.jobs().job(content, workshop.scratch()));
            return Optional.empty();
        } catch (BadSetting bad) {
            return Optional.of(bad);
        }
    }

    private void put(DraftDesk desk, Saved saved, Set<Integer> further) {
        String job = desk.name();
        desk.saved(saved);
        drafts.keep(desk);
        String number = saved.version().map(row -> String.valueOf(row.number())).orElse("");
        turns.say("saved", job, number);
        Set<Integer> stations = new TreeSet<>(jobs.stationsOf(job));
        stations.addAll(further);
        for (int station : stations) {
            workshop.ask(
                    new Command.ChangeJob(station, job),
                    reply -> turns.take(() -> answered(job, number, station, reply)));
        }
        opening.refresh();
    }

    private void answered(String job, String number, int station, Reply reply) {
        if (reply instanceof Reply.JobChanged done) {
            turns.say("inService", job, number, String.valueOf(station), String.valueOf(Math.round(done.ms())));
        } else if (reply instanceof Reply.Refused refused) {
            turns.complain("notInService", String.valueOf(station), refused.text());
        }
        opening.refresh();
    }
}
