package org.shutterline.server.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes a tree as YAML for people: short groups in one line, as in {@code region: {x: 181, y: 237}}, the rest
 * indented. What it writes reads back equal.
 */
public final class YamlText {
    private static final int WIDTH = 100;
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}0-9_./-]*( [\\p{L}0-9_./()-]+)*");

    /** Words that YAML, in one version or another, takes for something else than a text. */
    private static final Set<String> TAKEN =
            Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf");

    private final StringBuilder text = new StringBuilder();

    private YamlText() {}

    public static String of(Map<String, Object> tree) {
        YamlText written = new YamlText();
        written.map(tree, "", "");
        return tree.isEmpty() ? "{}\n" : written.text.toString();
    }

    /** A value as it would stand in one line, however long. */
    public static String inOneLine(Object value) {
        return value instanceof String text ? text : flow(value);
    }

    private void map(Map<?, ?> map, String first, String indent) {
        String before = first;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            text.append(before).append(key(entry.getKey())).append(':');
            value(entry.getValue(), indent + "  ", text.length() - text.lastIndexOf("\n"));
            before = indent;
        }
    }

    private void value(Object value, String indent, int column) {
        if (isShort(value, column)) {
            text.append(' ').append(flow(value)).append('\n');
        } else if (value instanceof Map<?, ?> map) {
            text.append('\n');
            map(map, indent, indent);
        } else if (value instanceof List<?> list) {
            text.append('\n');
            list.forEach(item -> item(item, indent));
        }
    }

    private void item(Object item, String indent) {
        text.append(indent).append('-');
        if (isShort(item, indent.length())) {
            text.append(' ').append(flow(item)).append('\n');
        } else if (item instanceof Map<?, ?> map) {
            map(map, " ", indent + "  ");
        } else {
            value(item, indent + "  ", indent.length());
        }
    }

    private static boolean isShort(Object value, int column) {
        if (isEmpty(value)) {
            return true;
        }
        return height(value) <= 2
                && !isListOfMaps(value)
                && column + flow(value).length() < WIDTH;
    }

    /** Nothing in it, or no group at all: nothing that could be indented. */
    private static boolean isEmpty(Object value) {
        return value instanceof Map<?, ?> map ? map.isEmpty() : !(value instanceof List<?> list) || list.isEmpty();
    }

    private static boolean isListOfMaps(Object value) {
        return value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance);
    }

    /** 0 of a scalar. */
    private static int height(Object value) {
        if (value instanceof Map<?, ?> map) {
            return 1 + map.values().stream().mapToInt(YamlText::height).max().orElse(0);
        }
        return value instanceof List<?> list
                ? 1 + list.stream().mapToInt(YamlText::height).max().orElse(0)
                : 0;
    }

    private static String flow(Object value) {
        StringBuilder line = new StringBuilder();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> line.append(line.length() == 0 ? "" : ", ")
                    .append(key(key))
                    .append(": ")
                    .append(flow(inner)));
            return "{" + line + "}";
        }
        if (value instanceof List<?> list) {
            list.forEach(inner -> line.append(line.length() == 0 ? "" : ", ").append(flow(inner)));
            return "[" + line + "]";
        }
        return scalar(value);
    }

    /** A key is a text whatever it looks like, as {@code y} does. */
    private static String key(Object key) {
        return PLAIN.matcher(String.valueOf(key)).matches() ? String.valueOf(key) : quoted(String.valueOf(key));
    }

    private static String scalar(Object value) {
        if (!(value instanceof String word)) {
            return String.valueOf(value);
        }
        boolean plain = PLAIN.matcher(word).matches() && !TAKEN.contains(word.toLowerCase(java.util.Locale.ROOT));
        return plain ? word : quoted(word);
    }

    private static String quoted(String word) {
        StringBuilder quoted = new StringBuilder("\"");
        word.codePoints().forEach(point -> {
            if (point == '"' || point == '\\') {
                quoted.append('\\').appendCodePoint(point);
            } else if (isPrintable(point)) {
                quoted.appendCodePoint(point);
            } else {
                quoted.append(String.format("\\u%04x", point));
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isPrintable(int point) {
        return point >= 0x20 && point < 0x7f
                || point >= 0xa0 && point != 0x2028 && point != 0x2029 && point != 0xfeff && point < 0xd800
                || point >= 0xe000 && point < 0xfffe && point != 0xfeff
                || point > 0xffff;
    }
}
