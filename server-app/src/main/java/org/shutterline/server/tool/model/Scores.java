package org.shutterline.server.tool.model;

/** What a classifier's numbers are; named in job files. */
enum Scores {
    /** As they are if they lie in 0 to 1 and add up to 1, else by softmax. */
    AUTO,
    AS_IS,
    SOFTMAX,
    SIGMOID;

    private static final double ONE_SLACK = 0.01;

    /** A score of 0 to 1 for each class. */
    double[] of(float[] numbers) {
        return switch (this) {
            case AUTO -> isDistribution(numbers) ? asIs(numbers) : softmax(numbers);
            case AS_IS -> asIs(numbers);
            case SOFTMAX -> softmax(numbers);
            case SIGMOID -> sigmoid(numbers);
        };
    }

    private static boolean isDistribution(float[] numbers) {
        double sum = 0;
        for (float number : numbers) {
            if (number < -1e-6 || number > 1 + 1e-6) {
                return false;
            }
            sum += number;
        }
        return Math.abs(sum - 1) < ONE_SLACK;
    }

    private static double[] asIs(float[] numbers) {
        double[] scores = new double[numbers.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = numbers[i];
        }
        return scores;
    }

    private static double[] softmax(float[] numbers) {
        double most = Double.NEGATIVE_INFINITY;
        for (float number : numbers) {
            most = Math.max(most, number);
        }
        double[] scores = new double[numbers.length];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.exp(numbers[i] - most);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= sum;
        }
        return scores;
    }

    private static double[] sigmoid(float[] numbers) {
        double[] scores = new double[numbers.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = 1 / (1 + Math.exp(-numbers[i]));
        }
        return scores;
    }
}
