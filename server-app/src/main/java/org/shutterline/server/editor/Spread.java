package org.shutterline.server.editor;

import java.util.List;
import java.util.Locale;

/**
 * Mean and standard deviation of a value over good parts.
 *
 * @param sigma of the sample, divided by n - 1; 0 for one value
 */
record Spread(double mean, double sigma) {
    /** @param values one at least */
    static Spread of(List<Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double squares =
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return new Spread(mean, values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1)));
    }

    double low(double sigmas) {
        return rounded(mean - sigmas * sigma);
    }

    double high(double sigmas) {
        return rounded(mean + sigmas * sigma);
    }

    /** To four digits of the spread, so that nobody reads more into a limit than is in it. */
    private double rounded(double limit) {
        if (sigma == 0) {
            return limit;
        }
        double step = Math.pow(10, Math.floor(Math.log10(sigma)) - 1);
        return Math.rint(limit / step) * step;
    }

    String meanText() {
        return String.format(Locale.ROOT, "%.4g", mean);
    }

    String sigmaText() {
        return String.format(Locale.ROOT, "%.2g", sigma);
    }
}
