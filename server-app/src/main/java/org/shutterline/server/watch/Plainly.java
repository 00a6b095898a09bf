package org.shutterline.server.watch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes secrets out of texts that leave the machine: rather too much than a part of one. */
final class Plainly {
    /** A key of YAML, JSON, a query or an argument, up to its value. */
    private static final Pattern KEY = Pattern.compile("(?<![\\w.-])([\\w.-]++)\\\\?[\"']?[ \\t]*+([:=])[ \\t]*+");

    /** A login in an address, where the password may hold what it should not. */
    private static final Pattern LOGIN_IN_ADDRESS = Pattern.compile(
            "([a-zA-Z][a-zA-Z0-9+.-]*+://)(?:[^\\s/@:\"']*+:(?!\\d++(?:[/?\\s]|$))[^\\r\\n\"]*@|[^\\s\"]*@)");

    /** The words of a login on the wire. */
    private static final Pattern LOGIN_LINE = Pattern.compile("(?i)(LOGIN(?:#[\\w.:-]++)?,)[^\\r\\n]*+");

    private static final String GONE = "***";

    private Plainly() {}

    static String without(String text) {
        String addresses = LOGIN_IN_ADDRESS.matcher(withoutValues(text)).replaceAll("$1" + GONE + "@");
        return LOGIN_LINE.matcher(addresses).replaceAll("$1" + GONE);
    }

    private static String withoutValues(String text) {
        StringBuilder plain = new StringBuilder();
        SecretValue value = new SecretValue(text);
        Matcher key = KEY.matcher(text);
        int from = 0;
        while (key.find(from)) {
            boolean query = key.group(2).equals("=") && key.start() > 0 && isQuery(text.charAt(key.start() - 1));
            if (SecretKeys.isOne(key.group(1), query)) {
                plain.append(text, from, key.end()).append(GONE);
                from = query ? value.endInQuery(key.end()) : value.end(key.start(), key.end());
            } else {
                plain.append(text, from, key.end());
                from = key.end();
            }
        }
        return plain.append(text, from, text.length()).toString();
    }

    private static boolean isQuery(char before) {
        return before == '?' || before == '&';
    }
}
