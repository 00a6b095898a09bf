package org.shutterline.server.tool;

import java.util.Locale;

/** Differences from the truth, summed up. */
public final class Errors {
    private int count;
    private int missed;
    private double sum;
    private double squares;
    private double worst;

    public void add(double error) {
        count++;
        sum += error;
        squares += error * error;
        worst = Math.max(worst, Math.abs(error));
    }

    /** It was not found. */
    void miss() {
        missed++;
    }

    int missed() {
        return missed;
    }

    public double bias() {
        return sum / count;
    }

    public double spread() {
        return Math.sqrt(Math.max(0, squares / count - bias() * bias()));
    }

    public double worst() {
        return worst;
    }

    /** Cells of a table. */
    String cells() {
        return count == 0
                ? "| | | not found |"
                : String.format(
                        Locale.ROOT,
                        "| %+.3f | %.3f | %.3f%s |",
                        bias(),
                        spread(),
                        worst(),
                        missed == 0 ? "" : ", " + missed + " not found");
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "bias %+.4f, spread %.4f, worst %.4f over %d, %d not found",
                bias(),
                spread(),
                worst(),
                count,
                missed);
    }
}
