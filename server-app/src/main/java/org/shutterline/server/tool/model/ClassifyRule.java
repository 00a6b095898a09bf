package org.shutterline.server.tool.model;

import java.util.Locale;
import java.util.Optional;
import org.shutterline.server.spi.ToolException;

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

    /** @throws ToolException if a single number is no share of 0 to 1, so that it cannot be told what it stands for */
    Best best(Answer answer) throws ToolException {
        double[] all = answer.numbers().length == 1 ? ofTwo(answer.numbers()[0]) : scores.of(answer.numbers());
        int best = 0;
        for (int i = 1; i < all.length; i++) {
            if (all[i] > all[best]) {
                best = i;
            }
        }
        return new Best(labels.of(best), all[best]);
    }

    private double[] ofTwo(float number) throws ToolException {
        double second = scores == Scores.SIGMOID ? scores.of(new float[] {number})[0] : number;
        if (!(second >= 0 && second <= 1)) {
            throw new ToolException(String.format(
                    Locale.ROOT,
                    "the model's one number is %.3f and no score of 0 to 1: set its scores to sigmoid",
                    second));
        }
        return new double[] {1 - second, second};
    }
}
