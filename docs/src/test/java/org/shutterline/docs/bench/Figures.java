package org.shutterline.docs.bench;

import java.util.Arrays;
import java.util.List;

/**
 * Percentiles of one repeat, by nearest rank.
 *
 * @param count how many
 */
record Figures(double p50, double p90, double p99, int count) {
    static Figures of(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Figures(rank(sorted, 0.50), rank(sorted, 0.90), rank(sorted, 0.99), sorted.length);
    }

    /** The median over repeats of each figure. */
    static Figures median(List<Figures> repeats) {
        return new Figures(
                middle(repeats.stream().mapToDouble(Figures::p50).toArray()),
                middle(repeats.stream().mapToDouble(Figures::p90).toArray()),
                middle(repeats.stream().mapToDouble(Figures::p99).toArray()),
                repeats.stream().mapToInt(Figures::count).sum());
    }

    private static double middle(double[] values) {
        Arrays.sort(values);
        return rank(values, 0.50);
    }

    private static double rank(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
