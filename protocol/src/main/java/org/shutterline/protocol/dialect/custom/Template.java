package org.shutterline.protocol.dialect.custom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Text with fields in braces; {@code {{} and {@code }}} are braces. Written by filling the fields, read by finding the texts
 * between them, where each field is as short as it can be.
 *
 * @param written as the settings have it
 * @param texts before, between and after the fields: one more than there are fields
 */
record Template(String written, List<String> texts, List<Field> fields) {
    static final Template NONE = new Template("", List.of(""), List.of());

    /** @throws IllegalArgumentException with what is wrong, as the end of a sentence */
    static Template of(String written) {
        List<String> texts = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            boolean brace = c == '{' || c == '}';
            if (brace && i + 1 < written.length() && written.charAt(i + 1) == c) {
                text.append(c);
                i++;
            } else if (c == '{') {
                int end = written.indexOf('}', i);
                String name = end < 0 ? written.substring(i + 1) : written.substring(i + 1, end);
                fields.add(Field.read(name)
                        .filter(field -> end >= 0)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "expected {name} or {name|width}, found '{" + name + (end < 0 ? "'" : "}'"))));
                texts.add(text.toString());
                text.setLength(0);
                i = end;
            } else if (c == '}') {
                throw new IllegalArgumentException("expected }} for a brace, found '" + written + "'");
            } else {
                text.append(c);
            }
        }
        texts.add(text.toString());
        return new Template(written, List.copyOf(texts), List.copyOf(fields));
    }

    boolean isEmpty() {
        return written.isEmpty();
    }

    boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }

    /** Whether two fields stand side by side and the first has no width, so that nobody can say where it ends. */
    boolean isRunTogether() {
        for (int i = 0; i + 1 < fields.size(); i++) {
            if (texts.get(i + 1).isEmpty() && fields.get(i).width() == 0) {
                return true;
            }
        }
        return false;
    }

    String fill(Function<Field, String> filling) {
        StringBuilder line = new StringBuilder(texts.get(0));
        for (int i = 0; i < fields.size(); i++) {
            line.append(filling.apply(fields.get(i))).append(texts.get(i + 1));
        }
        return line.toString();
    }

    /**
     * What stands in the fields; of two of the same name the last. Takes time in proportion to the line, for each field is
     * as wide as it says, or as short as it can be, which finds a way to read it if there is one.
     *
     * @param least how many characters a field without a width has at least
     * @param anyCase whether upper and lower case are the same
     */
    Optional<Map<String, String>> read(String line, int least, boolean anyCase) {
        if (!line.regionMatches(anyCase, 0, texts.get(0), 0, texts.get(0).length())) {
            return Optional.empty();
        }
        int from = texts.get(0).length();
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            String after = texts.get(i + 1);
            int width = fields.get(i).width();
            boolean last = i == fields.size() - 1;
            int at = width > 0
                    ? from + width
                    : last ? line.length() - after.length() : find(line, after, from + least, anyCase);
            boolean fits = at >= from + (width > 0 ? width : least)
                    && line.regionMatches(anyCase, at, after, 0, after.length());
            if (!fits) {
                return Optional.empty();
            }
            found.put(fields.get(i).name(), line.substring(from, at));
            from = at + after.length();
        }
        return from == line.length() ? Optional.of(found) : Optional.empty();
    }

    private static int find(String line, String text, int from, boolean anyCase) {
        for (int at = from; at + text.length() <= line.length(); at++) {
            if (line.regionMatches(anyCase, at, text, 0, text.length())) {
                return at;
            }
        }
        return -1;
    }
}
