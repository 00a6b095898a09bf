package org.shutterline.protocol.dialect.keyence;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.shutterline.protocol.format.Digits;
import org.shutterline.protocol.format.NumberStyle;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.script.Desk;
import org.shutterline.protocol.script.Reading;

/** Limits and variables, which are settings and values of the first station's job here. */
final class KeyenceXgValues {
    private static final NumberStyle VARIABLE = new NumberStyle(true, 10, OptionalInt.of(6), '0');
    private static final NumberStyle TOLERANCE = new NumberStyle(true, 0, OptionalInt.of(3), '0');

    private final KeyenceXgSettings settings;
    private final KeyenceXgAnswers answers;
    private final Desk desk;
    private final BooleanSupplier enabled;
    private final BooleanSupplier lost;

    /**
     * @param enabled whether triggers are taken on this connection
     * @param lost whether the last result is not that of the part that it asked for last
     */
    KeyenceXgValues(
            KeyenceXgSettings settings, KeyenceXgAnswers answers, BooleanSupplier enabled, BooleanSupplier lost) {
        this.settings = settings;
        this.answers = answers;
        this.desk = answers.desk();
        this.enabled = enabled;
        this.lost = lost;
    }

    void addTo(Map<String, Consumer<Words>> commands) {
        commands.put("DW", this::writeTolerance);
        commands.put("DR", this::readTolerance);
        commands.put("MR", this::readVariable);
        commands.put("MW", this::writeVariable);
    }

    private void readTolerance(Words words) {
        Optional<String> limit = words.count() == 3 ? limit(words) : Optional.empty();
        if (limit.isEmpty()) {
            answers.refuse(words, Fault.PARAMETER);
            return;
        }
        tell(words, new Reading(Reading.Kind.SETTING, limit.get()), TOLERANCE);
    }

    private void writeTolerance(Words words) {
        Optional<String> limit = words.count() == 4 ? limit(words) : Optional.empty();
        if (limit.isEmpty()) {
            answers.refuse(words, Fault.PARAMETER);
            return;
        }
        set(words, limit.get(), words.get(3));
    }

    private Optional<String> limit(Words words) {
        Optional<Integer> upper = Digits.whole(words.get(2), 0, 1);
        Optional<String> ours = settings.tolerances().ours(words.get(0) + "," + words.get(1));
        if (ours.isEmpty()) {
            desk.unmapped("tolerance " + words.get(0) + "," + words.get(1));
        }
        return ours.filter(found -> upper.isPresent()).map(found -> found + (upper.get() == 1 ? ".high" : ".low"));
    }

    private void readVariable(Words words) {
        if (words.count() != 1) {
            answers.refuse(words, Fault.PARAMETER);
            return;
        }
        switch (words.get(0)) {
            case "%Busy" -> answers.status(words, state -> variable(words, state == StationState.BUSY ? 1 : 0));
            case "%Trg1Ready" ->
                answers.status(
                        words, state -> variable(words, enabled.getAsBoolean() && state == StationState.READY ? 1 : 0));
            default ->
                settings.variables()
                        .ours(words.get(0))
                        .ifPresentOrElse(ours -> tell(words, Reading.of(ours), VARIABLE), () -> {
                            desk.unmapped("variable " + words.get(0));
                            answers.refuse(words, Fault.PARAMETER);
                        });
        }
    }

    private void writeVariable(Words words) {
        if (words.count() != 2) {
            answers.refuse(words, Fault.PARAMETER);
            return;
        }
        Optional<Reading> reading = settings.variables().ours(words.get(0)).map(Reading::of);
        if (reading.isEmpty()) {
            desk.unmapped("variable " + words.get(0));
        }
        if (reading.filter(found -> found.kind() == Reading.Kind.SETTING).isEmpty()) {
            answers.refuse(words, Fault.PARAMETER);
            return;
        }
        set(words, reading.get().name(), words.get(1));
    }

    private void set(Words words, String parameter, String value) {
        Optional<String> number = Digits.plain(value);
        if (number.isEmpty()) {
            answers.refuse(words, Fault.PARAMETER);
            return;
        }
        desk.ask(new Command.SetParameter(answers.stations().first(), parameter, number.get()), reply -> {
            if (reply instanceof Reply.Refused refused) {
                answers.refuse(words, refused.code());
            } else {
                desk.answer(words.name());
            }
        });
    }

    private void tell(Words words, Reading reading, NumberStyle style) {
        reading.read(desk, answers.stations().first(), value -> {
            Optional<String> text = value.filter(Value.Decimal.class::isInstance)
                    .filter(number -> reading.kind() == Reading.Kind.SETTING || !lost.getAsBoolean())
                    .map(Value.Decimal.class::cast)
                    .flatMap(decimal -> style.text(decimal.number(), decimal.decimals()));
            text.ifPresentOrElse(
                    number -> desk.answer(words.name() + "," + number), () -> answers.refuse(words, Fault.NOT_NOW));
        });
    }

    private void variable(Words words, int number) {
        VARIABLE.text(number, 0).ifPresent(text -> desk.answer(words.name() + "," + text));
    }
}
