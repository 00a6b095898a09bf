package org.shutterline.server.watch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the value of a key ends. What is not plainly the end of it belongs to it. */
final class SecretValue {
    private static final Pattern QUOTED = Pattern.compile(
            "(?:\"(?:[^\"\\\\]++|\\\\.)*+\"|'(?:[^']++|'')*+')" + "(?=[ \\t]*+(?:[,}\\]&;#\\r\\n]|\\z))",
            Pattern.DOTALL);

    private static final Pattern LINE = Pattern.compile("[^\\r\\n]*+");

    private static final Pattern IN_QUERY = Pattern.compile("[^&\\r\\n\"]*+");

    /** Up to the next key or the end of the braces. */
    private static final Pattern IN_BRACES =
            Pattern.compile("[^}\\r\\n]*?(?=[ \\t]*+(?:,[ \\t]*+[\"']?[\\w.-]++[\"']?[ \\t]*+:|[}\\r\\n]|\\z))");

    private static final Pattern BEGIN_OF_LINE = Pattern.compile("[ \\t]*+(?:-[ \\t]++)*+[\"']?");

    private final String text;

    SecretValue(String text) {
        this.text = text;
    }

    int endInQuery(int value) {
        return end(IN_QUERY, value);
    }

    /** @param key where the key begins */
    int end(int key, int value) {
        int quoted = end(QUOTED, value);
        if (quoted > value) {
            return quoted;
        }
        int line = begin(key);
        boolean opens = value < text.length() && "[{".indexOf(text.charAt(value)) >= 0;
        if (!opens && text.charAt(sign(key, value)) == ':' && isInBraces(line, key)) {
            return end(IN_BRACES, value);
        }
        int end = end(LINE, value);
        Matcher begin = BEGIN_OF_LINE.matcher(text).region(line, key);
        return begin.matches() ? endOfBlock(end, key - line, end == value) : end;
    }

    /** Where the colon or the sign is. */
    private int sign(int key, int value) {
        int at = value - 1;
        while (at > key && ":=".indexOf(text.charAt(at)) < 0) {
            at--;
        }
        return at;
    }

    private int begin(int at) {
        int begin = at;
        while (begin > 0 && "\r\n".indexOf(text.charAt(begin - 1)) < 0) {
            begin--;
        }
        return begin;
    }

    private boolean isInBraces(int from, int to) {
        int open = 0;
        for (int at = from; at < to; at++) {
            char next = text.charAt(at);
            open += next == '{' ? 1 : next == '}' ? -1 : 0;
        }
        return open > 0;
    }

    /** Lines further in than the key are of its value, and a list that stands right below it. */
    private int endOfBlock(int endOfLine, int column, boolean isEmpty) {
        int end = endOfLine;
        int next = afterBreak(end);
        while (next > 0) {
            int inner = next;
            while (inner < text.length() && " \t".indexOf(text.charAt(inner)) >= 0) {
                inner++;
            }
            int endOfNext = end(LINE, next);
            boolean blank = inner == endOfNext;
            boolean item = isEmpty && inner - next == column && text.startsWith("- ", inner);
            if (!blank && inner - next <= column && !item) {
                return end;
            }
            end = blank ? end : endOfNext;
            next = afterBreak(endOfNext);
        }
        return end;
    }

    /** Where the line behind this end begins, 0 if there is none. */
    private int afterBreak(int end) {
        if (end >= text.length()) {
            return 0;
        }
        int next = text.startsWith("\r\n", end) ? end + 2 : end + 1;
        return next < text.length() ? next : 0;
    }

    private int end(Pattern pattern, int from) {
        Matcher matcher = pattern.matcher(text).region(from, text.length());
        return matcher.lookingAt() ? matcher.end() : from;
    }
}
