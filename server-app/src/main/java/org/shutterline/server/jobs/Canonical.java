package org.shutterline.server.jobs;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A job's tree in the one spelling that all its spellings have in common: the order of keys, quotes and blanks in the file
 * do not count, the order of lists does. In limits and in groups of numbers such as regions 5 is the same as 5.0; elsewhere
 * it is not, since a text may be meant.
 */
final class Canonical {
    private final StringBuilder text = new StringBuilder();

    private Canonical() {}

    static String of(Object tree) {
        Canonical canonical = new Canonical();
        canonical.add(tree, "", false);
        return canonical.text.toString();
    }

    private void add(Object value, String key, boolean measures) {
        if (value instanceof Map<?, ?> map) {
            addMap(map, key, measures || key.equals("limits"));
        } else if (value instanceof List<?> list) {
            text.append('[');
            list.forEach(item -> add(item, key, measures));
            text.append(']');
        } else if (value instanceof Number number) {
            text.append(measures ? "m" + plain(number) : value instanceof Double ? "d" + value : "i" + value)
                    .append(';');
        } else {
            addScalar(value);
        }
    }

    private void addMap(Map<?, ?> map, String key, boolean measures) {
        text.append('{');
        new TreeMap<>(map).forEach((inner, value) -> {
            addScalar(inner);
            add(value, String.valueOf(inner), measures || (key.equals("settings") && value instanceof Map<?, ?>));
        });
        text.append('}');
    }

    private void addScalar(Object value) {
        String shown = String.valueOf(value);
        String kind = value == null ? "n" : value instanceof Boolean ? "b" : "s";
        text.append(kind).append(shown.length()).append(':').append(shown);
    }

    private static String plain(Number number) {
        BigDecimal exact = new BigDecimal(number.toString());
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toString();
    }
}
