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
 * The lines of a settings file in which its stations stand, so that one of them is changed and every other line stays as
 * somebody wrote it. It knows the usual way to write them, a block by indentation; whoever uses it reads the outcome and
 * compares.
 */
final class StationLines {
    private static final Pattern STATIONS = Pattern.compile("stations:\\s*(\\[\\s*]\\s*)?(#.*)?");
    private static final Pattern ITEM = Pattern.compile("( *)-( +.*|)");

    private final List<String> lines;
    private final String lineEnd;

    private StationLines(List<String> lines, String lineEnd) {
        this.lines = lines;
        this.lineEnd = lineEnd;
    }

    static StationLines of(String text) {
        return new StationLines(new ArrayList<>(text.lines().toList()), text.contains("\r\n") ? "\r\n" : "\n");
    }

    /** With another camera for one station; empty if its lines are not found. */
    Optional<String> withCamera(int index, Map<String, Object> camera) {
        List<Integer> items = items();
        if (index >= items.size()) {
            return Optional.empty();
        }
        int first = items.get(index);
        int end = index + 1 < items.size() ? items.get(index + 1) : endOfStations(items.get(0));
        int column = columnOfKeys(first, end);
        OptionalInt at = IntStream.range(first, end)
                .filter(line -> isKey(line, first, column, "camera:"))
                .findFirst();
        if (at.isEmpty()) {
            return Optional.empty();
        }
        int last = lastOfBlock(at.getAsInt(), end, column);
        List<String> written = written(Map.of("camera", camera), " ".repeat(column));
        written.set(
                0,
                lines.get(at.getAsInt()).substring(0, column) + written.get(0).substring(column));
        return Optional.of(replaced(at.getAsInt(), last + 1, written));
    }

    /** With one station more, after the last; empty if the list is not found. */
    Optional<String> withStation(Map<String, Object> station) {
        OptionalInt head = head();
        if (head.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> items = items();
        String indent = items.isEmpty() ? "  " : " ".repeat(indent(items.get(0)));
        List<String> written = written(station, indent + "  ");
        written.set(0, indent + "- " + written.get(0).substring(indent.length() + 2));
        if (items.isEmpty()) {
            written.add(0, "stations:");
            return Optional.of(replaced(head.getAsInt(), head.getAsInt() + 1, written));
        }
        int after = lastContent(items.get(items.size() - 1), endOfStations(items.get(0))) + 1;
        return Optional.of(replaced(after, after, written));
    }

    private OptionalInt head() {
        return IntStream.range(0, lines.size())
                .filter(line -> STATIONS.matcher(lines.get(line)).matches())
                .findFirst();
    }

    /** The first lines of all stations. */
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
        return IntStream.range(first.getAsInt(), endOfStations(first.getAsInt()))
                .filter(line -> isContent(line) && indent(line) == indent)
                .boxed()
                .toList();
    }

    private int endOfStations(int first) {
        int indent = indent(first);
        return IntStream.range(first, lines.size())
                .filter(this::isContent)
                .filter(line -> indent(line) < indent
                        || indent(line) == indent
                                && !ITEM.matcher(lines.get(line)).matches())
                .findFirst()
                .orElse(lines.size());
    }

    /** Where the keys of a station begin. */
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
