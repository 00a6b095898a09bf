package org.shutterline.protocol.dialect.insight;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shutterline.protocol.format.Digits;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.script.Desk;
import org.shutterline.protocol.script.Reading;

/** What is read from cells and written to them. */
final class InsightCells {
    private static final Pattern WRITTEN = Pattern.compile("\\s*(?:([A-Za-z]\\d{3})|(\\S+)\\s)(.*)");

    private final InsightSettings settings;
    private final Desk desk;
    private final Answers answers;
    private final InsightTrigger trigger;

    InsightCells(InsightSettings settings, Desk desk, Answers answers, InsightTrigger trigger) {
        this.settings = settings;
        this.desk = desk;
        this.answers = answers;
        this.trigger = trigger;
    }

    // ---- read

    void tell(String name) {
        Optional<Cell> cell = Cell.find(name.strip(), settings.cells());
        if (cell.isEmpty()) {
            desk.unmapped("cell " + name.strip());
            answers.status(Status.WRONG_ARGUMENT);
        } else if (cell.get().setting().isPresent()) {
            tellSetting(cell.get().setting().get());
        } else {
            tellResult(cell.get());
        }
    }

    private void tellSetting(Reading setting) {
        setting.read(
                desk,
                settings.station(),
                value -> value.ifPresentOrElse(
                        found -> tell(settings.format().text(found)), () -> answers.status(Status.WRONG_ARGUMENT)));
    }

    private void tellResult(Cell cell) {
        desk.ask(new Command.LastResult(settings.station()), reply -> {
            if (reply instanceof Reply.Found found && cell.isIn(found.result())) {
                tell(trigger.isLost() ? Optional.empty() : cell.text(found.result(), settings.format()));
            } else if (reply instanceof Reply.Refused refused && refused.code() != Code.NO_SUCH_RESULT) {
                answers.status(Status.of(refused.code()));
            } else if (cell.mapped()) {
                tell(Optional.empty());
            } else {
                answers.status(Status.WRONG_ARGUMENT);
            }
        });
    }

    private void tell(Optional<String> text) {
        answers.value(text.orElse(InsightSettings.NO_VALUE));
    }

    // ---- written

    void setWhole(String rest) {
        write(rest, value -> value.indexOf('.') < 0 ? Digits.plain(value) : Optional.empty());
    }

    void setNumber(String rest) {
        write(rest, Digits::plain);
    }

    void setText(String rest) {
        write(rest, text -> Optional.of(text).filter(some -> !some.isEmpty()));
    }

    /** What is written must be a value of its kind. */
    @FunctionalInterface
    private interface Kind {
        Optional<String> read(String value);
    }

    private void write(String rest, Kind kind) {
        Matcher written = WRITTEN.matcher(rest);
        if (!written.matches()) {
            answers.status(Status.WRONG_ARGUMENT);
            return;
        }
        String name = written.group(1) == null ? written.group(2) : written.group(1);
        Optional<Cell> cell = Cell.find(name, settings.cells());
        Optional<String> value = kind.read(written.group(3).strip());
        if (cell.isEmpty() || value.isEmpty()) {
            answers.status(Status.WRONG_ARGUMENT);
        } else if (cell.get().setting().isEmpty()) {
            answers.status(cell.get().mapped() ? Status.NOT_EXECUTED : Status.WRONG_ARGUMENT);
        } else {
            Command set = new Command.SetParameter(
                    settings.station(), cell.get().setting().get().name(), value.get());
            desk.ask(set, answers.unlessRefused(done -> answers.status(Status.DONE)));
        }
    }
}
