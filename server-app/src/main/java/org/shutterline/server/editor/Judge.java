package org.shutterline.server.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.station.AtWork;
import org.shutterline.server.station.Patience;

/**
 * Judges the newest draft on the newest picture; what was asked for meanwhile is left out. A tool that never returns is left
 * out until it is changed, so that the others can be seen.
 */
final class Judge {
    /** What is judged. */
    private record Wanted(Draft draft, Picture picture, Consumer<Trial> judged) {}

    private final Workshop workshop;
    private final Threads threads;
    private final Consumer<EditorState.Notice> tell;
    private final Consumer<EditorState.Notice> refused;
    private final AtomicReference<Wanted> newest = new AtomicReference<>();
    /** These are used on the thread for trials alone. */
    private final Map<DraftTool, String> stuck = new LinkedHashMap<>();

    private final Patience patience = new Patience(Threads.TOOLS);
    private Optional<Ready> ready = Optional.empty();
    private ToolRack rack;

    /** Tools that were set up for a draft; what it is made of may change also where the draft does not. */
    private record Ready(Draft draft, List<ToolMake> makes, Made made) {
        boolean is(Draft other, List<ToolMake> now) {
            return draft.content().equals(other.content()) && makes.equals(now);
        }
    }

    /**
     * @param tell told on the judge's thread which tool is left out
     * @param refused told on the judge's thread why nothing can be judged
     */
    Judge(Workshop workshop, Threads threads, Consumer<EditorState.Notice> tell, Consumer<EditorState.Notice> refused) {
        this.workshop = workshop;
        this.threads = threads;
        this.tell = tell;
        this.refused = refused;
        this.rack = new ToolRack(workshop.tools());
    }

    /** @param judged told on the judge's thread; not at all if something newer was asked for */
    void ask(Draft draft, Picture picture, Consumer<Trial> judged) {
        if (newest.getAndSet(new Wanted(draft, picture, judged)) == null) {
            threads.trials().execute(this::next);
        }
    }

    private void next() {
        Wanted wanted = newest.getAndSet(null);
        stuck.keySet().retainAll(wanted.draft().tools());
        try {
            while (!judged(wanted)) {
                continue;
            }
        } catch (BadSetting | ToolException bad) {
            refused.accept(EditorState.Notice.trouble("draftRefused", String.valueOf(bad.getMessage())));
        } catch (OutOfMemoryError large) {
            refused.accept(EditorState.Notice.trouble("pictureTooLarge"));
        }
    }

    /** False if it is to be judged again without a tool that never returned. */
    private boolean judged(Wanted wanted) throws ToolException {
        AtWork atWork = new AtWork();
        ToolRack used = rack;
        try {
            Made made = made(wanted.draft(), atWork);
            atWork = made.atWork();
            Trial trial = patience.within(
                    made.limitMs() + threads.limits().graceMs(),
                    () -> Trial.of(wanted.draft(), made, wanted.picture()),
                    late -> close(Optional.of(made), used));
            wanted.judged().accept(trial);
            return true;
        } catch (Patience.GaveUp never) {
            ready = Optional.empty();
            rack = new ToolRack(workshop.tools());
            leaveOut(wanted.draft(), atWork.tool(), String.valueOf(never.getMessage()));
            return false;
        }
    }

    private void leaveOut(Draft draft, Optional<String> id, String why) throws ToolException {
        DraftTool tool = id.flatMap(draft::tool).orElseThrow(() -> new ToolException(why));
        stuck.put(tool, why + "; it is left out until it is changed");
        tell.accept(EditorState.Notice.trouble("stuck", tool.title()));
    }

    private Made made(Draft draft, AtWork atWork) throws Patience.GaveUp, ToolException {
        List<ToolMake> makes = ToolMake.allOf(draft, workshop.tools());
        if (ready.filter(present -> present.is(draft, makes)).isEmpty()) {
            ready.ifPresent(old -> old.made().close());
            ready = Optional.empty();
            free(rack.without(makes));
            Map<DraftTool, String> without = Map.copyOf(stuck);
            ToolRack used = rack;
            Made made = patience.within(
                    threads.limits().setUpMs(),
                    () -> Made.of(draft, workshop, atWork, without, job -> used.inspector(job, draft, atWork)),
                    late -> close(late, used));
            ready = Optional.of(new Ready(draft, makes, made));
        }
        return ready.get().made();
    }

    private static void close(Optional<Made> made, ToolRack rack) {
        made.ifPresent(Made::close);
        rack.close();
    }

    private void free(List<InspectionTool> tools) {
        if (!tools.isEmpty()) {
            patience.last(threads.limits().setUpMs(), () -> ToolRack.close(tools));
        }
    }

    /** Frees the tools of a draft that nobody looks at any more. */
    void rest() {
        threads.trials().execute(() -> {
            Optional<Made> old = ready.map(Ready::made);
            ToolRack used = rack;
            ready = Optional.empty();
            rack = new ToolRack(workshop.tools());
            patience.last(threads.limits().setUpMs(), () -> close(old, used));
            patience.close();
        });
    }
}
