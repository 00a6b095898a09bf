package org.shutterline.server.tool.model;

/**
 * Scores over a picture, row by row; one alone is a score for all of it.
 *
 * @param width in scores
 * @param numbers not to be changed by anybody
 */
record ScoreMap(int width, int height, float[] numbers) {

    /** Whether an answer of this shape is a score or a map of them. */
    static boolean fits(long[] shape) {
        for (int i = 0; i < shape.length - 2; i++) {
            if (shape[i] != 1) {
                return false;
            }
        }
        return true;
    }

    static ScoreMap of(Answer answer) {
        long[] shape = answer.shape();
        int width = shape.length == 0 ? 1 : (int) shape[shape.length - 1];
        return new ScoreMap(width, answer.numbers().length / Math.max(1, width), answer.numbers());
    }

    boolean isOne() {
        return numbers.length == 1;
    }

    /** The place of the highest score. */
    int highest() {
        int highest = 0;
        for (int i = 1; i < numbers.length; i++) {
            if (numbers[i] > numbers[highest]) {
                highest = i;
            }
        }
        return highest;
    }

    double score(int place) {
        return numbers[place];
    }

    /** Its middle from the left edge, as a part of the width. */
    double across(int place) {
        return (place % width + 0.5) / width;
    }

    /** Its middle from the upper edge, as a part of the height. */
    double down(int place) {
        return (place / width + 0.5) / height;
    }
}
