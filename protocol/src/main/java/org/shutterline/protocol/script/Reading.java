package org.shutterline.protocol.script;

import java.util.Optional;
import java.util.function.Consumer;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Value;

/**
 * Something of ours that one of their names stands for.
 *
 * @param kind what it is
 * @param name the output's name, or {@code tool.setting}
 */
public record Reading(Kind kind, String name) {
    private static final String SETTING = "setting.";
    private static final String VALUE = "value.";

    /** What is read. */
    public enum Kind {
        /** A value of the last result. */
        VALUE,
        /** A limit or setting of the active job, which can be written too. */
        SETTING
    }

    /** As settings write it: {@code setting.<tool>.<setting>}, {@code value.<output>}, or only the output's name. */
    public static Reading of(String written) {
        if (written.startsWith(SETTING)) {
            return new Reading(Kind.SETTING, written.substring(SETTING.length()));
        }
        return new Reading(Kind.VALUE, written.startsWith(VALUE) ? written.substring(VALUE.length()) : written);
    }

    /** @param listener gets what stands there now; empty if there is no such value, setting or result */
    public void read(Desk desk, int station, Consumer<Optional<Value>> listener) {
        if (kind == Kind.SETTING) {
            desk.ask(new Command.GetParameter(station, name), reply -> listener.accept(parameter(reply)));
        } else {
            desk.ask(
                    new Command.LastResult(station),
                    reply -> listener.accept(
                            reply instanceof Reply.Found found ? value(found.result()) : Optional.empty()));
        }
    }

    /** The value in this result; empty if it has none of this name. */
    public Optional<Value> value(InspectionResult result) {
        return result.values().stream()
                .filter(measured -> measured.name().equals(name))
                .map(Measurement::value)
                .findFirst();
    }

    /** What a reply to {@link Command.GetParameter} says; empty if it is none. */
    public static Optional<Value> parameter(Reply reply) {
        if (!(reply instanceof Reply.ParameterOf parameter)) {
            return Optional.empty();
        }
        return switch (parameter.kind()) {
            case NONE -> Optional.of(Value.missing());
            case NUMBER -> number(parameter.value());
            case TEXT, JSON -> Optional.of(new Value.Text(parameter.value()));
        };
    }

    private static Optional<Value> number(String text) {
        int point = text.indexOf('.');
        int decimals = point < 0 ? 0 : Math.min(9, text.length() - point - 1);
        return Optional.of(new Value.Decimal(Double.parseDouble(text), decimals));
    }
}
