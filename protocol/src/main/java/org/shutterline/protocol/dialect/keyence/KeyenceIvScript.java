package org.shutterline.protocol.dialect.keyence;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.shutterline.protocol.format.Digits;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Product;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.script.Desk;
import org.shutterline.protocol.script.Reading;
import org.shutterline.protocol.script.Script;

/** What the station's side makes of the commands of one connection. */
final class KeyenceIvScript implements Script {
    private static final int HIGHEST_PROGRAM = 127;
    private static final int PROGRAM_DIGITS = 3;
    private static final int COUNTER_DIGITS = 7;
    private static final int ERROR_DIGITS = 3;

    private final KeyenceIvSettings settings;
    private final KeyenceIvResult results;
    private final Desk desk;
    private final KeyenceIvTriggers triggers;
    private final KeyenceIvPictures pictures;
    private final Map<String, Consumer<Words>> commands = new TreeMap<>();

    KeyenceIvScript(KeyenceIvSettings settings, Desk desk) {
        this.settings = settings;
        this.results = new KeyenceIvResult(settings);
        this.desk = desk;
        this.triggers = new KeyenceIvTriggers(settings, results, desk);
        this.pictures = new KeyenceIvPictures(settings, desk);
        commands.put("T1", words -> alone(words, () -> triggers.acknowledge(words)));
        commands.put("T2", words -> alone(words, () -> triggers.await(words)));
        commands.put(KeyenceIvResult.WORD, words -> alone(words, () -> lastResult(words)));
        commands.put("OE", this::switchPush);
        commands.put("PR", words -> alone(words, () -> tellProgram(words)));
        commands.put("PW", this::changeProgram);
        commands.put("RM", words -> alone(words, () -> mode(words)));
        commands.put("SR", words -> alone(words, () -> state(words)));
        commands.put("DR", this::readThreshold);
        commands.put("DW", this::writeThreshold);
        commands.put("BR", pictures::tell);
        commands.put("VI", words -> alone(words, () -> version(words)));
        commands.put("STR", words -> alone(words, () -> statistics(words)));
        commands.put("STC", words -> alone(words, () -> change(words, new Command.ResetCounters(settings.station()))));
        commands.put("RER", words -> alone(words, () -> error(words)));
    }

    @Override
    public void line(String line) {
        Words words = Words.of(line);
        commands.getOrDefault(words.name(), this::refuseUnknown).accept(words);
    }

    @Override
    public boolean followsResults() {
        return triggers.arePushed();
    }

    @Override
    public void happened(Event event) {
        if (event instanceof Event.Finished finished && finished.result().station() == settings.station()) {
            triggers.finished(finished.result());
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

    private void answer(Words words, String text) {
        desk.answer(words.name() + "," + text);
    }

    private void change(Words words, Command command) {
        desk.ask(command, reply -> {
            if (reply instanceof Reply.Refused refused) {
                refuse(words, refused.code());
            } else {
                desk.answer(words.name());
            }
        });
    }

    // ---- results

    private void switchPush(Words words) {
        Optional<Integer> wanted = words.count() == 1 ? Digits.whole(words.get(0), 0, 1) : Optional.empty();
        if (wanted.isEmpty()) {
            refuse(words, Fault.PARAMETER);
            return;
        }
        triggers.push(wanted.get() == 1);
        desk.answer(words.name());
    }

    private void lastResult(Words words) {
        desk.ask(new Command.LastResult(settings.station()), reply -> {
            if (reply instanceof Reply.Found found) {
                desk.answer(results.line(found.result()));
            } else {
                refuse(words, Fault.NOT_NOW);
            }
        });
    }

    // ---- state

    private void status(Words words, Consumer<StationStatus> listener) {
        desk.ask(new Command.AskStatus(settings.station()), reply -> {
            if (reply instanceof Reply.Status status) {
                listener.accept(status.status());
            } else {
                refuse(words, Fault.NOT_NOW);
            }
        });
    }

    private void mode(Words words) {
        status(words, status -> answer(words, status.state() == StationState.OFFLINE ? "0" : "1"));
    }

    /** There is no SD card, so that it is neither in use nor nearly full. */
    private void state(Words words) {
        status(words, status -> {
            boolean busy = status.state() == StationState.BUSY;
            boolean ready = status.state() == StationState.READY;
            boolean fault = status.state() == StationState.FAULT;
            boolean warning = !fault && !status.why().isEmpty();
            answer(words, String.join(",", flag(busy), flag(ready), flag(busy), "0", "0", flag(warning), flag(fault)));
        });
    }

    private static String flag(boolean on) {
        return on ? "1" : "0";
    }

    private void statistics(Words words) {
        status(
                words,
                status -> answer(
                        words,
                        String.join(
                                ",",
                                settings.statistics().stream()
                                        .map(counter ->
                                                Digits.padded(Long.toString(counter.of(status)), COUNTER_DIGITS))
                                        .toList())));
    }

    private void error(Words words) {
        status(words, status -> {
            boolean fault = status.state() == StationState.FAULT;
            answer(words, Digits.padded(fault ? Code.STATION_FAULT.digits() : "0", ERROR_DIGITS));
        });
    }

    private void version(Words words) {
        Product product = Product.load();
        answer(words, product.name() + "," + product.version());
    }

    // ---- programs and thresholds

    private void tellProgram(Words words) {
        desk.ask(new Command.AskJob(settings.station()), reply -> {
            Optional<String> number =
                    reply instanceof Reply.JobOf of ? settings.programs().theirs(of.job()) : Optional.empty();
            number.ifPresentOrElse(
                    theirs -> answer(words, Digits.padded(theirs, PROGRAM_DIGITS)), () -> refuse(words, Fault.NOT_NOW));
        });
    }

    private void changeProgram(Words words) {
        Optional<Integer> number =
                words.count() == 1 ? Digits.whole(words.get(0), 0, HIGHEST_PROGRAM) : Optional.empty();
        Optional<String> job = number.flatMap(theirs -> settings.programs().ours(Integer.toString(theirs)));
        job.ifPresentOrElse(name -> change(words, new Command.ChangeJob(settings.station(), name)), () -> {
            number.ifPresent(theirs -> desk.unmapped("program " + theirs));
            refuse(words, Fault.PARAMETER);
        });
    }

    private void readThreshold(Words words) {
        Optional<String> limit = words.count() == 2 ? limit(words) : Optional.empty();
        if (limit.isEmpty()) {
            refuse(words, Fault.PARAMETER);
            return;
        }
        new Reading(Reading.Kind.SETTING, limit.get())
                .read(
                        desk,
                        settings.station(),
                        value -> value.filter(Value.Decimal.class::isInstance)
                                .map(Value.Decimal.class::cast)
                                .flatMap(decimal -> results.rate(decimal.number()))
                                .ifPresentOrElse(
                                        rate -> answer(words, words.get(0) + "," + words.get(1) + "," + rate),
                                        () -> refuse(words, Fault.NOT_NOW)));
    }

    private void writeThreshold(Words words) {
        Optional<String> limit = words.count() == 3 ? limit(words) : Optional.empty();
        Optional<String> number = limit.isPresent() ? results.plain(words.get(2)) : Optional.empty();
        if (number.isEmpty()) {
            refuse(words, Fault.PARAMETER);
            return;
        }
        change(words, new Command.SetParameter(settings.station(), limit.get(), number.get()));
    }

    /** The setting of ours that a tool's number and which of its limits stand for: 0 lower, 1 upper. */
    private Optional<String> limit(Words words) {
        Optional<Integer> tool = Digits.whole(words.get(0), 0, KeyenceIvSettings.HIGHEST_TOOL);
        Optional<Integer> upper = Digits.whole(words.get(1), 0, 1);
        if (upper.isEmpty() || tool.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> ours = settings.thresholds().ours(words.get(0));
        if (ours.isEmpty()) {
            desk.unmapped("tolerance " + words.get(0));
        }
        return ours.map(found -> found + (upper.get() == 1 ? ".high" : ".low"));
    }
}
