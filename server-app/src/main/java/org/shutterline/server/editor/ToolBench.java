package org.shutterline.server.editor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.server.spi.InspectionToolFactory;

/** Puts tools into drafts, and limits on what they measure. Used on the desk. */
record ToolBench(Workshop workshop, Turns turns) {
    void add(DraftDesk desk, String kind) {
        add(desk, kind, kind, Map.of(), Optional.empty());
    }

    /** @return the id of the tool; empty if there is no such kind here */
    Optional<String> addFor(DraftDesk desk, EditorActions.Question asked) {
        Optional<String> told = Optional.of(Guide.output(asked));
        return switch (asked) {
            case PRESENT -> add(desk, "pattern", "present", Map.of(), told);
            case HOW_MANY -> add(desk, "blobs", "count", Map.of("noneIsFound", true), told);
            case HOW_WIDE -> add(desk, "caliper", "width", Map.of(), told);
            case WHICH_CODE -> add(desk, "code", "code", Map.of(), told);
            case LIKE_THE_GOOD_ONE -> add(desk, "golden", "golden", Map.of(), told);
        };
    }

    private Optional<String> add(
            DraftDesk desk, String kind, String word, Map<String, Object> settings, Optional<String> told) {
        Optional<InspectionToolFactory> known = workshop.tools().all().stream()
                .filter(factory -> factory.id().equals(kind))
                .findFirst();
        if (known.isEmpty()) {
            turns.complain("noSuchKind", kind);
        }
        return known.map(factory -> add(desk, factory, word, settings, told));
    }

    /** A part that is found moves what is measured on it, unless the technician says otherwise. */
    private String add(
            DraftDesk desk,
            InspectionToolFactory kind,
            String word,
            Map<String, Object> settings,
            Optional<String> told) {
        String id = desk.draft().freeId(word);
        DraftTool tool = DraftTool.of(id, kind.id(), id, settings);
        DraftTool placed = kind.calibrates() ? tool : tool.withEntry("fixture", finderFor(tool, desk.draft()));
        desk.add(placed, told.orElseGet(() -> kind.outputs().get(0).name()));
        return id;
    }

    /** The first tool before it that could be its fixture. */
    private Optional<String> finderFor(DraftTool tool, Draft draft) {
        Draft with = draft.with(tool, "");
        return new ToolViews(with, Optional.empty(), new TriedValues(), workshop.tools())
                .all().stream()
                        .filter(shown -> shown.id().equals(tool.id()))
                        .flatMap(shown -> shown.fixtures().keySet().stream())
                        .findFirst();
    }

    void twin(DraftDesk desk, String tool) {
        desk.draft().tool(tool).ifPresent(now -> {
            String id = desk.draft().freeId(now.id());
            desk.step(desk.draft().twin(tool, id, id));
            desk.choose(id);
        });
    }

    void tell(DraftDesk desk, String tool, String output, boolean yes) {
        Draft draft = desk.draft();
        desk.step(
                yes
                        ? draft.tool(tool)
                                .map(now -> draft.telling(now, output))
                                .orElse(draft)
                        : draft.notTelling(tool, output));
    }

    void suggestLimits(DraftDesk desk, String tool, String output, double sigmas) {
        if (desk.tries().isOutdated()) {
            turns.complain("tryAgain");
            return;
        }
        List<Double> good = desk.tries().values().good(tool, output);
        if (good.size() < Spread.LEAST) {
            turns.complain("tooFewGood", String.valueOf(good.size()), String.valueOf(Spread.LEAST));
            return;
        }
        Spread spread = Spread.of(good);
        desk.change(tool, now -> now.withBand(output, spread.low(sigmas), spread.high(sigmas)));
        turns.say("limitsOf", String.valueOf(good.size()), spread.meanText(), spread.sigmaText());
    }
}
