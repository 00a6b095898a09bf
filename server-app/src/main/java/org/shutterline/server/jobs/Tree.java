package org.shutterline.server.jobs;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shutterline.protocol.plugin.BadSetting;

/** Copies what a job's file may hold, so that nobody can change it, in the types in which it would be read back. */
final class Tree {
    private final String place;

    private Tree(String place) {
        this.place = place;
    }

    /** @throws BadSetting for a value that no file can hold */
    static Map<String, Object> copy(Map<String, ?> tree, String place) {
        return new Tree(place).map(tree);
    }

    private Map<String, Object> map(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value(value)));
        return Collections.unmodifiableMap(copy);
    }

    private Object value(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(value(item)));
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        throw new BadSetting(place, "'" + value + "' cannot be kept, expected a text, a number, true or false");
    }

    private Object number(Number number) {
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            if (!Double.isFinite(value)) {
                throw new BadSetting(place, "'" + number + "' is no number");
            }
            return value;
        }
        BigInteger whole = new BigInteger(number.toString());
        if (whole.bitLength() < Integer.SIZE) {
            return whole.intValue();
        }
        return whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : whole;
    }
}
