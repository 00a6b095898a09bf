package org.shutterline.server.editor;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * Mean and standard deviation of a value over good parts.
 *
 * @param sigma of the sample, divided by n - 1; 0 for one value
 */
public record Spread(double mean, double sigma) {
    /** So many good parts must have been measured before limits are made of them. */
    public static final int LEAST = 5;

    /** More are not in a double. */
    private static final int MOST_DIGITS = 12;

    /** @param values one at least */
    public static Spread of(List<Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double squares =
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return new Spread(mean, values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1)));
    }

    /** The lower limit, so many sigmas below the mean. */
    public double low(double sigmas) {
        return rounded(mean - sigmas * sigma);
    }

    /** The upper one. */
    public double high(double sigmas) {
        return rounded(mean + sigmas * sigma);
    }

    /** To two digits of the spread, so that nobody reads more into a limit than is in it. */
    private double rounded(double limit) {
        if (sigma == 0) {
            return limit;
        }
        int decimals = 1 - (int) Math.floor(Math.log10(sigma));
        return BigDecimal.valueOf(limit)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    /** To as many digits as its limits have. */
    public String meanText() {
        return plain(rounded(mean));
    }

    /** To two digits. */
    public String sigmaText() {
        return plain(BigDecimal.valueOf(sigma).round(new MathContext(2)).doubleValue());
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number)
                .round(new MathContext(MOST_DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    }
}
