package org.shutterline.server.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.station.AtWork;
import org.shutterline.server.station.Patience;
import org.shutterline.server.station.ToolVerdict;

/** Has tools of one draft learn from pictures, and takes what they learned into it. Used on the desk, but for what says otherwise. */
final class LessonDesk {
    private static final int LESSONS = 20;

    private final Workshop workshop;
    private final Turns turns;
    private final DraftDesk desk;
    private final Claims claims;

    LessonDesk(Workshop workshop, Turns turns, DraftDesk desk) {
        this.workshop = workshop;
        this.turns = turns;
        this.desk = desk;
        this.claims = new Claims(workshop, turns);
    }

    void teach(String tool, Optional<Map<String, Object>> drawn, EditorActions.Lessons from) {
        Draft draft = desk.draft();
        Optional<Picture> first = desk.pictures().now();
        if (first.isEmpty() || draft.tool(tool).isEmpty()) {
            turns.complain("teachNoPicture");
            return;
        }
        Optional<Region> what = drawn.flatMap(Regions::read);
        turns.threads().trials().execute(() -> {
            try {
                learned(draft, tool, what, pictures(first.get(), from))
                        .ifPresent(learned -> turns.take(() -> takeIn(learned, lay(draft, tool, first.get()))));
            } catch (ToolException | RuntimeException nothing) {
                turns.take(() -> turns.complain("notTaught", String.valueOf(nothing.getMessage())));
            } catch (OutOfMemoryError large) {
                boolean many = from == EditorActions.Lessons.GOOD_ONES;
                turns.take(() -> turns.complain(many ? "picturesTooLarge" : "pictureTooLarge"));
            }
        });
    }

    /** How the part lay for the tool before it learned; the draft was judged before the lesson began. */
    private Optional<Pose> lay(Draft draft, String tool, Picture first) {
        return desk.trial()
                .filter(done -> done.tellsOf(tool, draft, first))
                .flatMap(done -> done.of(tool))
                .flatMap(ToolVerdict::pose);
    }

    /** On the thread for trials. */
    private List<Picture> pictures(Picture first, EditorActions.Lessons from) {
        List<Picture> pictures = new ArrayList<>(List.of(first));
        if (from == EditorActions.Lessons.GOOD_ONES) {
            pictures.addAll(desk.tries().goodOnes(LESSONS, first.id()));
        }
        return pictures;
    }

    /** On the thread for trials; empty if a tool never returned, which was said. */
    private Optional<Lectern.Taught> learned(Draft draft, String tool, Optional<Region> what, List<Picture> pictures)
            throws ToolException {
        AtWork atWork = new AtWork();
        try (Patience patience = new Patience(Threads.TOOLS)) {
            return Optional.of(patience.within(
                    turns.threads().limits().teachMs(),
                    () -> new Lectern(workshop, atWork).teach(draft, tool, what, pictures),
                    late -> {}));
        } catch (Patience.GaveUp never) {
            String stuck = draft.tool(atWork.tool().orElse(tool)).orElseThrow().title();
            turns.take(() -> turns.complain("stuckTeaching", stuck));
            return Optional.empty();
        }
    }

    /** A fixture that is taught anew on this picture leaves the regions that move with it where they lie on it. */
    private void takeIn(Lectern.Taught taught, Optional<Pose> lay) {
        if (desk.isResting()) {
            turns.complain("taughtLate", desk.name());
            return;
        }
        if (!taught.isFor(desk.draft())) {
            turns.complain("taughtGone", taught.tool().title());
            return;
        }
        if (!claims.take(desk.name())) {
            return;
        }
        Draft next = taught.in(desk.draft());
        desk.step(lay.isPresent() ? following(next, taught.tool().id(), lay.get()) : next);
        turns.say("taught", taught.said());
    }

    private static Draft following(Draft draft, String fixture, Pose lay) {
        Draft next = draft;
        for (DraftTool other : draft.tools()) {
            if (other.entry("fixture").filter(fixture::equals).isPresent()) {
                next = next.changed(other.id(), now -> now.movedBy(lay));
            }
        }
        return next;
    }
}
