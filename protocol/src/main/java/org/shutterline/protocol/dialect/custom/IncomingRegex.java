package org.shutterline.protocol.dialect.custom;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression that matches the whole line, with named groups as parts. It gives up, and so does not match, after
 * so many steps that no line of a peer can hold up the others.
 */
final class IncomingRegex implements Incoming {
    private static final Pattern GROUP = Pattern.compile("(?<!\\\\)\\(\\?<([A-Za-z][A-Za-z0-9]*)>");
    private static final int LONGEST_LINE = 1_000;
    private static final int MOST_READS = 200_000;

    private final Pattern pattern;
    private final Set<String> names = new TreeSet<>();

    /** @throws java.util.regex.PatternSyntaxException if it is none, or what looks like a named group in it is none */
    IncomingRegex(String written, boolean anyCase) {
        this.pattern = Pattern.compile(written, anyCase ? Pattern.CASE_INSENSITIVE : 0);
        Matcher groups = GROUP.matcher(written);
        while (groups.find()) {
            String name = groups.group(1);
            names.add(name);
            Pattern.compile(written + "\\k<" + name + ">");
        }
    }

    @Override
    public Optional<Map<String, String>> parts(String line) {
        if (line.length() > LONGEST_LINE) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(new Watched(line, 0, line.length(), new int[] {MOST_READS}));
        try {
            if (!matcher.matches()) {
                return Optional.empty();
            }
        } catch (TooLong | StackOverflowError tooLong) {
            return Optional.empty();
        }
        Map<String, String> parts = new LinkedHashMap<>();
        names.forEach(name -> Optional.ofNullable(matcher.group(name))
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> parts.put(name, text)));
        return Optional.of(parts);
    }

    @Override
    public Set<String> names() {
        return names;
    }

    /** What a regular expression takes cannot be told from it. */
    @Override
    public Optional<String> line(Map<String, String> parts) {
        return Optional.empty();
    }

    @Override
    public Optional<String> only() {
        return Optional.empty();
    }

    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLong() {
            super("the regular expression takes too long", null, false, false);
        }
    }

    /** A text that can be read only so often. */
    private static final class Watched implements CharSequence {
        private final String text;
        private final int start;
        private final int end;
        private final int[] left;

        Watched(String text, int start, int end, int[] left) {
            this.text = text;
            this.start = start;
            this.end = end;
            this.left = left;
        }

        @Override
        public int length() {
            return end - start;
        }

        @Override
        public char charAt(int index) {
            if (left[0]-- <= 0) {
                throw new TooLong();
            }
            return text.charAt(start + index);
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return new Watched(text, start + from, start + to, left);
        }

        @Override
        public String toString() {
            return text.substring(start, end);
        }
    }
}
