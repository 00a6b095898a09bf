package org.shutterline.server.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The lines of a settings file in which a list stands, such as its stations, so that one item is changed and every other
 * line stays as somebody wrote it. It knows the usual way to write them, a block by indentation; whoever uses it reads the
 * outcome and compares.
 */
final class ListLines {
    private static final Pattern ITEM = Pattern.compile("( *)-( +.*|)");

    private final String list;
    private final List<String> lines;
    private final String lineEnd;

    private ListLines(String list, List<String> lines, String lineEnd) {
        this.list = list;
        this.lines = lines;
        this.lineEnd = lineEnd;
    }

    /** @param list the key of the list: {@code stations} */
    static ListLines of(String list, String text) {
        return new ListLines(list, new ArrayList<>(text.lines().toList()), text.contains("\r\n") ? "\r\n" : "\n");
    }

    /** With another group under a key of one item, which is new there or takes the place of one; empty if its lines are not found. */
    Optional<String> withGroup(int index, String key, Map<String, Object> group) {
        List<Integer> items = items();
        if (index >= items.size()) {
            return Optional.empty();
        }
        int first = items.get(index);
        int end = endOf(items, index);
        int column = columnOfKeys(first, end);
        OptionalInt at = IntStream.range(first, end)
                .filter(line -> isKey(line, first, column, key + ":"))
                .findFirst();
        List<String> written = written(Map.of(key, group), " ".repeat(column));
        if (at.isEmpty()) {
            int after = lastContent(first, end) + 1;
            return Optional.of(replaced(after, after, written));
        }
        int last = lastOfBlock(at.getAsInt(), end, column);
        written.set(
                0,
                lines.get(at.getAsInt()).substring(0, column) + written.get(0).substring(column));
        return Optional.of(replaced(at.getAsInt(), last + 1, written));
    }

    /** With another item in the place of one, however that was written; empty if its lines are not found. */
    Optional<String> withItem(int index, Map<String, Object> item) {
        List<Integer> items = items();
        if (index >= items.size()) {
            return Optional.empty();
        }
        int first = items.get(index);
        return Optional.of(replaced(first, lastContent(first, endOf(items, index)) + 1, asItem(item, indent(first))));
    }

    /** Without one item; what stands between it and the others stays. Empty if its lines are not found. */
    Optional<String> withoutItem(int index) {
        List<Integer> items = items();
        if (index >= items.size()) {
            return Optional.empty();
        }
        int first = items.get(index);
        return Optional.of(replaced(first, lastContent(first, endOf(items, index)) + 1, List.of()));
    }

    /** With one item more, after the last; empty if the list is not found. */
    Optional<String> withItem(Map<String, Object> item) {
        OptionalInt head = head();
        if (head.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> items = items();
        List<String> written = asItem(item, items.isEmpty() ? 2 : indent(items.get(0)));
        if (items.isEmpty()) {
            written.add(0, list + ":");
            return Optional.of(replaced(head.getAsInt(), head.getAsInt() + 1, written));
        }
        int after = lastContent(items.get(items.size() - 1), endOfList(items.get(0))) + 1;
        return Optional.of(replaced(after, after, written));
    }

    private static List<String> asItem(Map<String, Object> item, int column) {
        String indent = " ".repeat(column);
        List<String> written = written(item, indent + "  ");
        written.set(0, indent + "- " + written.get(0).substring(indent.length() + 2));
        return written;
    }

    private int endOf(List<Integer> items, int index) {
        return index + 1 < items.size() ? items.get(index + 1) : endOfList(items.get(0));
    }

    private OptionalInt head() {
        Pattern begin = Pattern.compile(Pattern.quote(list) + ":\\s*(\\[\\s*]\\s*)?(#.*)?");
        return IntStream.range(0, lines.size())
                .filter(line -> begin.matcher(lines.get(line)).matches())
                .findFirst();
    }

    /** The first lines of all items. */
    private List<Integer> items() {
        OptionalInt head = head();
        if (head.isEmpty()) {
            return List.of();
        }
        OptionalInt first = IntStream.range(head.getAsInt() + 1, lines.size())
                .filter(this::isContent)
                .findFirst();
        if (first.isEmpty() || !ITEM.matcher(lines.get(first.getAsInt())).matches()) {
            return List.of();
        }
        int indent = indent(first.getAsInt());
        return IntStream.range(first.getAsInt(), endOfList(first.getAsInt()))
                .filter(line -> isContent(line) && indent(line) == indent)
                .boxed()
                .toList();
    }

    private int endOfList(int first) {
        int indent = indent(first);
        return IntStream.range(first, lines.size())
                .filter(this::isContent)
                .filter(line -> indent(line) < indent
                        || indent(line) == indent
                                && !ITEM.matcher(lines.get(line)).matches())
                .findFirst()
                .orElse(lines.size());
    }

    /** Where the keys of an item begin. */
    private int columnOfKeys(int first, int end) {
        Matcher item = ITEM.matcher(lines.get(first));
        String after = item.matches() ? item.group(2) : "";
        if (!after.isBlank()) {
            return indent(first) + 1 + (after.length() - after.stripLeading().length());
        }
        return IntStream.range(first + 1, end)
                .filter(this::isContent)
                .map(this::indent)
                .findFirst()
                .orElse(indent(first) + 2);
    }

    private boolean isKey(int line, int first, int column, String key) {
        String text = lines.get(line);
        boolean there = line == first || indent(line) == column;
        return there && text.length() > column && text.startsWith(key, column);
    }

    private int lastOfBlock(int from, int end, int column) {
        int stop = IntStream.range(from + 1, end)
                .filter(line -> isContent(line) && indent(line) <= column)
                .findFirst()
                .orElse(end);
        return lastContent(from, stop);
    }

    private int lastContent(int from, int end) {
        return IntStream.range(from, end).filter(this::isContent).max().orElse(from);
    }

    private boolean isContent(int line) {
        String text = lines.get(line).strip();
        return !text.isEmpty() && !text.startsWith("#");
    }

    private int indent(int line) {
        String text = lines.get(line);
        return text.length() - text.stripLeading().length();
    }

    private static List<String> written(Map<String, Object> tree, String indent) {
        List<String> written = new ArrayList<>();
        YamlText.of(tree).lines().forEach(line -> written.add(indent + line));
        return written;
    }

    private String replaced(int from, int to, List<String> by) {
        List<String> all = new ArrayList<>(lines.subList(0, from));
        all.addAll(by);
        all.addAll(lines.subList(to, lines.size()));
        return String.join(lineEnd, all) + lineEnd;
    }
}
