package org.shutterline.server.terminal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Typed text as bytes: {@code \\r \\n \\t \\0 \\xNN} and {@code \\\\} stand for what cannot be typed; all else is UTF-8. */
final class Escapes {
    private static final int HEX = 16;

    private final String typed;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int at;

    private Escapes(String typed) {
        this.typed = typed;
    }

    /** @throws BadEscape naming the first that stands for nothing */
    static byte[] bytes(String typed) throws BadEscape {
        Escapes escapes = new Escapes(typed);
        while (escapes.at < typed.length()) {
            escapes.next();
        }
        return escapes.bytes.toByteArray();
    }

    private void next() throws BadEscape {
        int point = typed.codePointAt(at);
        if (point == '\\') {
            bytes.write(escaped());
        } else {
            bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            at += Character.charCount(point);
        }
    }

    private int escaped() throws BadEscape {
        char kind = at + 1 < typed.length() ? typed.charAt(at + 1) : ' ';
        if (kind == 'x') {
            return hex();
        }
        int index = "rnt0\\".indexOf(kind);
        if (index < 0) {
            throw bad(2);
        }
        at += 2;
        return "\r\n\t\0\\".charAt(index);
    }

    private int hex() throws BadEscape {
        int value = 0;
        for (int i = at + 2; i < at + 4; i++) {
            int digit = i < typed.length() ? Character.digit(typed.charAt(i), HEX) : -1;
            if (digit < 0) {
                throw bad(4);
            }
            value = value * HEX + digit;
        }
        at += 4;
        return value;
    }

    private BadEscape bad(int length) {
        return new BadEscape(typed.substring(at, Math.min(typed.length(), at + length)), at + 1);
    }
}
