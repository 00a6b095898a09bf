package org.shutterline.server.editor;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.shutterline.protocol.message.Verdict;

/** Puts together what is shown from what its owners know. Used on the desk. */
record Showing(Workshop workshop, Turns turns, Drafts drafts, Easel easel, JobsDesk jobs, JobList list) {
    private static final int USUAL_LIMIT_MS = 2_000;

    EditorState now() {
        return new EditorState(
                rows(),
                jobs.kinds(),
                workshop.stations(),
                easel.open().map(this::open),
                list.comparison(),
                list.arrival(),
                turns.notice());
    }

    /** Also what was never saved, so that it can be opened again. */
    private List<JobRow> rows() {
        Stream<JobRow> neverSaved = drafts.changed().stream()
                .filter(desk -> jobs.lacks(desk.name()))
                .map(desk -> JobRow.of(desk.draft()));
        return Stream.concat(jobs.rows().stream(), neverSaved)
                .sorted(Comparator.comparing(JobRow::name))
                .toList();
    }

    private OpenJob open(DraftDesk desk) {
        UndoList drafts = desk.drafts();
        List<Integer> stations = jobs.stationsOf(desk.name());
        double limitMs = stations.stream().mapToInt(workshop::deadlineMs).min().orElse(USUAL_LIMIT_MS);
        return new OpenJob(
                desk.name(),
                desk.base().version(),
                jobs.difference(desk.base().draft(), desk.draft()),
                drafts.canUndo(),
                drafts.canRedo(),
                jobs.versions(),
                stations,
                jobs.waits(desk.name(), desk.base().version()),
                new ToolViews(desk.draft(), desk.trial(), desk.tries().values(), workshop.tools()).all(),
                desk.draft().answers(),
                desk.chosen(),
                desk.pictures().shown(),
                desk.trial().map(trial -> judged(trial, desk.isFresh(), limitMs)),
                desk.tries().view(),
                easel.question(),
                desk.guide().map(guide -> guide.view(desk.draft())));
    }

    private static OpenJob.Judged judged(Trial trial, boolean fresh, double limitMs) {
        return new OpenJob.Judged(
                fresh,
                trial.troubles().isEmpty() ? trial.judgement().verdict() : Verdict.UNKNOWN,
                trial.troubles().isEmpty()
                        ? trial.judgement().reason()
                        : trial.troubles().values().iterator().next().why(),
                trial.judgement().overlays(),
                trial.ms(),
                limitMs);
    }
}
