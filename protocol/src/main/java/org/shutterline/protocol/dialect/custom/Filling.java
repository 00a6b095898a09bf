package org.shutterline.protocol.dialect.custom;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.shutterline.protocol.format.ResultField;
import org.shutterline.protocol.format.ResultFormat;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;

/** What the fields of one answer hold. */
final class Filling {
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f\\x7f-\\x9f]");
    private static final String VALUE = "value";
    private static final String VALUE_OF = "value:";
    private static final String VERDICT_OF = "verdict:";

    private final ResultFormat format;
    private final Map<String, Value> values = new HashMap<>();
    private Optional<InspectionResult> result = Optional.empty();

    Filling(ResultFormat format, Map<String, String> parts) {
        this.format = format;
        parts.forEach(this::text);
    }

    Filling text(String name, String text) {
        values.put(name, new Value.Text(text));
        return this;
    }

    Filling number(String name, long number) {
        values.put(name, new Value.Decimal(number, 0));
        return this;
    }

    Filling value(String name, Value value) {
        values.put(name, value);
        return this;
    }

    /** @param job as lines call it */
    Filling result(InspectionResult told, String job) {
        result = Optional.of(told);
        number("id", told.id());
        number("station", told.station());
        text("job", job);
        text("part", told.part().orElse(""));
        text("judgement", format.words().of(told.verdict()));
        text("time", field(ResultField.Kind.TIME, told));
        value("ms", new Value.Decimal(told.ms(), 1));
        text("line", format.line(told));
        text("values", field(ResultField.Kind.VALUES, told));
        text("verdicts", field(ResultField.Kind.VERDICTS, told));
        return this;
    }

    /** One field as a line of the format would have it. */
    private String field(ResultField.Kind kind, InspectionResult told) {
        return new ResultFormat(
                        List.of(new ResultField(kind, "")),
                        format.numbers(),
                        format.words(),
                        format.missing(),
                        "",
                        format.separator())
                .line(told);
    }

    String line(Template template) {
        return template.fill(this::shown);
    }

    private String shown(Field field) {
        return switch (field.kind()) {
            case VALUE_OF -> shown(measured(field).map(Measurement::value).orElse(Value.missing()), field);
            case VERDICT_OF -> {
                Verdict verdict = measured(field).map(Measurement::verdict).orElse(Verdict.UNKNOWN);
                yield layout(field).text(format.words().of(verdict));
            }
            default -> shown(values.getOrDefault(field.name(), Value.missing()), field);
        };
    }

    private Optional<Measurement> measured(Field field) {
        return result.flatMap(told -> told.values().stream()
                .filter(value -> value.name().equals(field.of()))
                .findFirst());
    }

    private static Layout layout(Field field) {
        return field.layout().orElse(Layout.PLAIN);
    }

    private String shown(Value value, Field field) {
        return value.answerBy(new Value.Handler<String>() {
            @Override
            public String decimal(Value.Decimal decimal) {
                boolean asFormat = field.layout().isEmpty() && field.kind().startsWith(VALUE);
                Optional<String> text =
                        asFormat ? format.text(decimal) : layout(field).number(decimal.number(), decimal.decimals());
                return text.orElseGet(() -> layout(field).missing(format.missing()));
            }

            @Override
            public String text(Value.Text text) {
                return layout(field).text(CONTROL.matcher(text.text()).replaceAll("?"));
            }

            @Override
            public String yesNo(Value.YesNo yesNo) {
                return layout(field).text(yesNo.yes() ? "1" : "0");
            }

            @Override
            public String missing(Value.Missing none) {
                return layout(field).missing(format.missing());
            }
        });
    }
}
