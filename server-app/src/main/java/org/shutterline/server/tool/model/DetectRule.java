package org.shutterline.server.tool.model;

import java.util.List;

/**
 * Which boxes of a detector count.
 *
 * @param labels the names of its classes; may be empty if the answer does not say how many there are
 * @param wanted the classes that count; empty for all
 * @param maxOverlap of two that count both, as a part of what they cover together
 * @param noneIsFound whether nothing there is a finding of none, rather than a feature that is missing
 */
record DetectRule(
        Boxes boxes, Labels labels, List<String> wanted, double minScore, double maxOverlap, boolean noneIsFound) {
    /** More are noise, and would take long to compare with each other. */
    private static final int MOST_BOXES = 1000;

    /** Best first. */
    List<Box> found(Answer answer, ModelInput input) {
        List<Box> counted = boxes.read(answer.numbers(), input, minScore).stream()
                .filter(box -> wanted.isEmpty() || wanted.contains(labels.of(box.kind())))
                .toList();
        return Box.best(counted, maxOverlap, MOST_BOXES);
    }
}
