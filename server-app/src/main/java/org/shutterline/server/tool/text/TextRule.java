package org.shutterline.server.tool.text;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;

/**
 * What a text must be.
 *
 * @param expected the text itself
 * @param equalsPart whether it is the part's name of the trigger
 * @param pattern a regular expression for all of it
 * @param date the date in it
 * @param fromDays the first day that is good, counted from the day of the picture by its station's clock
 * @param toDays the last one
 */
record TextRule(
        Optional<String> expected,
        boolean equalsPart,
        Optional<Pattern> pattern,
        Optional<PrintedDate> date,
        int fromDays,
        int toDays) {

    static TextRule read(Options options) {
        Optional<String> expected =
                Optional.of(options.get(TextFactory.EXPECTED)).filter(text -> !text.isEmpty());
        boolean equalsPart = options.get(TextFactory.EQUALS_PART);
        if (equalsPart && expected.isPresent()) {
            throw new BadSetting(
                    options.placeOf(TextFactory.EQUALS_PART), "expected either this or an expected text, not both");
        }
        DateRule rule = options.get(TextFactory.DATE_RULE);
        boolean within = rule == DateRule.WITHIN;
        int from = within ? options.get(TextFactory.DATE_FROM) : 0;
        int to = within ? options.get(TextFactory.DATE_TO) : 0;
        if (from > to) {
            throw new BadSetting(options.placeOf(TextFactory.DATE_FROM), "expected at most dateToDays");
        }
        Optional<PrintedDate> date = rule == DateRule.NONE
                ? Optional.empty()
                : Optional.of(new PrintedDate(
                        options.get(TextFactory.DATE_FORMAT), options.placeOf(TextFactory.DATE_FORMAT)));
        return new TextRule(expected, equalsPart, pattern(options), date, from, to);
    }

    private static Optional<Pattern> pattern(Options options) {
        String written = options.get(TextFactory.PATTERN);
        try {
            return written.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(written));
        } catch (PatternSyntaxException e) {
            throw new BadSetting(
                    options.placeOf(TextFactory.PATTERN),
                    "expected a regular expression, but: " + e.getDescription() + " at character "
                            + (e.getIndex() + 1));
        }
    }

    /** The text that it is compared with. */
    Optional<String> wanted(Scene scene) {
        return equalsPart ? scene.part() : expected;
    }

    /**
     * Why the text is not what was wanted; empty if it is.
     *
     * @throws ToolException if the regular expression takes too long over it
     */
    Optional<String> complaint(String text, Scene scene) throws ToolException {
        Optional<String> wanted = wanted(scene);
        if (equalsPart && wanted.isEmpty()) {
            return Optional.of("no part name given");
        }
        if (wanted.isPresent() && !wanted.get().equals(text)) {
            return Optional.of(text + ", expected " + wanted.get());
        }
        if (pattern.isPresent() && !matches(pattern.get(), text)) {
            return Optional.of(text + ", expected it to match " + pattern.get().pattern());
        }
        return date.flatMap(
                printed -> dateComplaint(printed, text, LocalDate.ofInstant(scene.takenAt(), scene.offset())));
    }

    private static boolean matches(Pattern pattern, String text) throws ToolException {
        try {
            return pattern.matcher(new Patience(text)).matches();
        } catch (Patience.Exhausted | StackOverflowError tooHard) {
            throw new ToolException(
                    "the regular expression " + pattern.pattern() + " takes too long over '" + text + "'", tooHard);
        }
    }

    private Optional<String> dateComplaint(PrintedDate printed, String text, LocalDate today) {
        Optional<LocalDate> found = printed.find(text);
        if (found.isEmpty()) {
            return Optional.of("no date like " + printed.pattern() + " in " + text);
        }
        long days = ChronoUnit.DAYS.between(today, found.get());
        if (days >= fromDays && days <= toDays) {
            return Optional.empty();
        }
        return Optional.of("date " + found.get() + " is " + inWords(days) + ", " + bound(days));
    }

    private String bound(long days) {
        boolean tooEarly = days < fromDays;
        int nearest = tooEarly ? fromDays : toDays;
        if (fromDays == toDays) {
            return "expected " + inWords(fromDays);
        }
        if (nearest == 0) {
            return tooEarly ? "expected today or later" : "expected today or earlier";
        }
        if (Long.signum(days) == Integer.signum(nearest)) {
            return (Math.abs(days) > Math.abs(nearest) ? "at most " : "at least ") + Math.abs(nearest);
        }
        return "expected at least " + inWords(nearest);
    }

    private static String inWords(long days) {
        if (days == 0) {
            return "today";
        }
        return count(days) + (days < 0 ? " old" : " ahead");
    }

    private static String count(long days) {
        return Math.abs(days) + (Math.abs(days) == 1 ? " day" : " days");
    }
}
