package org.shutterline.protocol.dialect.plain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as the wire has them: decimal point, no grouping, no exponent, no plus sign, no negative zero, never NaN. */
final class Numbers {
    private static final long[] POWERS = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };
    /** Below this the product of a number and a power of ten is off by less than {@link #CLOSE_TO_HALF}. */
    private static final double SMALL = 1e12;

    private static final double CLOSE_TO_HALF = 1e-3;

    private Numbers() {}

    /**
     * Half-up, trailing zeros kept; empty for what is not a number.
     *
     * @param decimals 0 to 9
     */
    static String fixed(double number, int decimals) {
        if (!Double.isFinite(number)) {
            return "";
        }
        double scaled = Math.abs(number) * POWERS[decimals];
        if (scaled < SMALL && Math.abs(scaled - Math.floor(scaled) - 0.5) > CLOSE_TO_HALF) {
            return text(number < 0, Math.round(scaled), decimals);
        }
        return BigDecimal.valueOf(number)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** The usual case, without the objects that the exact one needs: this is on the way of every trigger. */
    private static String text(boolean negative, long scaled, int decimals) {
        StringBuilder text = new StringBuilder(20);
        if (negative && scaled != 0) {
            text.append('-');
        }
        text.append(scaled / POWERS[decimals]);
        if (decimals > 0) {
            int point = text.length();
            text.append(POWERS[decimals] + scaled % POWERS[decimals]).setCharAt(point, '.');
        }
        return text.toString();
    }

    /** Milliseconds, one decimal. */
    static String ms(double ms) {
        return fixed(ms, 1);
    }

    /** All of its digits, without an exponent. @param number finite */
    static String exact(double number) {
        return number == 0 ? "0" : BigDecimal.valueOf(number).toPlainString();
    }
}
