package org.shutterline.server.station;

import java.util.OptionalDouble;

/**
 * Between which numbers a value passes, both included.
 *
 * @param low in the unit of the output
 * @param high likewise
 */
public record Limits(OptionalDouble low, OptionalDouble high) {
    /** Everything passes. */
    public static final Limits NONE = new Limits(OptionalDouble.empty(), OptionalDouble.empty());

    boolean isTooSmall(double number) {
        return low.isPresent() && number < low.getAsDouble();
    }

    boolean isTooLarge(double number) {
        return high.isPresent() && number > high.getAsDouble();
    }
}
