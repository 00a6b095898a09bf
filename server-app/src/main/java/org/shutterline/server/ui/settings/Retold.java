package org.shutterline.server.ui.settings;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shutterline.look.Retelling;
import org.shutterline.look.Retelling.Form;
import org.shutterline.server.ui.UiWords;

/**
 * What settings, tools, dialects and the settings file say in English, said again in the language of the window. What it does not
 * know it leaves as it is.
 */
public final class Retold {
    private static final Pattern OF_ROW = Pattern.compile("\\[(\\d{1,6})](?:\\.(\\w+))?: (.*)", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("(?<=but row \\[)\\d{1,6}(?=])");
    private static final Pattern FOUND = Pattern.compile("expected (.*), found (.*)", Pattern.DOTALL);
    private static final Pattern EXPECTED = Pattern.compile("expected (.*)", Pattern.DOTALL);

    /** Whole sentences. What stands between round brackets is told again as it is. */
    private static final Retelling SENTENCES = new Retelling(
            Retold::word,
            List.of(
                    known(
                            "listenerChanged",
                            ".*: expected it as it was when the server read it; the file was changed since.*"),
                    known(
                            "listFixed",
                            "(.*): its (.*) cannot be changed here the way it is written; change it by hand"),
                    known("stopping", ".*the server is stopping"),
                    known("gone", "port (\\d+): expected a listener of this server, there is none"),
                    known("noPassword", "expected a password for '(.*)', or that name in blankPasswordFor"),
                    known("earlierRow", "expected a line that no row before takes, but row \\[(\\d+)] takes '(.*)'"),
                    known("argument", "expected \\{(.*)} in the line, or .* in the row"),
                    known("onlyTrigger", "expected only where a trigger is done"),
                    known("noAnswer", "missing, expected what is answered"),
                    known("oneWay", "expected either a text or a regular expression as regex"),
                    known("notNeeded", "expected no part named '(.*)', which (.*) does not need"),
                    known("noText", "expected a text between two parts, found none in '(.*)'"),
                    known("regex", "expected a regular expression: (.*)"),
                    known("given", "expected nothing, because the line has it or the verb does not need it"),
                    known("control", "expected no control characters; what ends a line is set by lineEnd"),
                    known("saysGood", "expected \\{judgement} instead of the word for OK, found '(.*)'"),
                    known("room", "expected room for every judgement: (\\d+) characters"),
                    known(
                            "unknownHost",
                            "expected a loopback address such as (.*), found '(.*)': nothing is known by that name"),
                    known("loopback", "expected a loopback address such as (.*), found '(.*)': .*"),
                    known("noAnswerFor", "no answer for (\\d+) ms"),
                    known("otherEndClosed", "the other end closed|Connection reset.*|Broken pipe"),
                    known("noSignOfLife", "no sign of life"),
                    known("nobodyListens", "Connection refused.*"),
                    known("missing", "missing, expected .*")));

    /** What may stand somewhere, the special before the general. */
    private static final Retelling PHRASES = new Retelling(
            Retold::word,
            Stream.concat(
                            ToolSentences.PHRASES.stream(),
                            Stream.of(
                                    known("stations", "a list of numbers of stations from 1 to 99, each once"),
                                    known(
                                            "fields",
                                            "a list of fields, such as judgement, values or the name of an output"),
                                    known(
                                            "rows",
                                            "a list of rows, each with the line that comes in, what to do, and what is answered"),
                                    known(
                                            "logins",
                                            "a list of \\{name, password, role}, each name once, role one of (.*)"),
                                    known("loginNames", "a list of names of logins"),
                                    known("pairs", "pairs of .*"),
                                    known("wholeOr", "a whole number from (\\S+) to (\\S+), or (.*)"),
                                    known("whole", "a whole number from (\\S+) to (.*)"),
                                    known("number", "a number from (\\S+) to (.*)"),
                                    known("yesNo", "true or false"),
                                    known("oneOf", "one of (.*)"),
                                    known("someOf", "a list of (.*)"),
                                    known("otherWord", "another word than ngWord and unknownWord"),
                                    known("toolNumbers", "numbers of tools from 00 to 99"),
                                    known("names", "plain names, each once"),
                                    known("refusal", "what is said to what cannot be done"),
                                    known("wordForOk", "a word for OK that is not blank"),
                                    known("placeholder", "\\{name} or \\{name\\|width}"),
                                    known("brace", "}} for a brace"),
                                    known("templateSize", "a template of at least (\\d+ x \\d+ px)"),
                                    known(
                                            "templateTexture",
                                            "a template with something to see in it; this one is all of one grey"),
                                    known("templateFits", "a template that fits into the region"),
                                    known("text", "a text")))
                    .toList());

    private Retold() {}

    private static Form known(String key, String english) {
        return Form.of(key, english);
    }

    private static String word(String key, Object... parts) {
        return UiWords.text("retold." + key, parts);
    }

    /** What is wrong. Rows of a table, which files count from 0, count from 1 for people. */
    public static String trouble(String said) {
        Matcher row = OF_ROW.matcher(said);
        if (!row.matches()) {
            return sentence(said);
        }
        String words = sentence(ROW.matcher(row.group(3)).replaceAll(other -> fromOne(other.group())));
        return row.group(2) == null
                ? UiWords.text("retold.row", fromOne(row.group(1)), words)
                : UiWords.text("retold.cell", fromOne(row.group(1)), row.group(2), words);
    }

    private static String fromOne(String index) {
        return Integer.toString(Integer.parseInt(index) + 1);
    }

    private static String sentence(String said) {
        return SENTENCES
                .of(said)
                .or(() -> ToolSentences.of(said))
                .or(() -> found(said))
                .or(() -> expected(said))
                .orElse(said);
    }

    private static Optional<String> found(String said) {
        Matcher matcher = FOUND.matcher(said);
        return matcher.matches()
                ? PHRASES.of(matcher.group(1)).map(phrase -> told(phrase, matcher.group(2)))
                : Optional.empty();
    }

    /** A secret is not told. */
    private static String told(String phrase, String found) {
        return found.startsWith("'")
                ? UiWords.text("retold.found", phrase, found.substring(1, Math.max(1, found.length() - 1)))
                : UiWords.text("retold.wanted", phrase);
    }

    private static Optional<String> expected(String said) {
        Matcher matcher = EXPECTED.matcher(said);
        return matcher.matches()
                ? PHRASES.of(matcher.group(1)).map(phrase -> UiWords.text("retold.wanted", phrase))
                : Optional.empty();
    }

    /** What may stand somewhere. */
    public static String phrase(String said) {
        return PHRASES.of(said).orElse(said);
    }
}
