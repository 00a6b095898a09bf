package org.shutterline.server.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.shutterline.server.camera.simulated.SimulatedCameras;
import org.shutterline.server.jobs.JobContent;
import org.shutterline.server.jobs.JobRefused;
import org.shutterline.server.jobs.Origin;

/** An editor of which the test is all threads: what was handed to them is done when {@link #all} is called. */
final class EditorStage {
    static final Map<String, Object> HOLE_A = Map.of("x", 181, "y", 237, "width", 210, "height", 220);

    final ScriptedTool scripted = new ScriptedTool();
    final PlateWorkshop workshop;
    final EditorPresenter editor;
    final Deque<Runnable> work = new ArrayDeque<>();
    final Deque<Runnable> later = new ArrayDeque<>();
    final Deque<Runnable> writes = new ArrayDeque<>();
    boolean diskHangs;
    EditorState state = EditorState.EMPTY;

    EditorStage(Path folder) throws Exception {
        this(folder, Threads.Limits.USUAL);
    }

    EditorStage(Path folder, Threads.Limits limits) throws Exception {
        workshop = new PlateWorkshop(folder, SimulatedCameras.with(Map.of()), List.of(scripted));
        workshop.produce(8);
        Executor test = work::add;
        editor = new EditorPresenter(
                workshop, new Threads(test, test, test, this::write, later::add, limits), shown -> state = shown);
    }

    private void write(Runnable task) {
        (diskHangs ? writes : work).add(task);
    }

    /** Everything that was handed to any thread, until nothing is left. */
    void all() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    /** Some seconds pass. */
    void secondsLater() {
        work.addAll(later);
        later.clear();
        all();
    }

    OpenJob open() {
        return state.open().orElseThrow();
    }

    EditorState.Notice notice() {
        return state.notice().orElseThrow();
    }

    void teachHole(String job) {
        editor.create(job);
        all();
        editor.add("blobs");
        editor.drawn("blobs", "region", HOLE_A);
        editor.set("blobs", "threshold", Optional.of(90));
        editor.set("blobs", "minAreaPx", Optional.of(3000));
        all();
    }

    void activate() {
        editor.activate();
        all();
        editor.confirmActivate(Set.of(1));
        all();
    }

    /** As another window or the wire would. */
    void somebodyElseSaves(String job, int threshold) throws IOException, JobRefused {
        Draft other =
                new Draft(content(job)).changed("blobs", tool -> tool.withSetting("threshold", Optional.of(threshold)));
        workshop.jobs().save(other.content(), Origin.wire("another", ""));
    }

    JobContent content(String job) {
        try {
            return workshop.jobs().content(job);
        } catch (org.shutterline.server.station.JobShelf.NoSuchJob none) {
            throw new AssertionError(none);
        }
    }

    ToolView tool(String id) {
        return open().tools().stream()
                .filter(tool -> tool.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    Optional<Object> value(String tool, String key) {
        return tool(tool).settings().stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
