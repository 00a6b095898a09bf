package org.shutterline.server.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.jobs.JobContent;
import org.shutterline.server.station.AtWork;
import org.shutterline.server.station.Inspector;
import org.shutterline.server.station.Job;
import org.shutterline.server.station.ToolStep;

/**
 * A draft set up to judge: the tools that can be used, and why the others cannot. A tool that is half set up does not
 * keep the technician from seeing what the others say. Used by one thread at a time.
 *
 * @param troubles by the id of the tool
 * @param atWork which of its tools works now
 */
record Made(Job job, Inspector inspector, Map<String, Trouble> troubles, AtWork atWork) implements AutoCloseable {
    private static final Pattern PLACE =
            Pattern.compile(".*?tools\\[(\\d+)](?:\\.settings(?:\\.(\\w+))?)?[^:]*: (.*)", Pattern.DOTALL);

    /**
     * Why a tool cannot be used.
     *
     * @param setting the key of the setting that is to blame, if one is
     */
    record Trouble(Optional<String> setting, String why) {}

    /** What the window says of a draft that is refused: by the tool's title and the setting, where one is to blame. */
    static EditorState.Notice refused(Draft draft, BadSetting bad) {
        Matcher place = PLACE.matcher(String.valueOf(bad.getMessage()));
        if (!place.matches()
                || Integer.parseInt(place.group(1)) >= draft.tools().size()) {
            return EditorState.Notice.trouble("draftRefused", String.valueOf(bad.getMessage()));
        }
        DraftTool tool = draft.tools().get(Integer.parseInt(place.group(1)));
        return place.group(2) == null
                ? EditorState.Notice.trouble("toolRefused", tool.title(), place.group(3))
                : EditorState.Notice.trouble(
                        "settingRefused", tool.title(), place.group(3), tool.kind(), place.group(2));
    }

    /**
     * @param atWork told which tool is made
     * @throws BadSetting if something else than a tool of it is wrong
     */
    static Made of(Draft draft, Workshop workshop, AtWork atWork) {
        return of(draft, workshop, atWork, Map.of(), job -> new Inspector(job, atWork));
    }

    /**
     * The same but for some tools.
     *
     * @param leftOut tools that are not to be made, and why
     * @param making sets the job up, and throws {@link BadSetting} with the place of a tool that cannot be
     */
    static Made of(
            Draft draft,
            Workshop workshop,
            AtWork atWork,
            Map<DraftTool, String> leftOut,
            Function<Job, Inspector> making) {
        Map<String, Trouble> troubles = new LinkedHashMap<>();
        List<DraftTool> tools = new ArrayList<>(draft.tools());
        tools.removeIf(leftOut::containsKey);
        leftOut.forEach((tool, why) -> troubles.put(tool.id(), new Trouble(Optional.empty(), why)));
        while (true) {
            try {
                Job job = workshop.jobs().job(judging(draft, tools), workshop.scratch());
                return new Made(job, making.apply(job), troubles, atWork);
            } catch (BadSetting bad) {
                Matcher place = PLACE.matcher(bad.getMessage());
                if (!place.matches() || Integer.parseInt(place.group(1)) >= tools.size()) {
                    throw bad;
                }
                DraftTool broken = tools.remove(Integer.parseInt(place.group(1)));
                troubles.put(broken.id(), new Trouble(Optional.ofNullable(place.group(2)), place.group(3)));
            }
        }
    }

    /** All values of tools are told to the editor anyway, so the list of outputs does not matter here. */
    private static JobContent judging(Draft draft, List<DraftTool> tools) {
        return draft.content()
                .withTree(Map.of("tools", tools.stream().map(DraftTool::raw).toList()));
    }

    /** How long its tools may take for a picture, all together. */
    long limitMs() {
        return job.tools().stream().mapToLong(ToolStep::timeLimitMs).sum();
    }

    @Override
    public void close() {
        inspector.close();
    }
}
