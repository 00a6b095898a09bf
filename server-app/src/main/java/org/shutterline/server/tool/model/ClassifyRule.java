package org.shutterline.server.tool.model;

import java.util.Optional;

/**
 * How a classifier's answer is judged.
 *
 * @param labels the names of its classes
 * @param expected the class that is good
 * @param minScore with less, the picture cannot be judged
 */
record ClassifyRule(Labels labels, Scores scores, Optional<String> expected, double minScore) {

    /** What a model takes a picture for. */
    record Best(String name, double score) {}

    Best best(Answer answer) {
        double[] all = answer.numbers().length == 1 ? ofTwo(answer.numbers()[0]) : scores.of(answer.numbers());
        int best = 0;
        for (int i = 1; i < all.length; i++) {
            if (all[i] > all[best]) {
                best = i;
            }
        }
        return new Best(labels.of(best), all[best]);
    }

    private double[] ofTwo(float number) {
        double second = scores == Scores.SIGMOID ? scores.of(new float[] {number})[0] : number;
        return new double[] {1 - second, second};
    }
}
