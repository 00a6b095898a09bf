package org.shutterline.server.editor;

import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.PlainPicture;
import org.shutterline.protocol.message.Verdict;

/**
 * The job that is being taught.
 *
 * @param base the version that it was opened with; empty for one that was never saved
 * @param changes what the draft changes against it, in words
 * @param versions the present one first, then the newest first
 * @param stations the numbers of those that run it
 * @param waits whether a station that runs it judges by another version than the one that it was opened with
 * @param tools in the order in which they run
 * @param answers what is answered, in its order
 * @param chosen the id of one of them
 * @param picture the one on the screen
 * @param judged what the draft says of it; empty while nothing was judged yet
 * @param tryOn the draft on many pictures
 * @param question what is asked before it goes into service
 * @param guide the question that a tool is being made for
 */
public record OpenJob(
        String name,
        Optional<VersionRow> base,
        List<String> changes,
        boolean canUndo,
        boolean canRedo,
        List<VersionRow> versions,
        List<Integer> stations,
        boolean waits,
        List<ToolView> tools,
        List<Answer> answers,
        Optional<String> chosen,
        Optional<Shown> picture,
        Optional<Judged> judged,
        TryView tryOn,
        Optional<Question> question,
        Optional<GuideView> guide) {
    public OpenJob {
        changes = List.copyOf(changes);
        versions = List.copyOf(versions);
        stations = List.copyOf(stations);
        tools = List.copyOf(tools);
        answers = List.copyOf(answers);
    }

    public Optional<ToolView> chosenTool() {
        return tools.stream()
                .filter(tool -> chosen.filter(tool.id()::equals).isPresent())
                .findFirst();
    }

    /**
     * A picture and where it came from.
     *
     * @param pixels mono8 or bgr8
     * @param id that of its result; 0 if it is of no result
     * @param caption {@code #1042, 14:03:22, OK}, or the name of a file
     * @param older whether there is an older one to go to
     * @param newer whether there is a newer one
     */
    public record Shown(PlainPicture pixels, long id, String caption, boolean older, boolean newer) {}

    /**
     * What the draft says of the picture.
     *
     * @param fresh whether it is of this draft and this picture; false while they are being judged
     * @param ms of all tools
     * @param limitMs the deadline of the station that runs it
     */
    public record Judged(
            boolean fresh, Verdict verdict, String reason, List<Overlay> overlays, double ms, double limitMs) {
        public Judged {
            overlays = List.copyOf(overlays);
        }
    }

    /**
     * What is asked before the draft goes into service.
     *
     * @param flips how many verdicts would change
     * @param of how many pictures were judged; 0 if there are none
     * @param toNg how many of them were good and would not be
     * @param toOk how many were not and would be
     * @param without of how many the job in service says nothing, so that nobody knows whether they would change
     * @param overtaken the version that somebody else saved since the draft was begun, if there is one
     */
    public record Question(int flips, int of, int toNg, int toOk, int without, Optional<Integer> overtaken) {}
}
