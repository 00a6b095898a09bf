package org.shutterline.protocol.dialect.plain;

/** Keeps passwords out of what people are shown. */
final class Secrets {
    private static final String LOGIN = "LOGIN";
    private static final String MASK = "***";

    private Secrets() {}

    /**
     * The line with what may be a password masked: of {@code LOGIN,user,password} the last field, of anything else that
     * begins with the word all that follows it.
     */
    static String masked(String line) {
        int from = 0;
        while (from < line.length() && line.charAt(from) == ' ') {
            from++;
        }
        if (!line.regionMatches(true, from, LOGIN, 0, LOGIN.length())) {
            return line;
        }
        int word = from + LOGIN.length();
        int user = line.indexOf(',', word);
        int password = user < 0 ? -1 : line.indexOf(',', user + 1);
        boolean clear = password >= 0 && line.indexOf('"') < 0;
        if (!clear && word == line.length()) {
            return line;
        }
        return line.substring(0, clear ? password + 1 : word) + MASK;
    }
}
