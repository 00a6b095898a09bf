package org.shutterline.protocol.dialect.custom;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How wide a field is, as {@code +08.3} or {@code -12} says it.
 *
 * @param plus whether a number that is not negative has a plus sign
 * @param fill {@code 0} before a number, a blank before a number or text, {@code -} for blanks after it
 * @param width in characters; 0 for as many as it needs
 * @param decimals of a number
 */
record Layout(boolean plus, char fill, int width, OptionalInt decimals) {
    private static final Pattern WRITTEN = Pattern.compile("(\\+?)([-0]?)(\\d{0,3})(?:\\.(\\d))?");
    private static final char LEFT = '-';

    /** As it is. */
    static final Layout PLAIN = new Layout(false, ' ', 0, OptionalInt.empty());

    static Optional<Layout> read(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (written.isEmpty() || !matcher.matches()) {
            return Optional.empty();
        }
        String fill = matcher.group(2);
        String width = matcher.group(3);
        String decimals = matcher.group(4);
        return Optional.of(new Layout(
                !matcher.group(1).isEmpty(),
                fill.isEmpty() ? ' ' : fill.charAt(0),
                width.isEmpty() ? 0 : Integer.parseInt(width),
                decimals == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(decimals))));
    }

    /** A number; empty if it does not fit, because a part of a number would be another number. */
    Optional<String> number(double number, int ownDecimals) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(decimals.orElse(ownDecimals), RoundingMode.HALF_UP);
        String sign = rounded.signum() < 0 ? "-" : plus ? "+" : "";
        String digits = rounded.abs().toPlainString();
        int room = width - sign.length() - digits.length();
        if (width > 0 && room < 0) {
            return Optional.empty();
        }
        return Optional.of(fill == '0' ? sign + "0".repeat(Math.max(0, room)) + digits : text(sign + digits));
    }

    /** A text, cut at its end where it is too long. */
    String text(String text) {
        if (width == 0 || text.length() == width) {
            return text;
        }
        if (text.length() > width) {
            return text.substring(0, width);
        }
        String blanks = " ".repeat(width - text.length());
        return fill == LEFT ? text + blanks : blanks + text;
    }

    /** The word for what is missing, as often as it fits; as it is where there is no width. */
    String missing(String word) {
        return width == 0 || word.isEmpty()
                ? text(word)
                : word.repeat(width / word.length() + 1).substring(0, width);
    }
}
