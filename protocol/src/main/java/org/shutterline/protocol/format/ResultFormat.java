package org.shutterline.protocol.format;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;

/**
 * How the line of a result is written.
 *
 * @param fields in their order
 * @param numbers how values that are numbers are written
 * @param words for verdicts
 * @param missing for a value that was not measured or does not fit, repeated up to the width of a number where that is fixed
 * @param prefix before the first field
 * @param separator between two fields
 */
public record ResultFormat(
        List<ResultField> fields,
        NumberStyle numbers,
        JudgementWords words,
        String missing,
        String prefix,
        String separator) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

    public ResultFormat {
        fields = List.copyOf(fields);
    }

    /** The line without its end. */
    public String line(InspectionResult result) {
        List<String> texts = new ArrayList<>();
        fields.forEach(field -> add(field, result, texts));
        return prefix + String.join(separator, texts);
    }

    private void add(ResultField field, InspectionResult result, List<String> texts) {
        switch (field.kind()) {
            case JUDGEMENT -> texts.add(words.of(result.verdict()));
            case ID -> texts.add(Long.toString(result.id()));
            case STATION -> texts.add(Integer.toString(result.station()));
            case JOB -> texts.add(clean(result.job()));
            case PART -> texts.add(clean(result.part().orElse("")));
            case TIME -> texts.add(TIME.format(result.time()));
            case MS -> texts.add(String.format(Locale.ROOT, "%.1f", result.ms()));
            case VALUES -> result.values().forEach(measured -> texts.add(value(measured)));
            case VERDICTS -> result.values().forEach(measured -> texts.add(words.of(measured.verdict())));
            case VALUE -> texts.add(named(field, result).map(this::value).orElseGet(this::gap));
            case VERDICT ->
                texts.add(
                        words.of(named(field, result).map(Measurement::verdict).orElse(Verdict.UNKNOWN)));
            case TEXT -> texts.add(field.name());
        }
    }

    private static Optional<Measurement> named(ResultField field, InspectionResult result) {
        return result.values().stream()
                .filter(measured -> measured.name().equals(field.name()))
                .findFirst();
    }

    /** One value as this format writes it. */
    public String value(Measurement measured) {
        return text(measured.value()).orElseGet(this::gap);
    }

    /** A value as this format writes it; empty if it was not measured or does not fit. */
    public Optional<String> text(Value value) {
        return value.answerBy(new Value.Handler<Optional<String>>() {
            @Override
            public Optional<String> decimal(Value.Decimal decimal) {
                return numbers.text(decimal.number(), decimal.decimals());
            }

            @Override
            public Optional<String> text(Value.Text text) {
                return Optional.of(clean(text.text()));
            }

            @Override
            public Optional<String> yesNo(Value.YesNo yesNo) {
                return Optional.of(yesNo.yes() ? "1" : "0");
            }

            @Override
            public Optional<String> missing(Value.Missing none) {
                return Optional.empty();
            }
        });
    }

    private String gap() {
        int width = numbers.width().orElse(0);
        if (missing.isEmpty() || width <= missing.length()) {
            return missing;
        }
        return missing.repeat(width / missing.length() + 1).substring(0, width);
    }

    /** What was read from a part may not end a line or a field: such characters become question marks. */
    private String clean(String text) {
        String plain = separator.isEmpty() ? text : text.replace(separator, "?");
        StringBuilder clean = new StringBuilder(plain);
        for (int i = 0; i < clean.length(); i++) {
            if (Character.isISOControl(clean.charAt(i))) {
                clean.setCharAt(i, '?');
            }
        }
        return clean.toString();
    }
}
