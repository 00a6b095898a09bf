package org.shutterline.protocol.dialect.plain;

import java.nio.charset.CharsetEncoder;
import java.util.HexFormat;

/** Characters that a line may not hold as they are: {@code \r \n \0 \xHH \\} and {@code \}{@code uHHHH}. */
final class PlainEscapes {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PlainEscapes() {}

    /**
     * Reads the escape whose backslash stands at {@code at}.
     *
     * @param to where the field ends
     * @return where its last character stands, or -1 if it is none
     */
    static int read(String line, int at, int to, StringBuilder target) {
        if (at + 1 >= to) {
            return -1;
        }
        switch (line.charAt(at + 1)) {
            case 'r':
                target.append('\r');
                return at + 1;
            case 'n':
                target.append('\n');
                return at + 1;
            case '0':
                target.append('\0');
                return at + 1;
            case '\\':
                target.append('\\');
                return at + 1;
            case 'x':
                return hex(line, at + 2, at + 4, to, target);
            case 'u':
                return hex(line, at + 2, at + 6, to, target);
            default:
                return -1;
        }
    }

    private static int hex(String line, int from, int end, int to, StringBuilder target) {
        if (end > to) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < end; i++) {
            if (!HexFormat.isHexDigit(line.charAt(i))) {
                return -1;
            }
            value = value * 16 + HexFormat.fromHexDigit(line.charAt(i));
        }
        target.append((char) value);
        return end - 1;
    }

    /** No half of a surrogate pair stands alone. */
    static boolean isWhole(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (isHalf(text, i)) {
                return false;
            }
            if (Character.isHighSurrogate(text.charAt(i))) {
                i++;
            }
        }
        return true;
    }

    /** Whether the half of a pair at {@code i} has no other half; {@code i} is not inside a pair. */
    private static boolean isHalf(CharSequence text, int i) {
        char c = text.charAt(i);
        return Character.isLowSurrogate(c)
                || Character.isHighSurrogate(c)
                        && (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1)));
    }

    /** Appends the text so that {@link PlainGrammar} reads it back; characters that the encoding lacks are escaped. */
    static void write(CharSequence text, CharsetEncoder encoder, StringBuilder target) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                target.append("\\\\");
            } else if (c >= ' ' && c < 0x7F) {
                target.append(c);
            } else if (Character.isISOControl(c)) {
                control(c, target);
            } else {
                i = beyondAscii(text, i, encoder, target);
            }
        }
    }

    private static void control(char c, StringBuilder target) {
        switch (c) {
            case '\r' -> target.append("\\r");
            case '\n' -> target.append("\\n");
            case '\0' -> target.append("\\0");
            default -> HEX.toHexDigits(target.append("\\x"), (byte) c);
        }
    }

    private static int beyondAscii(CharSequence text, int i, CharsetEncoder encoder, StringBuilder target) {
        boolean pair = Character.isHighSurrogate(text.charAt(i)) && !isHalf(text, i);
        int end = pair ? i + 2 : i + 1;
        boolean known = pair ? encoder.canEncode(text.subSequence(i, end)) : encoder.canEncode(text.charAt(i));
        for (int k = i; k < end; k++) {
            if (known) {
                target.append(text.charAt(k));
            } else {
                unicode(text.charAt(k), target);
            }
        }
        return end - 1;
    }

    /** {@code \}{@code uHHHH}, which JSON reads as well. */
    static void unicode(char c, StringBuilder target) {
        target.append("\\u")
                .append(HEX.toLowHexDigit(c >> 12))
                .append(HEX.toLowHexDigit(c >> 8))
                .append(HEX.toLowHexDigit(c >> 4))
                .append(HEX.toLowHexDigit(c));
    }
}
