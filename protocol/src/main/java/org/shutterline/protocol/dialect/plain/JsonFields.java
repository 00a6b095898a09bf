package org.shutterline.protocol.dialect.plain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.shutterline.protocol.message.Reply;

/** One JSON object of a server, read with suspicion: what is missing or of the wrong type is {@link NotOurs}. */
final class JsonFields {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final JsonNode node;

    private JsonFields(JsonNode node) {
        this.node = node;
    }

    static JsonFields of(String line) {
        try {
            return of(MAPPER.readTree(line));
        } catch (JsonProcessingException | NumberFormatException e) {
            // the second for an exponent of more digits than the library reads
            throw new NotOurs("a line that is not JSON");
        }
    }

    private static JsonFields of(JsonNode node) {
        if (!node.isObject()) {
            throw new NotOurs("JSON that is not an object");
        }
        return new JsonFields(node);
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    String text(String name) {
        return textOf(member(name), name);
    }

    Optional<String> maybeText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    long number(String name) {
        JsonNode member = member(name);
        if (!member.isIntegralNumber() || !member.canConvertToLong()) {
            throw wrong(name, "a whole number");
        }
        return member.longValue();
    }

    int whole(String name) {
        long number = number(name);
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw wrong(name, "a whole number");
        }
        return (int) number;
    }

    /** A value of any kind; one that is null is none. */
    Reply.ParameterOf parameter(String name) {
        JsonNode member = member(name);
        if (member.isNull()) {
            return new Reply.ParameterOf("", Reply.ParameterOf.Kind.NONE);
        }
        if (member.isNumber()) {
            return new Reply.ParameterOf(member.decimalValue().toPlainString(), Reply.ParameterOf.Kind.NUMBER);
        }
        return member.isTextual()
                ? new Reply.ParameterOf(member.textValue(), Reply.ParameterOf.Kind.TEXT)
                : new Reply.ParameterOf(member.toString(), Reply.ParameterOf.Kind.JSON);
    }

    /** All members but these; one that is null is left out. */
    Map<String, Object> tree(String... but) {
        Map<String, Object> members = tree(node);
        List.of(but).forEach(members::remove);
        return members;
    }

    private static Map<String, Object> tree(JsonNode group) {
        Map<String, Object> members = new LinkedHashMap<>();
        group.properties().forEach(member -> {
            if (!member.getValue().isNull()) {
                members.put(member.getKey(), valueOf(member.getValue()));
            }
        });
        return members;
    }

    private static Object valueOf(JsonNode node) {
        if (node.isObject()) {
            return tree(node);
        }
        if (node.isArray()) {
            List<Object> items = new ArrayList<>();
            node.forEach(item -> items.add(valueOf(item)));
            return items;
        }
        if (node.isNumber()) {
            return node.isIntegralNumber() && node.canConvertToLong()
                    ? (Object) node.longValue()
                    : (Object) node.doubleValue();
        }
        return node.isBoolean() ? (Object) node.booleanValue() : node.asText();
    }

    double decimal(String name) {
        return decimalOf(member(name), name);
    }

    OptionalDouble maybeDecimal(String name) {
        return has(name) ? OptionalDouble.of(decimal(name)) : OptionalDouble.empty();
    }

    /** How many decimals the number was written with, 0 to 9. */
    int decimals(String name) {
        return Math.max(0, Math.min(9, member(name).decimalValue().scale()));
    }

    /** A word in upper case. */
    <E extends Enum<E>> E upper(String name, Class<E> type) {
        return WireWords.upper(type, text(name));
    }

    /** A word in lower case. */
    <E extends Enum<E>> E lower(String name, Class<E> type) {
        return WireWords.lower(type, text(name));
    }

    <T> List<T> objects(String name, Function<JsonFields, T> reader) {
        return list(name, item -> reader.apply(of(item)));
    }

    List<String> texts(String name) {
        return list(name, item -> textOf(item, name));
    }

    List<Integer> wholes(String name) {
        return list(name, item -> {
            if (!item.isIntegralNumber() || !item.canConvertToInt()) {
                throw wrong(name, "whole numbers");
            }
            return item.intValue();
        });
    }

    /** Lists of numbers of the same length each. */
    <T> List<T> tuples(String name, int length, Function<List<Double>, T> reader) {
        return list(name, item -> {
            if (!item.isArray() || item.size() != length) {
                throw wrong(name, "lists of " + length);
            }
            List<Double> numbers = new ArrayList<>(length);
            item.forEach(one -> numbers.add(decimalOf(one, name)));
            return reader.apply(numbers);
        });
    }

    Map<String, String> map(String name) {
        Map<String, String> map = new LinkedHashMap<>();
        if (has(name)) {
            JsonNode object = member(name);
            if (!object.isObject()) {
                throw wrong(name, "an object");
            }
            object.properties().forEach(entry -> map.put(entry.getKey(), textOf(entry.getValue(), name)));
        }
        return map;
    }

    private <T> List<T> list(String name, Function<JsonNode, T> reader) {
        JsonNode array = member(name);
        if (!array.isArray()) {
            throw wrong(name, "a list");
        }
        List<T> list = new ArrayList<>(array.size());
        array.forEach(item -> list.add(reader.apply(item)));
        return list;
    }

    private JsonNode member(String name) {
        JsonNode member = node.get(name);
        if (member == null) {
            throw wrong(name, "something");
        }
        return member;
    }

    private static String textOf(JsonNode node, String name) {
        if (!node.isTextual()) {
            throw wrong(name, "a text");
        }
        return node.textValue();
    }

    private static double decimalOf(JsonNode node, String name) {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw wrong(name, "a number");
        }
        return node.doubleValue();
    }

    private static NotOurs wrong(String name, String expected) {
        return new NotOurs("expected " + expected + " as '" + name + "'");
    }
}
