package org.shutterline.protocol.format;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Origin;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;

/** Reads what a {@link ResultFormat} writes. What a line does not hold is left open: such a value has no limits and no unit. */
public final class ResultReader {
    private static final Pattern NUMBER = Pattern.compile(" *[+-]?\\d{1,15}(\\.(\\d{1,9}))?");
    private static final OffsetDateTime UNTOLD = OffsetDateTime.parse("1970-01-01T00:00:00Z");

    private final ResultFormat format;

    public ResultReader(ResultFormat format) {
        this.format = format;
    }

    /**
     * @param line without its end
     * @param station whose result it is, unless the line says so
     * @param number its id, unless the line says so
     * @return empty if the line has another number of fields, or a verdict that is none of the words; without a verdict field
     *     the result is UNKNOWN
     */
    public Optional<InspectionResult> read(String line, int station, long number) {
        if (!line.startsWith(format.prefix())) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>(
                List.of(line.substring(format.prefix().length()).split(Pattern.quote(format.separator()), -1)));
        Found found = new Found(station, number);
        List<ResultField> fields = format.fields();
        for (int i = 0; i < fields.size(); i++) {
            boolean many = fields.get(i).kind() == ResultField.Kind.VALUES
                    || fields.get(i).kind() == ResultField.Kind.VERDICTS;
            int count = many ? texts.size() - (fields.size() - i - 1) : 1;
            if (count < 0 || count > texts.size()) {
                return Optional.empty();
            }
            for (String text : List.copyOf(texts.subList(0, count))) {
                if (!found.take(fields.get(i), text)) {
                    return Optional.empty();
                }
            }
            texts.subList(0, count).clear();
        }
        return texts.isEmpty() ? Optional.of(found.result()) : Optional.empty();
    }

    /** What was read so far. */
    private final class Found {
        private int station;
        private long id;
        private String job = "";
        private Optional<String> part = Optional.empty();
        private OffsetDateTime time = UNTOLD;
        private double ms;
        private Verdict verdict = Verdict.UNKNOWN;
        private final List<Measurement> values = new ArrayList<>();

        Found(int station, long id) {
            this.station = station;
            this.id = id;
        }

        /** Whether the text can stand in the field. */
        boolean take(ResultField field, String text) {
            try {
                switch (field.kind()) {
                    case JUDGEMENT -> {
                        Optional<Verdict> word = format.words().verdict(text);
                        verdict = word.orElse(Verdict.UNKNOWN);
                        return word.isPresent();
                    }
                    case ID -> id = Long.parseLong(text);
                    case STATION -> station = Integer.parseInt(text);
                    case JOB -> job = text;
                    case PART -> part = Optional.of(text).filter(name -> !name.isEmpty());
                    case TIME -> time = OffsetDateTime.parse(text);
                    case MS -> ms = Double.parseDouble(text);
                    case VALUES -> values.add(value("value " + (values.size() + 1), text));
                    case VALUE -> values.add(value(field.name(), text));
                    case VERDICT, VERDICTS -> {
                        return format.words().verdict(text).isPresent();
                    }
                    case TEXT -> {
                        return text.equals(field.name());
                    }
                }
                return true;
            } catch (NumberFormatException | DateTimeParseException other) {
                return false;
            }
        }

        private Measurement value(String name, String text) {
            return new Measurement(
                    name,
                    valueOf(text),
                    "",
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    Optional.empty(),
                    Verdict.OK,
                    "");
        }

        InspectionResult result() {
            return told(id, station, job, time, ms, part, verdict, values);
        }
    }

    /** A value as a format writes it; missing if it is empty or dashes. */
    public static Value valueOf(String text) {
        var number = NUMBER.matcher(text);
        if (number.matches()) {
            int decimals = number.group(2) == null ? 0 : number.group(2).length();
            return new Value.Decimal(Double.parseDouble(text.strip()), decimals);
        }
        return text.isEmpty() || text.matches("-+") ? Value.missing() : new Value.Text(text);
    }

    /** A result of which a peer told only this. */
    public static InspectionResult told(long id, int station, Verdict verdict, List<Measurement> values) {
        return told(id, station, "", UNTOLD, 0, Optional.empty(), verdict, values);
    }

    private static InspectionResult told(
            long id,
            int station,
            String job,
            OffsetDateTime time,
            double ms,
            Optional<String> part,
            Verdict verdict,
            List<Measurement> values) {
        boolean unknown = verdict == Verdict.UNKNOWN;
        return new InspectionResult(
                id,
                station,
                job,
                time,
                ms,
                part,
                Optional.empty(),
                Map.of(),
                Origin.WIRE,
                verdict,
                unknown ? Optional.of(Code.INSPECTION_FAILED) : Optional.empty(),
                "",
                values,
                PictureState.NOT_KEPT);
    }
}
