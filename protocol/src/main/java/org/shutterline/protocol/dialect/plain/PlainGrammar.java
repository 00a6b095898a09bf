package org.shutterline.protocol.dialect.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Reads the text of a line, and says of every text whether it is one: it throws for none. */
final class PlainGrammar {
    private static final int MAX_VERB = 16;
    private static final int MAX_STATION = 2;
    private static final int MAX_TAG = 64;

    private PlainGrammar() {}

    /** Empty if the line is not of the grammar. */
    static Optional<PlainRequest> request(String line) {
        return fields(line).flatMap(fields -> request(line, fields));
    }

    private static Optional<PlainRequest> request(String line, List<String> fields) {
        String head = fields.get(0);
        int verbEnd = letters(head);
        int stationEnd = digits(head, verbEnd);
        if (verbEnd == 0 || verbEnd > MAX_VERB || stationEnd - verbEnd > MAX_STATION || !isPlain(line, head)) {
            return Optional.empty();
        }
        Optional<String> tag = Optional.empty();
        if (stationEnd < head.length()) {
            String text = head.substring(stationEnd + 1);
            if (head.charAt(stationEnd) != '#' || !isTag(text)) {
                return Optional.empty();
            }
            tag = Optional.of(text);
        }
        return Optional.of(new PlainRequest(
                upper(head, verbEnd), head.substring(verbEnd, stationEnd), tag, fields.subList(1, fields.size())));
    }

    /** The first field may be neither quoted nor escaped: it stands in the line as it is, after blanks only. */
    private static boolean isPlain(String line, String head) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return line.startsWith(head, at);
    }

    /** 1 to 64 of A-Z a-z 0-9 . _ : - */
    static boolean isTag(String text) {
        return isOf(text, MAX_TAG, PlainGrammar::isTagCharacter);
    }

    /** 1 to {@code most} characters that are all of a set. */
    static boolean isOf(String text, int most, IntPredicate set) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (!set.test(text.charAt(i))) {
                return false;
            }
        }
        return length > 0 && length <= most;
    }

    /**
     * The fields of a line, unquoted and unescaped, at least one; empty if a quote, an escape or a control character is
     * where it may not be.
     */
    static Optional<List<String>> fields(String line) {
        List<String> fields = new ArrayList<>(4);
        int at = 0;
        while (at >= 0 && at <= line.length()) {
            at = field(line, skipBlanks(line, at), fields);
        }
        return at < 0 ? Optional.empty() : Optional.of(fields);
    }

    /** Reads one field; gives where the next one begins, past the end if there is none, or -1. */
    private static int field(String line, int from, List<String> fields) {
        boolean quoted = from < line.length() && line.charAt(from) == '"';
        StringBuilder text = null;
        int at = quoted ? quotedEnd(line, from) : plainEnd(line, from);
        if (at < 0) {
            return -1;
        }
        int textFrom = quoted ? from + 1 : from;
        int textTo = quoted ? at - 1 : withoutBlanks(line, from, at);
        for (int i = textFrom; i < textTo; i++) {
            char c = line.charAt(i);
            if (Character.isISOControl(c)) {
                return -1;
            }
            if (c != '\\' && c != '"') {
                if (text != null) {
                    text.append(c);
                }
                continue;
            }
            if (text == null) {
                text = new StringBuilder(textTo - textFrom).append(line, textFrom, i);
            }
            i = c == '"' ? doubled(text, i) : PlainEscapes.read(line, i, textTo, text);
            if (i < 0) {
                return -1;
            }
        }
        if (text != null && !PlainEscapes.isWhole(text)) {
            return -1;
        }
        fields.add(text == null ? line.substring(textFrom, textTo) : text.toString());
        int after = skipBlanks(line, at);
        return after == line.length() ? after + 1 : line.charAt(after) == ',' ? after + 1 : -1;
    }

    private static int doubled(StringBuilder text, int at) {
        text.append('"');
        return at + 1;
    }

    /** Behind the closing quote, or -1. */
    private static int quotedEnd(String line, int from) {
        for (int i = from + 1; i < line.length(); i++) {
            if (line.charAt(i) == '"') {
                if (i + 1 == line.length() || line.charAt(i + 1) != '"') {
                    return i + 1;
                }
                i++;
            }
        }
        return -1;
    }

    /** At the comma or the end of the line, or -1 if there is a quote. */
    private static int plainEnd(String line, int from) {
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == ',') {
                return i;
            }
            if (c == '"') {
                return -1;
            }
        }
        return line.length();
    }

    private static int withoutBlanks(String line, int from, int to) {
        int end = to;
        while (end > from && line.charAt(end - 1) == ' ') {
            end--;
        }
        return end;
    }

    private static int skipBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static int letters(String head) {
        int at = 0;
        while (at < head.length() && isLetter(head.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int digits(String head, int from) {
        int at = from;
        while (at < head.length() && isDigit(head.charAt(at))) {
            at++;
        }
        return at;
    }

    /** By ASCII rules, whatever the locale. */
    private static String upper(String head, int end) {
        char[] letters = new char[end];
        for (int i = 0; i < end; i++) {
            char c = head.charAt(i);
            letters[i] = c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
        }
        return new String(letters);
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isTagCharacter(int c) {
        return isLetter(c) || isDigit(c) || c == '.' || c == '_' || c == ':' || c == '-';
    }
}
