package org.shutterline.server.watch;

import java.util.regex.Pattern;

/** Takes secrets out of texts that leave the machine. */
final class Plainly {
    /** Keys of settings, in YAML or JSON, whose value is a secret. */
    private static final Pattern KEYED = Pattern.compile(
            "(?i)([\"']?[\\w.-]*(?:password|passwd|secret|token|credential|pin|apikey|privatekey)[\\w.-]*[\"']?\\s*[:=]\\s*)"
                    + "(\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^']|'')*'|[^\\s,}\\]]+)");

    /** The login in an address. */
    private static final Pattern LOGIN_IN_ADDRESS = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*://)[^\\s/@\"']*@");

    /** The words of a login on the wire. */
    private static final Pattern LOGIN_LINE = Pattern.compile("(?i)(LOGIN(?:#[\\w.:-]+)?,)[^\\s]*");

    private static final String GONE = "***";

    private Plainly() {}

    static String without(String text) {
        String keyed = KEYED.matcher(text).replaceAll("$1" + GONE);
        String addresses = LOGIN_IN_ADDRESS.matcher(keyed).replaceAll("$1" + GONE + "@");
        return LOGIN_LINE.matcher(addresses).replaceAll("$1" + GONE);
    }
}
