package org.shutterline.protocol.dialect.keyence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.shutterline.protocol.format.Digits;
import org.shutterline.protocol.format.NameMap;
import org.shutterline.protocol.format.NumberStyle;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Product;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.script.Desk;
import org.shutterline.protocol.script.Reading;
import org.shutterline.protocol.script.ResultOutput;
import org.shutterline.protocol.script.Script;
import org.shutterline.protocol.script.Stations;

/** What the station's side makes of the commands of one connection. */
final class KeyenceXgScript implements Script {
    private static final int HIGHEST_PROGRAM = 999;
    private static final int HIGHEST_CONDITION = 99;
    private static final NumberStyle VARIABLE = new NumberStyle(true, 10, OptionalInt.of(6), '0');
    private static final NumberStyle TOLERANCE = new NumberStyle(true, 0, OptionalInt.of(3), '0');

    private final KeyenceXgSettings settings;
    private final Desk desk;
    private final Stations stations;
    private final Map<String, Consumer<Words>> commands = new TreeMap<>();
    private boolean enabled = true;
    private Optional<String> part = Optional.empty();
    private String card = "1";

    KeyenceXgScript(KeyenceXgSettings settings, Desk desk) {
        this.settings = settings;
        this.desk = desk;
        this.stations = new Stations(desk, settings.stations());
        commands.put("TA", words -> alone(words, () -> trigger(words, stations.numbers())));
        commands.put("TE", this::enable);
        commands.put("R0", words -> alone(words, () -> everywhere(words, Command.GoOnline::new)));
        commands.put("S0", words -> alone(words, () -> everywhere(words, Command.GoOffline::new)));
        commands.put("RM", words -> alone(words, () -> mode(words)));
        commands.put("RS", words -> alone(words, () -> everywhere(words, Command.ResetCounters::new)));
        commands.put("SS", words -> alone(words, () -> desk.answer(words.name())));
        commands.put("RB", words -> alone(words, () -> reopen(words)));
        commands.put("CE", words -> alone(words, () -> clearError(words)));
        commands.put("PW", this::program);
        commands.put("PR", words -> alone(words, () -> tellProgram(words)));
        commands.put("EXW", words -> change(words, 1, settings.conditions(), HIGHEST_CONDITION, () -> {}));
        commands.put("EXR", words -> alone(words, () -> tellCondition(words)));
        commands.put("BS", words -> refuse(words, Fault.NOT_NOW));
        commands.put("DW", this::writeTolerance);
        commands.put("DR", this::readTolerance);
        commands.put("STW", this::fileName);
        commands.put("MR", this::readVariable);
        commands.put("MW", this::writeVariable);
        commands.put("M0", words -> alone(words, () -> lastResult(words)));
        commands.put("VI", words -> alone(words, () -> version(words)));
        commands.put("EC", words -> desk.answer(words.line()));
    }

    @Override
    public void line(String line) {
        Words words = Words.of(line);
        Optional<Integer> trigger =
                Digits.whole(words.name().startsWith("T") ? words.name().substring(1) : "", 1, 4);
        if (trigger.isPresent() && words.name().length() == 2) {
            alone(
                    words,
                    () -> stations.number(trigger.get())
                            .ifPresentOrElse(
                                    station -> trigger(words, List.of(station)), () -> refuse(words, Fault.PARAMETER)));
            return;
        }
        commands.getOrDefault(words.name(), this::refuseUnknown).accept(words);
    }

    @Override
    public void happened(Event event) {
        if (settings.output() == ResultOutput.ALL
                && event instanceof Event.Finished finished
                && stations.has(finished.result().station())) {
            desk.say(settings.format().line(finished.result()));
        }
    }

    private void alone(Words words, Runnable command) {
        if (words.count() == 0) {
            command.run();
        } else {
            refuse(words, Fault.PARAMETER);
        }
    }

    private void refuseUnknown(Words words) {
        desk.unknown();
        refuse(words, Fault.UNKNOWN);
    }

    private void refuse(Words words, Fault fault) {
        desk.answer(fault.of(words));
    }

    private void refuse(Words words, Code code) {
        refuse(words, Fault.of(code));
    }

    private void everywhere(Words words, IntFunction<Command> command) {
        everywhere(words, command, () -> {});
    }

    /** @param done run before the answer when no station refused */
    private void everywhere(Words words, IntFunction<Command> command, Runnable done) {
        stations.all(
                command,
                refused -> refused.ifPresentOrElse(no -> refuse(words, no.code()), () -> {
                    done.run();
                    desk.answer(words.name());
                }));
    }

    private void reopen(Words words) {
        stations.all(
                Command.GoOffline::new,
                refused -> refused.ifPresentOrElse(
                        no -> refuse(words, no.code()), () -> everywhere(words, Command.GoOnline::new)));
    }

    // ---- trigger

    private void trigger(Words words, List<Integer> numbers) {
        if (!enabled) {
            refuse(words, Fault.NOT_NOW);
            return;
        }
        KeyenceXgTrigger trigger =
                new KeyenceXgTrigger(settings, desk, words.name(), numbers.size(), Fault.NOT_NOW.of(words));
        TriggerRequest request = new TriggerRequest(part, Optional.empty(), Map.of());
        numbers.forEach(number -> stations.trigger(number, request, trigger));
    }

    private void enable(Words words) {
        Optional<Integer> wanted = words.count() == 1 ? Digits.whole(words.get(0), 0, 1) : Optional.empty();
        if (wanted.isEmpty()) {
            refuse(words, Fault.PARAMETER);
            return;
        }
        enabled = wanted.get() == 1;
        desk.answer(words.name());
    }

    private void fileName(Words words) {
        boolean text = words.count() >= 2 && words.from(1).startsWith("\"");
        if (!text || Digits.whole(words.get(0), 0, 9).isEmpty()) {
            refuse(words, Fault.PARAMETER);
            return;
        }
        String name = words.from(1).substring(1).strip();
        part = name.isEmpty() ? Optional.empty() : Optional.of(name);
        desk.answer(words.name());
    }

    private void lastResult(Words words) {
        desk.ask(new Command.LastResult(stations.first()), reply -> {
            if (reply instanceof Reply.Found found) {
                desk.answer(settings.format().line(found.result()));
            } else {
                refuse(words, Fault.NOT_NOW);
            }
        });
    }

    // ---- state

    private void mode(Words words) {
        status(words, state -> desk.answer("RM," + (state == StationState.OFFLINE ? "0" : "1")));
    }

    private void clearError(Words words) {
        status(words, state -> {
            if (state == StationState.FAULT) {
                refuse(words, Fault.NOT_NOW);
            } else {
                desk.answer(words.name());
            }
        });
    }

    private void status(Words words, Consumer<StationState> listener) {
        desk.ask(new Command.AskStatus(stations.first()), reply -> {
            if (reply instanceof Reply.Status status) {
                listener.accept(status.status().state());
            } else {
                refuse(words, Fault.NOT_NOW);
            }
        });
    }

    private void version(Words words) {
        Product product = Product.load();
        desk.answer(words.name() + "," + product.name() + "," + product.version());
    }

    // ---- programs

    private void program(Words words) {
        if (words.count() != 2 || Digits.whole(words.get(0), 1, 2).isEmpty()) {
            refuse(words, Fault.PARAMETER);
            return;
        }
        change(words, 2, settings.programs(), HIGHEST_PROGRAM, () -> card = words.get(0));
    }

    /** The last parameter is the number of a job. */
    private void change(Words words, int count, NameMap jobs, int highest, Runnable done) {
        Optional<Integer> number =
                words.count() == count ? Digits.whole(words.get(count - 1), 0, highest) : Optional.empty();
        Optional<String> job = number.flatMap(theirs -> jobs.ours(Integer.toString(theirs)));
        if (job.isEmpty()) {
            number.ifPresent(theirs -> desk.unmapped("program " + theirs));
            refuse(words, Fault.PARAMETER);
        } else {
            everywhere(words, station -> new Command.ChangeJob(station, job.get()), done);
        }
    }

    private void tellProgram(Words words) {
        numberOfJob(
                words,
                settings.programs(),
                number -> desk.answer("PR," + card + "," + Digits.padded(number, settings.programDigits())));
    }

    private void tellCondition(Words words) {
        numberOfJob(words, settings.conditions(), number -> desk.answer("EXR," + Digits.padded(number, 2)));
    }

    private void numberOfJob(Words words, NameMap jobs, Consumer<String> listener) {
        desk.ask(new Command.AskJob(stations.first()), reply -> {
            Optional<String> number = reply instanceof Reply.JobOf of ? jobs.theirs(of.job()) : Optional.empty();
            number.ifPresentOrElse(listener, () -> refuse(words, Fault.NOT_NOW));
        });
    }

    // ---- limits and variables

    private void readTolerance(Words words) {
        Optional<String> limit = words.count() == 3 ? limit(words) : Optional.empty();
        if (limit.isEmpty()) {
            refuse(words, Fault.PARAMETER);
            return;
        }
        tell(words, new Reading(Reading.Kind.SETTING, limit.get()), TOLERANCE);
    }

    private void writeTolerance(Words words) {
        Optional<String> limit = words.count() == 4 ? limit(words) : Optional.empty();
        if (limit.isEmpty()) {
            refuse(words, Fault.PARAMETER);
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
            refuse(words, Fault.PARAMETER);
            return;
        }
        switch (words.get(0)) {
            case "%Busy" -> status(words, state -> variable(words, state == StationState.BUSY ? 1 : 0));
            case "%Trg1Ready" ->
                status(words, state -> variable(words, enabled && state == StationState.READY ? 1 : 0));
            default ->
                settings.variables()
                        .ours(words.get(0))
                        .ifPresentOrElse(ours -> tell(words, Reading.of(ours), VARIABLE), () -> {
                            desk.unmapped("variable " + words.get(0));
                            refuse(words, Fault.PARAMETER);
                        });
        }
    }

    private void writeVariable(Words words) {
        Optional<Reading> reading =
                words.count() == 2 ? settings.variables().ours(words.get(0)).map(Reading::of) : Optional.empty();
        if (reading.filter(found -> found.kind() == Reading.Kind.SETTING).isEmpty()) {
            refuse(words, Fault.PARAMETER);
            return;
        }
        set(words, reading.get().name(), words.get(1));
    }

    private void set(Words words, String parameter, String value) {
        Optional<String> number = Digits.plain(value);
        if (number.isEmpty()) {
            refuse(words, Fault.PARAMETER);
            return;
        }
        desk.ask(new Command.SetParameter(stations.first(), parameter, number.get()), reply -> {
            if (reply instanceof Reply.Refused refused) {
                refuse(words, refused.code());
            } else {
                desk.answer(words.name());
            }
        });
    }

    private void tell(Words words, Reading reading, NumberStyle style) {
        reading.read(desk, stations.first(), value -> {
            Optional<String> text = value.filter(Value.Decimal.class::isInstance)
                    .map(Value.Decimal.class::cast)
                    .flatMap(decimal -> style.text(decimal.number(), decimal.decimals()));
            text.ifPresentOrElse(
                    number -> desk.answer(words.name() + "," + number), () -> refuse(words, Fault.NOT_NOW));
        });
    }

    private void variable(Words words, int number) {
        VARIABLE.text(number, 0).ifPresent(text -> desk.answer(words.name() + "," + text));
    }
}
