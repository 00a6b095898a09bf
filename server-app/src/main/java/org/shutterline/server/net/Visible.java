package org.shutterline.server.net;

/** Makes what a peer sent fit for a log or a screen: what is not a printable ASCII character is written out. */
public final class Visible {
    private Visible() {}

    /** {@code \r \n \t \0 \xHH}, beyond ASCII {@code \}{@code uHHHH}, a backslash as {@code \\}. */
    public static String text(String sent) {
        StringBuilder shown = new StringBuilder(sent.length() + 8);
        sent.chars().forEach(character -> append(shown, (char) character));
        return shown.toString();
    }

    private static void append(StringBuilder shown, char character) {
        switch (character) {
            case '\r' -> shown.append("\\r");
            case '\n' -> shown.append("\\n");
            case '\t' -> shown.append("\\t");
            case '\0' -> shown.append("\\0");
            case '\\' -> shown.append("\\\\");
            default -> {
                if (character >= ' ' && character < 127) {
                    shown.append(character);
                } else {
                    shown.append(String.format(character < 256 ? "\\x%02x" : "\\u%04x", (int) character));
                }
            }
        }
    }
}
