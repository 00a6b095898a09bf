package org.shutterline.protocol.dialect.insight;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.shutterline.protocol.format.Digits;
import org.shutterline.protocol.format.NameMap;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Product;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.script.Desk;

/** The commands of a peer that has logged in: two letters in any case, and what follows them. */
final class InsightCommands {
    private static final int HIGHEST_EVENT = 8;
    private static final int HIGHEST_PROGRAM = 999;
    private static final String JOB_END = ".job";

    private final InsightSettings settings;
    private final Desk desk;
    private final Answers answers;
    private final InsightTrigger trigger;
    private final Map<String, Consumer<String>> commands = new TreeMap<>();

    InsightCommands(InsightSettings settings, Desk desk) {
        this.settings = settings;
        this.desk = desk;
        this.answers = new Answers(desk, settings.end());
        this.trigger = new InsightTrigger(settings, desk, answers);
        InsightCells cells = new InsightCells(settings, desk, answers, trigger);
        InsightPicture picture = new InsightPicture(settings, desk, answers, trigger);
        commands.put("SO", this::online);
        commands.put("GO", rest -> alone(rest, this::tellOnline));
        commands.put("SW", rest -> event(rest, trigger::andWait));
        commands.put("SE", rest -> event(rest, trigger::only));
        commands.put("GV", cells::tell);
        commands.put("SI", cells::setWhole);
        commands.put("SF", cells::setNumber);
        commands.put("SS", cells::setText);
        commands.put("LF", this::loadFile);
        commands.put("GF", rest -> alone(rest, this::tellFile));
        commands.put("SJ", this::setProgram);
        commands.put("GJ", rest -> alone(rest, this::tellProgram));
        commands.put("GI", rest -> alone(rest, this::tellInfo));
        commands.put("RI", rest -> alone(rest, picture::tell));
        commands.put("RB", rest -> alone(rest, picture::tell));
    }

    void line(String line) {
        String text = line.stripLeading();
        if (text.isEmpty()) {
            desk.next();
        } else {
            commands.getOrDefault(word(text), this::refuseUnknown).accept(text.substring(Math.min(2, text.length())));
        }
    }

    void happened(Event event) {
        trigger.happened(event);
    }

    /** Whether it begins as one. */
    boolean isCommand(String line) {
        return commands.containsKey(word(line));
    }

    private void refuseUnknown(String rest) {
        desk.unknown();
        answers.status(Status.UNKNOWN_COMMAND);
    }

    private static String word(String line) {
        return line.substring(0, Math.min(2, line.length())).toUpperCase(Locale.ROOT);
    }

    private void alone(String rest, Runnable command) {
        if (rest.isBlank()) {
            command.run();
        } else {
            answers.status(Status.WRONG_ARGUMENT);
        }
    }

    /** Only the event that takes a picture is one here. */
    private void event(String rest, Runnable takesPicture) {
        Optional<Integer> number = Digits.whole(rest.strip(), 0, HIGHEST_EVENT);
        if (number.isEmpty()) {
            answers.status(Status.WRONG_ARGUMENT);
        } else if (number.get() != HIGHEST_EVENT) {
            answers.status(Status.NOT_EXECUTED);
        } else {
            takesPicture.run();
        }
    }

    // ---- online

    private void online(String rest) {
        switch (rest.strip()) {
            case "1" -> ask(new Command.GoOnline(settings.station()), done -> checkOnline());
            case "0" -> ask(new Command.GoOffline(settings.station()), done -> answers.status(Status.DONE));
            default -> answers.status(Status.WRONG_ARGUMENT);
        }
    }

    private void checkOnline() {
        status(now -> answers.status(isOnline(now) ? Status.DONE : Status.HELD_OFFLINE));
    }

    private void tellOnline() {
        desk.ask(new Command.AskStatus(settings.station()), reply -> {
            boolean online = reply instanceof Reply.Status now && isOnline(now.status());
            desk.answer(online ? "1" : "0");
        });
    }

    private static boolean isOnline(StationStatus now) {
        return now.state() == StationState.READY || now.state() == StationState.BUSY;
    }

    private void status(Consumer<StationStatus> listener) {
        ask(new Command.AskStatus(settings.station()), reply -> {
            if (reply instanceof Reply.Status now) {
                listener.accept(now.status());
            } else {
                answers.status(Status.NOT_EXECUTED);
            }
        });
    }

    // ---- jobs

    private void loadFile(String rest) {
        String file = rest.strip();
        if (file.isEmpty()) {
            answers.status(Status.WRONG_ARGUMENT);
            return;
        }
        String job = settings.jobs()
                .ours(file)
                .or(() -> settings.jobs().ours(withoutEnd(file)))
                .orElseGet(() -> withoutEnd(file));
        status(now -> {
            if (isOnline(now)) {
                answers.status(Status.NOT_EXECUTED);
            } else {
                change(job);
            }
        });
    }

    private static String withoutEnd(String file) {
        int from = file.length() - JOB_END.length();
        return from > 0 && file.regionMatches(true, from, JOB_END, 0, JOB_END.length())
                ? file.substring(0, from)
                : file;
    }

    private void tellFile() {
        job(job -> answers.value(file(job)));
    }

    private String file(String job) {
        String name = settings.jobs().theirs(job).orElse(job);
        String file = withoutEnd(name).equals(name) ? name + JOB_END : name;
        return settings.format().text(new Value.Text(file)).orElse(file);
    }

    private void setProgram(String rest) {
        Optional<Integer> number = Digits.whole(rest.strip(), 0, HIGHEST_PROGRAM);
        if (number.isEmpty()) {
            answers.status(Status.WRONG_ARGUMENT);
            return;
        }
        settings.programs().ours(Integer.toString(number.get())).ifPresentOrElse(this::change, () -> {
            desk.unmapped("job " + number.get());
            answers.status(Status.NOT_EXECUTED);
        });
    }

    private void change(String job) {
        ask(new Command.ChangeJob(settings.station(), job), done -> answers.status(Status.DONE));
    }

    private void tellProgram() {
        NameMap programs = settings.programs();
        job(job -> programs.theirs(job).ifPresentOrElse(answers::value, () -> answers.status(Status.NOT_EXECUTED)));
    }

    private void job(Consumer<String> listener) {
        ask(new Command.AskJob(settings.station()), reply -> {
            if (reply instanceof Reply.JobOf of) {
                listener.accept(of.job());
            } else {
                answers.status(Status.NOT_EXECUTED);
            }
        });
    }

    private void tellInfo() {
        Product product = Product.load();
        status(now -> answers.value(String.join(
                settings.end(),
                "Device: " + product.name(),
                "Version: " + product.version(),
                "Station: " + now.station(),
                "State: " + now.state().name().toLowerCase(Locale.ROOT),
                "Job: " + file(now.job()))));
    }

    private void ask(Command command, Consumer<Reply> listener) {
        desk.ask(command, answers.unlessRefused(listener));
    }
}
