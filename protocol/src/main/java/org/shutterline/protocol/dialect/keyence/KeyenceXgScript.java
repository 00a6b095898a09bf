package org.shutterline.protocol.dialect.keyence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.shutterline.protocol.format.Digits;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Product;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.script.Desk;
import org.shutterline.protocol.script.ResultOutput;
import org.shutterline.protocol.script.Script;
import org.shutterline.protocol.script.Stations;

/** What the station's side makes of the commands of one connection. */
final class KeyenceXgScript implements Script {
    private final KeyenceXgSettings settings;
    private final Desk desk;
    private final Stations stations;
    private final KeyenceXgAnswers answers;
    private final Map<String, Consumer<Words>> commands = new TreeMap<>();
    private boolean enabled = true;
    private boolean lost;
    private Optional<String> part = Optional.empty();

    KeyenceXgScript(KeyenceXgSettings settings, Desk desk) {
        this.settings = settings;
        this.desk = desk;
        this.stations = new Stations(desk, settings.stations());
        this.answers = new KeyenceXgAnswers(desk, stations);
        new KeyenceXgPrograms(settings, answers).addTo(commands);
        new KeyenceXgValues(settings, answers, () -> enabled, () -> lost).addTo(commands);
        commands.put("TA", words -> answers.alone(words, () -> trigger(words, stations.numbers())));
        commands.put("TE", this::enable);
        commands.put("R0", words -> answers.alone(words, () -> answers.everywhere(words, Command.GoOnline::new)));
        commands.put("S0", words -> answers.alone(words, () -> answers.everywhere(words, Command.GoOffline::new)));
        commands.put("RM", words -> answers.alone(words, () -> mode(words)));
        commands.put("RS", words -> answers.alone(words, () -> reset(words)));
        commands.put("SS", words -> answers.alone(words, () -> desk.answer(words.name())));
        commands.put("RB", words -> answers.alone(words, () -> reopen(words)));
        commands.put("CE", words -> answers.alone(words, () -> clearError(words)));
        commands.put("BS", words -> answers.refuse(words, Fault.NOT_NOW));
        commands.put("STW", this::fileName);
        commands.put("M0", words -> answers.alone(words, () -> lastResult(words)));
        commands.put("VI", words -> answers.alone(words, () -> version(words)));
        commands.put("EC", words -> desk.answer(words.line()));
    }

    @Override
    public void line(String line) {
        Words words = Words.of(line);
        Optional<Integer> trigger =
                Digits.whole(words.name().startsWith("T") ? words.name().substring(1) : "", 1, 4);
        if (trigger.isPresent() && words.name().length() == 2) {
            answers.alone(
                    words,
                    () -> stations.number(trigger.get())
                            .ifPresentOrElse(
                                    station -> trigger(words, List.of(station)),
                                    () -> answers.refuse(words, Fault.PARAMETER)));
            return;
        }
        commands.getOrDefault(words.name(), answers::refuseUnknown).accept(words);
    }

    @Override
    public boolean followsResults() {
        return settings.output() == ResultOutput.ALL;
    }

    @Override
    public void happened(Event event) {
        if (!(event instanceof Event.Finished finished)
                || !stations.has(finished.result().station())) {
            return;
        }
        lost &= finished.result().station() != stations.first();
        if (settings.output() == ResultOutput.ALL) {
            desk.say(settings.format().line(finished.result()));
        }
    }

    /** This peer is not told again what was judged before. */
    private void reset(Words words) {
        answers.everywhere(words, Command.ResetCounters::new, () -> lost = true);
    }

    private void reopen(Words words) {
        stations.all(
                Command.GoOffline::new,
                refused -> refused.ifPresentOrElse(
                        no -> answers.refuse(words, no.code()),
                        () -> answers.everywhere(words, Command.GoOnline::new)));
    }

    // ---- trigger

    /** A peer that does not look at a refusal is not told the part before as the one that it asked for. */
    private void trigger(Words words, List<Integer> numbers) {
        Runnable failed = () -> lost |= numbers.contains(stations.first());
        if (!enabled) {
            failed.run();
            answers.refuse(words, Fault.NOT_NOW);
            return;
        }
        KeyenceXgTrigger trigger =
                new KeyenceXgTrigger(settings, desk, words.name(), numbers.size(), Fault.NOT_NOW.of(words), failed);
        TriggerRequest request = new TriggerRequest(part, Optional.empty(), Map.of());
        numbers.forEach(number -> stations.trigger(number, request, trigger));
    }

    private void enable(Words words) {
        Optional<Integer> wanted = words.count() == 1 ? Digits.whole(words.get(0), 0, 1) : Optional.empty();
        if (wanted.isEmpty()) {
            answers.refuse(words, Fault.PARAMETER);
            return;
        }
        enabled = wanted.get() == 1;
        desk.answer(words.name());
    }

    private void fileName(Words words) {
        boolean text = words.count() >= 2 && words.from(1).startsWith("\"");
        if (!text || Digits.whole(words.get(0), 0, 9).isEmpty()) {
            answers.refuse(words, Fault.PARAMETER);
            return;
        }
        String name = words.from(1).substring(1).strip();
        part = name.isEmpty() ? Optional.empty() : Optional.of(name);
        desk.answer(words.name());
    }

    private void lastResult(Words words) {
        desk.ask(new Command.LastResult(stations.first()), reply -> {
            if (reply instanceof Reply.Found found && !lost) {
                desk.answer(settings.format().line(found.result()));
            } else {
                answers.refuse(words, Fault.NOT_NOW);
            }
        });
    }

    // ---- state

    private void mode(Words words) {
        answers.status(words, state -> desk.answer("RM," + (state == StationState.OFFLINE ? "0" : "1")));
    }

    private void clearError(Words words) {
        answers.status(words, state -> {
            if (state == StationState.FAULT) {
                answers.refuse(words, Fault.NOT_NOW);
            } else {
                desk.answer(words.name());
            }
        });
    }

    private void version(Words words) {
        Product product = Product.load();
        desk.answer(words.name() + "," + product.name() + "," + product.version());
    }
}
