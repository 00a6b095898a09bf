package org.shutterline.look;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/** The limits of a value, in words and as places on a limit bar. */
record Limits(OptionalDouble low, OptionalDouble high, int decimals) {
    private static final double FIRST_TICK = 0.25;
    private static final double MIDDLE = 0.5;

    /** Where a value stands on the bar, 0 to 1: the allowed range is the middle half, beyond the ends it stops. */
    double place(double value) {
        return Math.max(0, Math.min(1, raw(value)));
    }

    private double raw(double value) {
        if (low.isPresent() && high.isPresent()) {
            return FIRST_TICK + MIDDLE * part(value - low.getAsDouble(), high.getAsDouble() - low.getAsDouble());
        }
        if (low.isPresent()) {
            return FIRST_TICK + MIDDLE * part(value - low.getAsDouble(), span(low.getAsDouble()));
        }
        if (high.isPresent()) {
            return FIRST_TICK + MIDDLE + MIDDLE * part(value - high.getAsDouble(), span(high.getAsDouble()));
        }
        return MIDDLE;
    }

    /** With equal limits, anything but the limit itself is far out. */
    private static double part(double distance, double range) {
        return distance == 0 ? 0 : distance / Math.max(range, 1e-12);
    }

    /** A lone limit sets the scale by its own size. */
    private static double span(double limit) {
        return limit == 0 ? 1 : Math.abs(limit);
    }

    /** The start of the allowed part of the bar. */
    double from() {
        return low.isPresent() ? FIRST_TICK : 0;
    }

    /** The end of the allowed part of the bar. */
    double to() {
        return high.isPresent() ? FIRST_TICK + MIDDLE : 1;
    }

    boolean none() {
        return low.isEmpty() && high.isEmpty();
    }

    boolean outside(double value) {
        return low.isPresent() && value < low.getAsDouble() || high.isPresent() && value > high.getAsDouble();
    }

    /** "4.90 to 5.10", "at least 4.90". */
    String words() {
        if (low.isPresent() && high.isPresent()) {
            return LookWords.text("row.between", fixed(low.getAsDouble()), fixed(high.getAsDouble()));
        }
        if (low.isPresent()) {
            return LookWords.text("row.atLeast", fixed(low.getAsDouble()));
        }
        return high.isPresent()
                ? LookWords.text("row.atMost", fixed(high.getAsDouble()))
                : LookWords.text("row.noLimit");
    }

    /** "0.06 below 4.90"; the limits themselves for a value inside. */
    String distance(double value) {
        if (low.isPresent() && value < low.getAsDouble()) {
            return LookWords.text("row.below", apart(low.getAsDouble(), value), fixed(low.getAsDouble()));
        }
        if (high.isPresent() && value > high.getAsDouble()) {
            return LookWords.text("row.above", apart(value, high.getAsDouble()), fixed(high.getAsDouble()));
        }
        return words();
    }

    /** With as many decimals more as it takes not to say "0.00 below". */
    private String apart(double larger, double smaller) {
        double distance = new BigDecimal(Double.toString(larger))
                .subtract(new BigDecimal(Double.toString(smaller)))
                .doubleValue();
        int shown = decimals;
        while (shown < 9 && new BigDecimal(fixed(distance, shown)).signum() == 0) {
            shown++;
        }
        return fixed(distance, shown);
    }

    /** A limit is written with the value's decimals, or with more where rounding would change it. */
    private String fixed(double limit) {
        int own = Math.max(0, BigDecimal.valueOf(limit).stripTrailingZeros().scale());
        return fixed(limit, Math.max(decimals, Math.min(own, decimals + 2)));
    }

    /** A number with a decimal point and fixed decimals, as on the wire. */
    static String fixed(double number, int decimals) {
        return new BigDecimal(Double.toString(number))
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
