package org.shutterline.server.editor;

import java.util.List;
import java.util.Optional;

/**
 * All that the page of jobs shows, at one moment.
 *
 * @param jobs by name
 * @param kinds the tools that can be added, by title
 * @param stations the numbers of the stations
 * @param open the job that is being taught; empty while the list is shown
 * @param comparison of the two versions that were chosen last; empty while none is wanted
 * @param arrival what is asked before a job of a name that is there already is taken in
 * @param notice what was done or refused last; empty a while after
 */
public record EditorState(
        List<JobRow> jobs,
        List<ToolKind> kinds,
        List<Integer> stations,
        Optional<OpenJob> open,
        Optional<Comparison> comparison,
        Optional<Arrival> arrival,
        Optional<Notice> notice) {
    public static final EditorState EMPTY = new EditorState(
            List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public EditorState {
        jobs = List.copyOf(jobs);
        kinds = List.copyOf(kinds);
        stations = List.copyOf(stations);
    }

    /**
     * One sentence for the technician.
     *
     * @param trouble whether something could not be done
     * @param text which of the sentences of {@code messages.properties}, without {@code jobs.notice.}
     * @param with what stands in it
     */
    public record Notice(boolean trouble, String text, List<String> with) {
        public Notice {
            with = List.copyOf(with);
        }

        /** Something could not be done. */
        static Notice trouble(String text, String... with) {
            return new Notice(true, text, List.of(with));
        }
    }
}
