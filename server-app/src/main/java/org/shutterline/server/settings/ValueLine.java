package org.shutterline.server.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one line of a settings file in which a number stands, such as {@code windowLogOffMin: 10}. */
final class ValueLine {
    private ValueLine() {}

    /** The text with another value there and what is said behind it; with a line more at the end if there was none. */
    static String written(String text, String key, Object value) {
        String line = key + ": " + value;
        Matcher there = Pattern.compile("^" + Pattern.quote(key) + "[ \\t]*:[ \\t]*[^\\s#]*", Pattern.MULTILINE)
                .matcher(text);
        if (there.find()) {
            return text.substring(0, there.start()) + line + text.substring(there.end());
        }
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        return text + (text.endsWith("\n") ? "" : end) + line + end;
    }
}
