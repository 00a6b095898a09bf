package org.shutterline.server.tool.external;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.Mark;
import org.shutterline.server.spi.Output;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;

/** Reads what the program answered. What is not as agreed is said, and nothing of that answer counts. */
final class Answers {
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_MARKS = 200;
    private static final int MOST_POINTS = 1_000;

    private final List<Output> outputs;

    /** @param outputs the values that the job declares; others are passed over */
    Answers(List<Output> outputs) {
        this.outputs = outputs;
    }

    Finding read(Map<String, Object> answer, View view) throws ToolException {
        Verdict verdict = verdict(answer);
        String reason = text(answer.getOrDefault("reason", ""), "reason");
        Map<String, Object> values = values(answer.getOrDefault("values", Map.of()));
        values.put(ExternalFactory.VERDICT.name(), verdict.name());
        values.put(ExternalFactory.REASON.name(), reason);
        List<Mark> marks = new ArrayList<>(view.marks());
        for (Object mark : list(answer.getOrDefault("marks", List.of()), "marks", MOST_MARKS)) {
            marks.add(mark(mark, view));
        }
        String why = reason.isEmpty() ? "the program says " + verdict : reason;
        return switch (verdict) {
            case OK -> Finding.of(values, marks);
            case NG -> Finding.of(values, marks).wrong(why);
            case UNKNOWN -> Finding.unknown(why, values, marks);
        };
    }

    private static Verdict verdict(Map<String, Object> answer) throws ToolException {
        Optional<Verdict> verdict = Stream.of(Verdict.values())
                .filter(one -> one.name().equals(answer.get("verdict")))
                .findFirst();
        return verdict.orElseThrow(() -> wrong("a verdict that is OK, NG or UNKNOWN"));
    }

    private Map<String, Object> values(Object raw) throws ToolException {
        if (!(raw instanceof Map<?, ?> said)) {
            throw wrong("values that are an object of names and values");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Output output : outputs) {
            Object value = said.get(output.name());
            if (value != null) {
                values.put(output.name(), value(value, output.name()));
            }
        }
        return values;
    }

    private static Object value(Object raw, String name) throws ToolException {
        if (raw instanceof Boolean) {
            return raw;
        }
        return raw instanceof Number number ? number(number, name) : text(raw, name);
    }

    private static Double number(Object raw, String name) throws ToolException {
        if (raw instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw wrong("a finite number for " + name);
    }

    private static String text(Object raw, String name) throws ToolException {
        if (raw instanceof String text && text.length() <= LONGEST_TEXT) {
            return text.replaceAll("\\p{Cntrl}+", " ");
        }
        throw wrong("a text of at most " + LONGEST_TEXT + " characters for " + name);
    }

    private static List<?> list(Object raw, String name, int most) throws ToolException {
        if (raw instanceof List<?> list && list.size() <= most) {
            return list;
        }
        throw wrong("a list of at most " + most + " for " + name);
    }

    private static Mark mark(Object raw, View view) throws ToolException {
        if (!(raw instanceof Map<?, ?> said)) {
            throw wrong("marks that are objects {kind, points}");
        }
        Overlay.Kind kind = Stream.of(Overlay.Kind.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(said.get("kind")))
                .findFirst()
                .orElseThrow(() -> wrong("a mark whose kind is region, polygon, line, circle, distance or cross"));
        List<Point> points = new ArrayList<>();
        for (Object point : list(said.get("points"), "the points of a mark", MOST_POINTS)) {
            points.add(point(point, view));
        }
        boolean two = kind == Overlay.Kind.CIRCLE || kind == Overlay.Kind.DISTANCE;
        if (points.isEmpty() || two && points.size() != 2) {
            throw wrong("a mark with " + (two ? "two points" : "points"));
        }
        return new Mark(kind, points);
    }

    private static Point point(Object raw, View view) throws ToolException {
        if (raw instanceof List<?> pair && pair.size() == 2) {
            return view.inPicture(number(pair.get(0), "a point"), number(pair.get(1), "a point"));
        }
        throw wrong("points that are [x, y]");
    }

    private static ToolException wrong(String expected) {
        return new ToolException("its program answered not as agreed: expected " + expected);
    }
}
