package org.shutterline.server.editor;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a technician is with one question that a tool shall answer. Immutable.
 *
 * @param tool the id of that tool
 * @param at the index of the present step
 */
record Guide(EditorActions.Question question, String tool, int at) {
    static Guide begin(EditorActions.Question question, String tool) {
        return new Guide(question, tool, 0);
    }

    private List<GuideView.Step> steps() {
        GuideView.Step middle = switch (question) {
            case PRESENT, WHICH_CODE, LIKE_THE_GOOD_ONE -> GuideView.Step.TEACH;
            case HOW_MANY, HOW_WIDE -> GuideView.Step.LIMIT;
        };
        return List.of(GuideView.Step.REGION, middle, GuideView.Step.NAME);
    }

    GuideView.Step step() {
        return steps().get(at);
    }

    boolean isLast() {
        return at == steps().size() - 1;
    }

    Guide next() {
        return new Guide(question, tool, Math.min(at + 1, steps().size() - 1));
    }

    Guide back() {
        return new Guide(question, tool, Math.max(0, at - 1));
    }

    /** The first step up to the present one that is not done: the tool could say nothing but OK without it. */
    Optional<Guide> missing(DraftTool now) {
        for (int i = 0; i <= at; i++) {
            if (!isDone(steps().get(i), now)) {
                return Optional.of(new Guide(question, tool, i));
            }
        }
        return Optional.empty();
    }

    private boolean isDone(GuideView.Step step, DraftTool now) {
        return switch (step) {
            case REGION -> question != EditorActions.Question.HOW_WIDE || stands(now, "region");
            case TEACH -> isTaught(now);
            case LIMIT -> now.isLimited();
            case NAME -> true;
        };
    }

    private boolean isTaught(DraftTool now) {
        return switch (question) {
            case PRESENT -> stands(now, "template");
            case WHICH_CODE -> stands(now, "expected") || stands(now, "pattern") || stands(now, "equalsPart");
            case LIKE_THE_GOOD_ONE -> stands(now, "golden");
            case HOW_MANY, HOW_WIDE -> true;
        };
    }

    private static boolean stands(DraftTool tool, String setting) {
        Object value = tool.settings().getOrDefault(setting, "");
        return !"".equals(value) && !Boolean.FALSE.equals(value);
    }

    /** A region as it was drawn for this; a width is measured along the longer side of its box. */
    Map<String, Object> meant(String drawnFor, Map<String, Object> region) {
        return question == EditorActions.Question.HOW_WIDE && drawnFor.equals(tool)
                ? Regions.lengthways(region)
                : region;
    }

    /** The value that the question asks for. */
    static String output(EditorActions.Question question) {
        return switch (question) {
            case PRESENT, LIKE_THE_GOOD_ONE -> "score";
            case HOW_MANY -> "count";
            case HOW_WIDE -> "width";
            case WHICH_CODE -> "text";
        };
    }

    GuideView view(Draft draft) {
        boolean done = draft.tool(tool).filter(now -> isDone(step(), now)).isPresent();
        return new GuideView(question, tool, step(), at + 1, steps().size(), output(question), done);
    }
}
