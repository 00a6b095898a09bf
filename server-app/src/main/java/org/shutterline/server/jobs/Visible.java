package org.shutterline.server.jobs;

/** Names that somebody else chose, for messages. */
final class Visible {
    private static final int LONGEST = 80;

    private Visible() {}

    static String of(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints().limit(LONGEST).forEach(point -> {
            if (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT) {
                shown.append(String.format("\\u%04x", point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return name.codePointCount(0, name.length()) > LONGEST ? shown + "..." : shown.toString();
    }
}
