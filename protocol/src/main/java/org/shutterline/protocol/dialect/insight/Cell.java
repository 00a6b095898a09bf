package org.shutterline.protocol.dialect.insight;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.shutterline.protocol.format.NameMap;
import org.shutterline.protocol.format.ResultField;
import org.shutterline.protocol.format.ResultFormat;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.script.Reading;

/**
 * What one of their cells or names stands for: a limit or setting, or something of the last result.
 *
 * @param name as the peer said it
 * @param setting the limit or setting, which can be written too
 * @param field of the last result, if it is no setting
 * @param mapped whether the settings say so; if not, it is the name of an output that may not be there
 */
record Cell(String name, Optional<Reading> setting, ResultField field, boolean mapped) {
    /** Before the name of a limit or setting. */
    static final String SETTING = "setting.";

    /** A column letter and a row of three digits. */
    static boolean isCell(String name) {
        return name.matches("[A-Za-z]\\d{3}");
    }

    /** Empty if the name is that of a cell which the map has not. Other names may be those of outputs. */
    static Optional<Cell> find(String name, NameMap map) {
        Optional<String> ours = map.ours(name).or(() -> map.ours(name.toUpperCase(Locale.ROOT)));
        if (ours.isPresent()) {
            return Optional.of(mapped(name, ours.get()));
        }
        if (name.startsWith(SETTING)) {
            return Optional.of(mapped(name, name));
        }
        return isCell(name) || name.isBlank()
                ? Optional.empty()
                : Optional.of(new Cell(name, Optional.empty(), value(name), false));
    }

    /** As the settings map it. */
    static Cell mapped(String name, String ours) {
        if (ours.startsWith(SETTING)) {
            return new Cell(name, Optional.of(Reading.of(ours)), value(ours), true);
        }
        String written = ours.replaceFirst("^(value|verdict)\\.", "$1:");
        return new Cell(name, Optional.empty(), ResultField.read(written).orElseGet(() -> value(ours)), true);
    }

    private static ResultField value(String output) {
        return new ResultField(ResultField.Kind.VALUE, output);
    }

    /** Whether the peer may name it: a name that is not mapped must be that of an output. */
    boolean isIn(InspectionResult result) {
        return mapped || output(result).isPresent();
    }

    /** What stands there of this result; empty if it was not measured, or of such a part nothing may be told. */
    Optional<String> text(InspectionResult result, ResultFormat format) {
        boolean judged = switch (field.kind()) {
            case VALUE, VALUES, VERDICT, VERDICTS -> result.verdict() != Verdict.UNKNOWN;
            default -> true;
        };
        if (!judged) {
            return Optional.empty();
        }
        if (field.kind() == ResultField.Kind.VALUE) {
            return output(result).map(Measurement::value).flatMap(format::text);
        }
        return Optional.of(only(format).line(result));
    }

    private Optional<Measurement> output(InspectionResult result) {
        Predicate<Measurement> named = measured -> measured.name().equals(field.name());
        return result.values().stream().filter(named).findFirst();
    }

    private ResultFormat only(ResultFormat format) {
        return new ResultFormat(
                List.of(field), format.numbers(), format.words(), format.missing(), "", format.separator());
    }
}
