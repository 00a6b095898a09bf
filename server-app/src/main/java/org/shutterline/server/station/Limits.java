package org.shutterline.server.station;

import java.util.OptionalDouble;

/**
 * Between which numbers a value passes, both included, and between which it passes without a warning.
 *
 * @param low in the unit of the output
 * @param high likewise
 * @param warnLow likewise, not below low
 * @param warnHigh likewise, not above high
 */
public record Limits(OptionalDouble low, OptionalDouble high, OptionalDouble warnLow, OptionalDouble warnHigh) {
    /** Everything passes. */
    public static final Limits NONE = new Limits(OptionalDouble.empty(), OptionalDouble.empty());

    /** Without a warn band. */
    public Limits(OptionalDouble low, OptionalDouble high) {
        this(low, high, OptionalDouble.empty(), OptionalDouble.empty());
    }

    boolean isTooSmall(double number) {
        return low.isPresent() && number < low.getAsDouble();
    }

    boolean isTooLarge(double number) {
        return high.isPresent() && number > high.getAsDouble();
    }

    boolean isNearlyTooSmall(double number) {
        return warnLow.isPresent() && number < warnLow.getAsDouble();
    }

    boolean isNearlyTooLarge(double number) {
        return warnHigh.isPresent() && number > warnHigh.getAsDouble();
    }
}
