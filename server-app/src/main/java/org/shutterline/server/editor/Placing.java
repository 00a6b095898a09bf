package org.shutterline.server.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.station.ToolVerdict;

/**
 * Keeps regions that are drawn on the picture as they lie on the part. While it is not known yet how the part lies, it waits for
 * that; where the part is not found, nothing can be placed. Used on the desk.
 */
final class Placing {
    private final Turns turns;
    private final DraftDesk desk;
    /** What waits for the trial of the present draft and picture, by what it places. */
    private final Map<String, Runnable> waiting = new LinkedHashMap<>();
    /** Why there will be no such trial. */
    private Optional<EditorState.Notice> refused = Optional.empty();

    Placing(Turns turns, DraftDesk desk) {
        this.turns = turns;
        this.desk = desk;
    }

    /** A region lies on the picture as it was drawn; it is kept as it lay when the job was taught. */
    void drawn(String tool, String key, Map<String, Object> region) {
        onceKnown(
                tool + "." + key,
                fixture(tool),
                () -> desk.draft().tool(tool).ifPresent(now -> {
                    Consumer<Pose> place = pose -> desk.change(
                            tool, same -> same.withSetting(key, Optional.of(Regions.moved(region, pose.inverse()))));
                    place(now.entry("fixture"), place);
                }));
    }

    /** The tool's regions stay on the picture where they are. */
    void fixture(String tool, Optional<String> fixture) {
        boolean lies = desk.draft().tool(tool).filter(DraftTool::hasRegion).isPresent();
        if (!lies) {
            desk.change(tool, now -> now.withEntry("fixture", fixture));
            return;
        }
        onceKnown(
                tool + " moves",
                fixture(tool),
                () -> onceKnown(
                        tool + " moves",
                        fixture,
                        () -> desk.draft().tool(tool).ifPresent(now -> {
                            Pose shown =
                                    now.entry("fixture").flatMap(this::found).orElse(Pose.NONE);
                            place(
                                    fixture.map(Object.class::cast),
                                    pose -> desk.change(
                                            tool,
                                            same -> same.withEntry("fixture", fixture)
                                                    .movedBy(pose.inverse().after(shown))));
                        })));
    }

    private Optional<String> fixture(String tool) {
        return desk.draft().tool(tool).flatMap(now -> now.entry("fixture")).map(String::valueOf);
    }

    private Optional<Pose> found(Object fixture) {
        return desk.trial().flatMap(done -> done.of(String.valueOf(fixture))).flatMap(ToolVerdict::pose);
    }

    /** One that has still to be taught lies as it is taught, and so do all where there is no picture. */
    private void place(Optional<Object> fixture, Consumer<Pose> place) {
        Optional<Pose> pose = fixture.isEmpty() ? Optional.of(Pose.NONE) : found(fixture.get());
        Optional<DraftTool> finder = fixture.map(String::valueOf).flatMap(desk.draft()::tool);
        if (pose.isPresent()) {
            place.accept(pose.get());
        } else if (desk.pictures().now().isEmpty()
                || finder.filter(this::isToBeTaught).isPresent()) {
            place.accept(Pose.NONE);
        } else {
            turns.complain(
                    "notPlaced", finder.map(DraftTool::title).orElseGet(() -> String.valueOf(fixture.orElse(""))));
        }
    }

    private boolean isToBeTaught(DraftTool finder) {
        return desk.trial()
                .map(done -> done.troubles().get(finder.id()))
                .flatMap(Made.Trouble::setting)
                .filter(missing -> !finder.settings().containsKey(missing))
                .isPresent();
    }

    /** Another picture is another part: what was drawn before is not meant for it. */
    private void onceKnown(String what, Optional<String> fixture, Runnable deed) {
        Optional<Picture> drawnOn = desk.pictures().now();
        boolean known = fixture.isEmpty()
                || drawnOn.isEmpty()
                || desk.trial()
                        .filter(done -> done.tellsOf(fixture.get(), desk.draft(), drawnOn.get()))
                        .isPresent();
        if (known) {
            waiting.remove(what);
            deed.run();
        } else if (refused.isPresent()) {
            turns.say(unplaced(refused.get()));
        } else {
            waiting.put(what, () -> {
                if (desk.pictures().now().equals(drawnOn)) {
                    onceKnown(what, fixture, deed);
                }
            });
        }
    }

    /** There will be a new trial, or the reason why not. */
    void asked() {
        refused = Optional.empty();
    }

    /** There is a new trial. */
    void judged() {
        refused = Optional.empty();
        List<Runnable> now = List.copyOf(waiting.values());
        waiting.clear();
        now.forEach(Runnable::run);
    }

    /** There will be no trial: nothing that waits is done any more, which is told with the reason. */
    void notJudged(EditorState.Notice why) {
        refused = Optional.of(why);
        turns.say(waiting.isEmpty() ? why : unplaced(why));
        forget();
    }

    private static EditorState.Notice unplaced(EditorState.Notice why) {
        return "draftRefused".equals(why.text())
                ? EditorState.Notice.trouble("notPlacedRefused", why.with().toArray(String[]::new))
                : why;
    }

    /** Nothing that waits is done any more. */
    void forget() {
        waiting.clear();
    }
}
