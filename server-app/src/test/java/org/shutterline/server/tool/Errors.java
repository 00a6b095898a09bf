package org.shutterline.server.tool;

import java.util.Locale;

/** Differences from the truth, summed up. */
final class Errors {
    private int count;
    private double sum;
    private double squares;
    private double worst;

    void add(double error) {
        count++;
        sum += error;
        squares += error * error;
        worst = Math.max(worst, Math.abs(error));
    }

    double bias() {
        return sum / count;
    }

    double spread() {
        return Math.sqrt(Math.max(0, squares / count - bias() * bias()));
    }

    double worst() {
        return worst;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "bias %+.4f, spread %.4f, worst %.4f px over %d", bias(), spread(), worst(), count);
    }
}
