package org.shutterline.server.monitor;

/** Turns what {@code net.Visible} wrote out back into control characters and letters, so that line ends can be tagged. */
final class ControlText {
    private ControlText() {}

    /**
     * The text as it was sent. What would be invisible or would turn the text round stays written out, but for control
     * characters, which are tagged wherever they are shown.
     */
    static String of(String written) {
        StringBuilder text = new StringBuilder(written.length());
        int i = 0;
        while (i < written.length()) {
            char c = written.charAt(i);
            if (c != '\\' || i + 1 == written.length()) {
                text.append(c);
                i++;
            } else {
                i += append(text, written, i);
            }
        }
        return text.toString();
    }

    private static int append(StringBuilder text, String written, int at) {
        char kind = written.charAt(at + 1);
        switch (kind) {
            case 'r' -> text.append('\r');
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case '0' -> text.append('\0');
            case '\\' -> text.append('\\');
            case 'x' -> {
                return coded(text, written, at, 2);
            }
            case 'u' -> {
                return coded(text, written, at, 4);
            }
            default -> text.append('\\').append(kind);
        }
        return 2;
    }

    private static int coded(StringBuilder text, String written, int at, int digits) {
        int end = at + 2 + digits;
        if (end > written.length()) {
            text.append(written, at, written.length());
            return written.length() - at;
        }
        char c = (char) Integer.parseInt(written, at + 2, end, 16);
        if (c < ' ' || c == 127 || Character.isLetterOrDigit(c)) {
            text.append(c);
        } else {
            text.append(written, at, end);
        }
        return digits + 2;
    }
}
