package org.shutterline.server.camera.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way to log in that a camera offers.
 *
 * @param fields their names in any case
 */
record Challenge(String scheme, Map<String, String> fields) {
    private static final String FIELD = "([A-Za-z0-9_-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s,\"]++))";
    private static final Pattern ONE_FIELD = Pattern.compile(FIELD);
    private static final Pattern ONE =
            Pattern.compile("([A-Za-z][A-Za-z0-9-]*)(?:\\s+((?:" + FIELD + "\\s*,?\\s*)+)|\\s*(?:,|$))");

    /** All that are offered; a head may hold more than one. */
    static List<Challenge> all(List<String> heads) {
        List<Challenge> all = new ArrayList<>();
        for (String head : heads) {
            Matcher one = ONE.matcher(head);
            while (one.find()) {
                all.add(new Challenge(one.group(1), fields(one.group(2) == null ? "" : one.group(2))));
            }
        }
        return all;
    }

    boolean is(String wanted) {
        return scheme.equalsIgnoreCase(wanted);
    }

    /** Empty if it is not there. */
    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Matcher field = ONE_FIELD.matcher(text);
        while (field.find()) {
            String value =
                    field.group(2) == null ? field.group(3) : field.group(2).replaceAll("\\\\(.)", "$1");
            fields.put(field.group(1).toLowerCase(Locale.ROOT), value);
        }
        return fields;
    }
}
