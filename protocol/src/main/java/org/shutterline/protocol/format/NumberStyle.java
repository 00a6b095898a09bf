package org.shutterline.protocol.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a number is written.
 *
 * @param plus whether a number that is not negative has a plus sign
 * @param digits how many characters stand before the point, without the sign; 0 for as many as it needs
 * @param decimals 0 to 9; empty for those of the value
 * @param pad what fills up {@code digits}: {@code 0}, or a blank before the sign
 */
public record NumberStyle(boolean plus, int digits, OptionalInt decimals, char pad) {
    /**
     * The number as this style writes it, rounded half up.
     *
     * @param ownDecimals those of the value
     * @return empty if it has more digits than there is room for, because a part of a number would be another number
     */
    public Optional<String> text(double number, int ownDecimals) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(decimals.orElse(ownDecimals), RoundingMode.HALF_UP);
        String all = rounded.abs().toPlainString();
        int point = all.indexOf('.') < 0 ? all.length() : all.indexOf('.');
        String sign = rounded.signum() < 0 ? "-" : plus ? "+" : "";
        if (digits == 0) {
            return Optional.of(sign + all);
        }
        if (point > digits) {
            return Optional.empty();
        }
        String fill = String.valueOf(pad).repeat(digits - point);
        return Optional.of(pad == '0' ? sign + fill + all : fill + sign + all);
    }

    /** How many characters each number has, with its sign; empty if they differ. */
    OptionalInt width() {
        if (digits == 0 || decimals.isEmpty()) {
            return OptionalInt.empty();
        }
        int fraction = decimals.getAsInt() == 0 ? 0 : decimals.getAsInt() + 1;
        return OptionalInt.of((plus ? 1 : 0) + digits + fraction);
    }
}
