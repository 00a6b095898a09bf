package org.shutterline.server.machine;

import java.util.Collection;

/** The values that so many percent do not exceed, by nearest rank. */
public record Percentiles(double p50, double p95, double p99) {
    /** @param values at least one */
    public static Percentiles of(Collection<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Percentiles(rank(sorted, 0.50), rank(sorted, 0.95), rank(sorted, 0.99));
    }

    private static double rank(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
