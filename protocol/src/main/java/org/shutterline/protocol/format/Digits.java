package org.shutterline.protocol.format;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as peers write them in commands: zeros before them or not, a plus sign or not. */
public final class Digits {
    private Digits() {}

    /** A whole number without a sign, within these bounds. */
    public static Optional<Integer> whole(String text, int low, int high) {
        if (!text.matches("\\d{1,9}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(text);
        return number >= low && number <= high ? Optional.of(number) : Optional.empty();
    }

    /** Without a plus sign and without zeros before it; empty if it is no number of up to 15 digits and 9 decimals. */
    public static Optional<String> plain(String text) {
        return text.matches("[+-]?\\d{1,15}(\\.\\d{0,9})?")
                ? Optional.of(new BigDecimal(text).toPlainString())
                : Optional.empty();
    }

    /** With zeros before it up to so many characters. */
    public static String padded(String number, int characters) {
        return "0".repeat(Math.max(0, characters - number.length())) + number;
    }
}
