package org.shutterline.protocol.dialect.plain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as the wire has them: decimal point, no grouping, no exponent, no plus sign, no negative zero, never NaN. */
final class Numbers {
    private Numbers() {}

    /** Half-up, trailing zeros kept; empty for what is not a number. */
    static String fixed(double number, int decimals) {
        return Double.isFinite(number) ? rounded(number, decimals).toPlainString() : "";
    }

    /** @param number finite */
    static BigDecimal rounded(double number, int decimals) {
        return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
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
