package org.shutterline.server.worker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.Mark;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.spi.ToolException;

/** A finding as it goes through the pipe, with every digit of its numbers; or why there is none. */
final class FindingJson {
    private FindingJson() {}

    static Map<String, Object> write(long picture, Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("picture", picture);
        json.put("values", finding.values());
        json.put("marks", finding.marks().stream().map(FindingJson::mark).toList());
        finding.missing().ifPresent(why -> json.put("missing", why));
        finding.wrong().ifPresent(why -> json.put("wrong", why));
        finding.unknown().ifPresent(why -> json.put("unknown", why));
        json.put("expected", finding.expected());
        finding.pose().ifPresent(pose -> json.put("pose", pose(pose)));
        return json;
    }

    static Map<String, Object> failed(long picture, String why) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("picture", picture);
        json.put("failed", why);
        return json;
    }

    private static Map<String, Object> mark(Mark mark) {
        List<Double> points = new ArrayList<>();
        for (Point point : mark.points()) {
            points.add(point.x());
            points.add(point.y());
        }
        return Map.of("kind", mark.kind().name(), "points", points);
    }

    static List<Double> pose(Pose pose) {
        return List.of(pose.a(), pose.b(), pose.dx(), pose.dy());
    }

    /** @throws ToolException if the tool failed, or something else than a worker of this version answered */
    static Finding read(Map<String, Object> json) throws ToolException {
        if (json.get("failed") instanceof String why) {
            throw new ToolException(why);
        }
        try {
            return finding(json);
        } catch (ClassCastException | IllegalArgumentException | IndexOutOfBoundsException odd) {
            throw new ToolException("its worker answered what is no finding", odd);
        }
    }

    private static Finding finding(Map<String, Object> json) {
        Map<String, Object> values = new LinkedHashMap<>();
        group(json, "values").forEach((name, value) -> values.put((String) name, value(value)));
        List<Mark> marks = new ArrayList<>();
        list(json, "marks").forEach(mark -> marks.add(mark((Map<?, ?>) mark)));
        Map<String, String> expected = new LinkedHashMap<>();
        group(json, "expected").forEach((name, text) -> expected.put((String) name, (String) text));
        return new Finding(
                values,
                marks,
                text(json, "missing"),
                text(json, "wrong"),
                text(json, "unknown"),
                expected,
                Optional.ofNullable(json.get("pose")).map(FindingJson::pose),
                Optional.empty());
    }

    private static Map<?, ?> group(Map<?, ?> json, String name) {
        return json.get(name) instanceof Map<?, ?> group ? group : odd(name);
    }

    private static List<?> list(Map<?, ?> json, String name) {
        return json.get(name) instanceof List<?> list ? list : odd(name);
    }

    private static <T> T odd(String name) {
        throw new IllegalArgumentException("no " + name);
    }

    private static Object value(Object raw) {
        return raw instanceof Number number ? (Object) number.doubleValue() : raw;
    }

    private static Optional<String> text(Map<String, Object> json, String name) {
        return Optional.ofNullable((String) json.get(name));
    }

    private static Mark mark(Map<?, ?> raw) {
        List<?> numbers = list(raw, "points");
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i += 2) {
            points.add(new Point(number(numbers.get(i)), number(numbers.get(i + 1))));
        }
        return new Mark(Overlay.Kind.valueOf(String.valueOf(raw.get("kind"))), points);
    }

    static Pose pose(Object raw) {
        List<?> numbers = (List<?>) raw;
        return new Pose(number(numbers.get(0)), number(numbers.get(1)), number(numbers.get(2)), number(numbers.get(3)));
    }

    private static double number(Object raw) {
        return ((Number) raw).doubleValue();
    }
}
