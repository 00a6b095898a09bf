package org.shutterline.server.editor;

import java.util.Optional;

/** Leads from a question to a tool that can say NG: it goes on and ends only when what a step is for is there. Used on the desk. */
record Guiding(Turns turns, ToolBench bench) {
    void begin(DraftDesk desk, EditorActions.Question question) {
        bench.addFor(desk, question).ifPresent(tool -> desk.guide(Optional.of(Guide.begin(question, tool))));
    }

    void next(DraftDesk desk) {
        desk.guide().ifPresent(guide -> {
            Optional<Guide> missing = desk.draft().tool(guide.tool()).flatMap(guide::missing);
            if (missing.isPresent()) {
                desk.guide(missing);
                turns.complain("guide." + missing.get().step());
            } else if (guide.isLast()) {
                desk.guide(Optional.empty());
                turns.sayNothing();
            } else {
                desk.guide(Optional.of(guide.next()));
                turns.sayNothing();
            }
        });
    }

    void back(DraftDesk desk) {
        desk.guide(desk.guide().map(Guide::back));
    }

    /** What it is not done with is not left behind: it would judge nothing. */
    void leave(DraftDesk desk) {
        desk.guide().ifPresent(guide -> {
            desk.guide(Optional.empty());
            desk.step(desk.draft().without(guide.tool()));
        });
    }
}
