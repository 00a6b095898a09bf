package org.shutterline.server.tool.text;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shutterline.protocol.plugin.BadSetting;

/**
 * Finds a date in a text. A format without a day means the first of the month, one of year and week the Monday.
 */
final class PrintedDate {
    /** English names of months, weeks as in ISO 8601. */
    private static final Locale WORDS = Locale.forLanguageTag("en-DE");

    private static final LocalDate ANY_DAY = LocalDate.of(2026, 11, 23);

    private final String pattern;
    private final DateTimeFormatter format;

    /** @param place where the format stands, for the message */
    PrintedDate(String pattern, String place) {
        this.pattern = pattern;
        this.format = List.of(
                        Optional.<ChronoField>empty(),
                        Optional.of(ChronoField.DAY_OF_MONTH),
                        Optional.of(ChronoField.DAY_OF_WEEK))
                .stream()
                .flatMap(first -> format(pattern, first).stream())
                .findFirst()
                .orElseThrow(() -> new BadSetting(
                        place,
                        "expected a format of a date such as yyyy-MM-dd, dd.MM.yy or YY-ww, found '" + pattern + "'"));
    }

    /** Empty if dates written so cannot be read again. */
    private static Optional<DateTimeFormatter> format(String pattern, Optional<ChronoField> first) {
        try {
            DateTimeFormatterBuilder builder =
                    new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(withoutEra(pattern));
            first.ifPresent(field -> builder.parseDefaulting(field, 1));
            DateTimeFormatter format = builder.toFormatter(WORDS).withResolverStyle(ResolverStyle.STRICT);
            LocalDate.from(format.parse(format.format(ANY_DAY)));
            return Optional.of(format);
        } catch (DateTimeException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    /** A year of an era needs the era beside it, which nobody prints. */
    private static String withoutEra(String pattern) {
        StringBuilder plain = new StringBuilder();
        boolean quoted = false;
        for (char c : pattern.toCharArray()) {
            quoted ^= c == '\'';
            plain.append(c == 'y' && !quoted ? 'u' : c);
        }
        return plain.toString();
    }

    String pattern() {
        return pattern;
    }

    /** The first that stands by itself, not inside a longer number or word. */
    Optional<LocalDate> find(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) {
                Optional<LocalDate> date = at(text, at);
                if (date.isPresent()) {
                    return date;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<LocalDate> at(String text, int from) {
        ParsePosition end = new ParsePosition(from);
        boolean fits = format.parseUnresolved(text, end) != null
                && end.getErrorIndex() < 0
                && (end.getIndex() == text.length() || !Character.isDigit(text.charAt(end.getIndex())));
        if (!fits) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.from(format.parse(text.substring(from, end.getIndex()))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
