package org.shutterline.server.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.message.Value;
import org.shutterline.server.simulator.PlcLine.Answered;
import org.shutterline.server.simulator.PlcLine.Manner;
import org.shutterline.server.simulator.PlcLine.NotUnderstood;

/** One cycle of a PLC: trigger, wait for the result, read it again, and now and then change the program. */
final class PlcCycle {
    private static final double NANOS_A_MS = 1e6;
    private static final int LONGEST_UNTIL_RESET_MS = 5;

    private final PlcSettings settings;
    private final PlcClock clock;
    private final PlcTally tally;
    private final PlcListener listener;
    private final PlcLines lines;
    private final Command trigger;
    private final Command read;
    private final boolean reads;
    private final Random dice;
    private int changes;

    /** How a trigger is handed to a connection; gives the ticket of its answer. */
    @FunctionalInterface
    private interface Sending {
        long on(PlcLine line) throws IOException, NotUnderstood;
    }

    /** A trigger that is on its way. */
    private record Sent(PlcLine line, long ticket, long atNanos) {}

    PlcCycle(
            PlcSettings settings,
            PlcLanguage language,
            Wire.Opener opener,
            PlcClock clock,
            PlcTally tally,
            PlcListener listener) {
        this.settings = settings;
        this.clock = clock;
        this.tally = tally;
        this.listener = listener;
        this.lines = new PlcLines(language, opener, clock, settings.patience(), tally);
        this.trigger = new Command.Trigger(settings.station(), TriggerRequest.PLAIN);
        this.read = new Command.LastResult(settings.station());
        // what two connections trigger at once cannot be told apart by the last result
        this.reads = language.can(read) && !settings.habits().contains(Habit.IGNORE_BUSY);
        this.dice = new Random(settings.seed());
    }

    void end() {
        lines.close();
    }

    /** @param number from 1 */
    void run(int number, Optional<Habit> habit) throws InterruptedException {
        Optional<PlcLine> line = line();
        if (line.isEmpty()) {
            return;
        }
        if (habit.isEmpty()) {
            trigger(line.get(), on -> on.begin(trigger, Manner.WHOLE));
        } else {
            rudely(line.get(), habit.get());
        }
        if (!settings.programs().isEmpty() && number % settings.programEvery() == 0) {
            changeProgram();
        }
    }

    private Optional<PlcLine> line() {
        try {
            return Optional.of(lines.first());
        } catch (IOException | NotUnderstood none) {
            noConnection(none);
            return Optional.empty();
        }
    }

    private void noConnection(Exception why) {
        tally.add(Count.NO_CONNECTION);
        listener.trouble(why.getMessage());
    }

    private void rudely(PlcLine line, Habit habit) throws InterruptedException {
        switch (habit) {
            case NO_END ->
                send(line, on -> on.begin(trigger, Manner.WITHOUT_END))
                        .ifPresent(sent -> finish(sent, settings.endlessPatience(), Count.UNENDED));
            case COALESCE -> trigger(line, on -> on.beginBehindPing(trigger));
            case BYTEWISE -> trigger(line, on -> on.begin(trigger, Manner.BYTEWISE));
            case RESET -> resetMidway(line);
            case IGNORE_BUSY -> againAtOnce(line);
        }
    }

    private void trigger(PlcLine line, Sending how) {
        send(line, how)
                .flatMap(sent -> {
                    Optional<Answered> answered = finish(sent, settings.patience(), Count.LOST);
                    answered.ifPresent(whole -> tookFrom(sent, whole));
                    return answered;
                })
                .flatMap(PlcCycle::result)
                .filter(result -> reads)
                .ifPresent(result -> readAgain(line, result));
    }

    private void resetMidway(PlcLine line) throws InterruptedException {
        Optional<Sent> sent = send(line, on -> on.begin(trigger, Manner.WHOLE));
        if (sent.isPresent()) {
            clock.rest(Duration.ofMillis(dice.nextInt(LONGEST_UNTIL_RESET_MS)));
            tally.add(Count.ABANDONED);
            lines.drop(line);
        }
    }

    private void againAtOnce(PlcLine line) {
        Optional<PlcLine> second = second();
        Optional<Sent> one = send(line, on -> on.begin(trigger, Manner.WHOLE));
        Optional<Sent> other = second.flatMap(also -> send(also, on -> on.begin(trigger, Manner.WHOLE)));
        other.ifPresent(sent -> finish(sent, settings.patience(), Count.LOST));
        one.ifPresent(sent -> finish(sent, settings.patience(), Count.LOST));
    }

    private Optional<PlcLine> second() {
        try {
            return Optional.of(lines.second());
        } catch (IOException | NotUnderstood none) {
            noConnection(none);
            return Optional.empty();
        }
    }

    /** From here on the trigger is counted, whatever comes of it. */
    private Optional<Sent> send(PlcLine line, Sending how) {
        tally.add(Count.SENT);
        long nowNanos = clock.nanos();
        try {
            return Optional.of(new Sent(line, how.on(line), nowNanos));
        } catch (IOException broken) {
            failed(line, Count.LOST, String.valueOf(broken.getMessage()));
        } catch (NotUnderstood other) {
            failed(line, Count.NOT_UNDERSTOOD, other.getMessage());
        }
        return Optional.empty();
    }

    /** @param late what it counts as if no answer comes in time */
    private Optional<Answered> finish(Sent sent, Duration patience, Count late) {
        try {
            Optional<Answered> answered = sent.line().await(sent.ticket(), patience);
            if (answered.isEmpty()) {
                failed(sent.line(), late, "no answer for " + patience.toMillis() + " ms");
            }
            answered.ifPresent(whole -> count(sent, whole.reply()));
            return answered;
        } catch (IOException broken) {
            failed(sent.line(), Count.LOST, String.valueOf(broken.getMessage()));
        } catch (NotUnderstood other) {
            failed(sent.line(), Count.NOT_UNDERSTOOD, other.getMessage());
        }
        return Optional.empty();
    }

    private void failed(PlcLine line, Count as, String why) {
        tally.add(as);
        listener.trouble(why);
        lines.drop(line);
    }

    private void count(Sent sent, Reply reply) {
        if (reply instanceof Reply.Found found) {
            tally.add(found.result().verdict());
            listener.judged(sent.atNanos(), found.result());
        } else if (reply instanceof Reply.Refused refused) {
            tally.refused(refused.code());
        } else {
            tally.add(Count.NOT_UNDERSTOOD);
        }
    }

    private void tookFrom(Sent sent, Answered answered) {
        if (answered.reply() instanceof Reply.Found) {
            tally.took((answered.atNanos() - sent.atNanos()) / NANOS_A_MS);
        }
    }

    private static Optional<InspectionResult> result(Answered answered) {
        return answered.reply() instanceof Reply.Found found ? Optional.of(found.result()) : Optional.empty();
    }

    private void readAgain(PlcLine line, InspectionResult result) {
        ask(line, read).ifPresent(reply -> {
            tally.add(Count.READS);
            boolean same = reply instanceof Reply.Found found && isSame(found.result(), result);
            if (!same) {
                tally.add(Count.READ_OTHERWISE);
            }
        });
    }

    private static boolean isSame(InspectionResult one, InspectionResult other) {
        return one.verdict() == other.verdict() && values(one).equals(values(other));
    }

    private static List<Value> values(InspectionResult result) {
        return result.values().stream().map(Measurement::value).toList();
    }

    private void changeProgram() {
        String job = settings.programs().get(changes++ % settings.programs().size());
        line().flatMap(line -> ask(line, new Command.ChangeJob(settings.station(), job)))
                .ifPresent(reply ->
                        tally.add(reply instanceof Reply.JobChanged ? Count.PROGRAMS : Count.PROGRAMS_REFUSED));
    }

    private Optional<Reply> ask(PlcLine line, Command command) {
        try {
            Optional<Answered> answered = line.await(line.begin(command, Manner.WHOLE), settings.patience());
            if (answered.isPresent()) {
                return answered.map(Answered::reply);
            }
            noConnection(new IOException("no answer to " + command));
        } catch (IOException | NotUnderstood broken) {
            noConnection(broken);
        }
        lines.drop(line);
        return Optional.empty();
    }
}
