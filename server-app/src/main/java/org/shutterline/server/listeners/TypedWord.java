package org.shutterline.server.listeners;

import java.util.Optional;

/** A text of the wire as people type it: {@code \r \n \t \0 \xHH} stand for what cannot be typed, {@code \\} for a backslash, and {@code ""} for no text at all. */
final class TypedWord {
    private static final String NONE = "\"\"";
    private static final String LETTERS = "rnt0\\";
    private static final String MEANT = "\r\n\t\0\\";
    private static final int HEX = 16;

    private TypedWord() {}

    static String shown(String word) {
        if (word.isEmpty()) {
            return NONE;
        }
        if (word.equals(NONE)) {
            return "\\x22\"";
        }
        StringBuilder shown = new StringBuilder();
        for (int at = 0; at < word.length(); at++) {
            char one = word.charAt(at);
            int letter = MEANT.indexOf(one);
            if (one == ' ' && (at == 0 || at == word.length() - 1)) {
                // a blank at an end is seen by nobody, and lost where text is tidied
                shown.append("\\x20");
            } else if (letter >= 0) {
                shown.append('\\').append(LETTERS.charAt(letter));
            } else if (Character.isISOControl(one)) {
                shown.append(String.format("\\x%02x", (int) one));
            } else {
                shown.append(one);
            }
        }
        return shown.toString();
    }

    /** Empty if something stands behind a backslash that stands for nothing. */
    static Optional<String> read(String typed) {
        if (typed.equals(NONE)) {
            return Optional.of("");
        }
        StringBuilder word = new StringBuilder();
        int at = 0;
        while (at < typed.length()) {
            if (typed.charAt(at) != '\\') {
                word.append(typed.charAt(at));
                at++;
                continue;
            }
            Optional<Character> meant = meant(typed, at + 1);
            if (meant.isEmpty()) {
                return Optional.empty();
            }
            word.append(meant.get().charValue());
            at += typed.charAt(at + 1) == 'x' ? 4 : 2;
        }
        return Optional.of(word.toString());
    }

    private static Optional<Character> meant(String typed, int at) {
        if (at >= typed.length()) {
            return Optional.empty();
        }
        if (typed.charAt(at) == 'x' && at + 2 < typed.length()) {
            int high = Character.digit(typed.charAt(at + 1), HEX);
            int low = Character.digit(typed.charAt(at + 2), HEX);
            return high < 0 || low < 0 ? Optional.empty() : Optional.of((char) (high * HEX + low));
        }
        int letter = LETTERS.indexOf(typed.charAt(at));
        return letter < 0 ? Optional.empty() : Optional.of(MEANT.charAt(letter));
    }
}
