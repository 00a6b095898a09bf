package org.shutterline.server.jobs;

import java.math.BigDecimal;
import java.util.Map;
import org.shutterline.server.settings.YamlText;

/** Values of a job as people read them. */
final class Shown {
    private static final int LONGEST = 60;

    private Shown() {}

    /** Nothing shows as an empty text. */
    static String of(Object value) {
        if (value == null) {
            return "";
        }
        String text = value instanceof Number number ? plain(number).toPlainString() : YamlText.inOneLine(value);
        return text.length() > LONGEST ? text.substring(0, LONGEST - 3) + "..." : text;
    }

    /** The first of two, with as many decimals as both need: 5.10 beside 5.12. */
    static String beside(Object value, Object other) {
        if (value instanceof Number one && other instanceof Number two) {
            BigDecimal exact = plain(one);
            return exact.setScale(Math.max(exact.scale(), plain(two).scale())).toPlainString();
        }
        return of(value);
    }

    static String bytes(long bytes) {
        return bytes + " bytes";
    }

    /** In place of nothing, for comparing. */
    static Object orEmpty(Object value) {
        return value == null ? Map.of() : value;
    }

    private static BigDecimal plain(Number number) {
        BigDecimal exact = new BigDecimal(number.toString()).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
