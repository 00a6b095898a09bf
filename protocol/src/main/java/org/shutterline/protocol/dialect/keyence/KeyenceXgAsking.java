package org.shutterline.protocol.dialect.keyence;

import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.format.Digits;
import org.shutterline.protocol.format.ResultReader;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.script.Exchange;
import org.shutterline.protocol.script.ExchangeClient;
import org.shutterline.protocol.spi.ClientStep;

/** The peer's side: drives a Keyence device, or one of ours that speaks like it. */
final class KeyenceXgAsking implements ExchangeClient.Spelling {
    private static final String NOT_IN_DIALECT = "keyence-xg has no command for this";

    private final KeyenceXgSettings settings;
    private final ResultReader reader;
    private long results;

    KeyenceXgAsking(KeyenceXgSettings settings) {
        this.settings = settings;
        this.reader = new ResultReader(settings.format());
    }

    @Override
    public ExchangeClient.Said ping() {
        return done("RM");
    }

    @Override
    public List<ClientStep> unasked(String line) {
        return reader.read(line, settings.stations().get(0), results + 1)
                .map(result -> {
                    results++;
                    return List.<ClientStep>of(new ClientStep.Happened(new Event.Finished(result)));
                })
                .orElse(List.of());
    }

    @Override
    public ExchangeClient.Said said(Command command) {
        if (command instanceof Command.Trigger trigger) {
            int theirs = settings.stations().indexOf(trigger.station()) + 1;
            return theirs == 0
                    ? refused(Code.NO_SUCH_STATION)
                    : ExchangeClient.Said.by(new Trigger("T" + theirs, trigger.station()));
        }
        if (command instanceof Command.AskStatus status) {
            return by("RM", words -> state(words, status.station()));
        }
        if (command instanceof Command.LastResult last) {
            return ExchangeClient.Said.by(new Last(last.station()));
        }
        if (command instanceof Command.GoOnline) {
            return done("R0");
        }
        if (command instanceof Command.GoOffline) {
            return done("S0");
        }
        if (command instanceof Command.ResetCounters) {
            return done("RS");
        }
        if (command instanceof Command.AskJob) {
            return by("PR", words -> new Reply.JobOf(job(words.get(1))));
        }
        if (command instanceof Command.ChangeJob change) {
            return change(change);
        }
        if (command instanceof Command.GetParameter get) {
            return limit(get.parameter())
                    .map(limit -> by(
                            "DR," + limit,
                            words -> new Reply.ParameterOf(
                                    Digits.plain(words.get(0)).orElseThrow(NumberFormatException::new),
                                    Reply.ParameterOf.Kind.NUMBER)))
                    .orElseGet(() -> refused(Code.WRONG_ARGUMENT));
        }
        if (command instanceof Command.SetParameter set) {
            return limit(set.parameter())
                    .map(limit -> done("DW," + limit + "," + set.value()))
                    .orElseGet(() -> refused(Code.WRONG_ARGUMENT));
        }
        if (command instanceof Command.ListJobs) {
            return ExchangeClient.Said.already(
                    new Reply.Jobs(settings.programs().names()));
        }
        if (command instanceof Command.ListStations) {
            return ExchangeClient.Said.already(new Reply.Stations(settings.stations()));
        }
        return ExchangeClient.Said.already(new Reply.Refused(Code.UNKNOWN_COMMAND, NOT_IN_DIALECT));
    }

    private ExchangeClient.Said change(Command.ChangeJob change) {
        Optional<String> number = settings.programs().theirs(change.job());
        return number.map(theirs -> by("PW,1," + theirs, words -> new Reply.JobChanged(change.job(), 0)))
                .orElseGet(() -> refused(Code.NO_SUCH_JOB));
    }

    /** {@code hole.high} as tool, item and which limit. */
    private Optional<String> limit(String parameter) {
        int dot = parameter.lastIndexOf('.');
        String which = parameter.substring(dot + 1);
        if (dot < 0 || !which.equals("low") && !which.equals("high")) {
            return Optional.empty();
        }
        return settings.tolerances()
                .theirs(parameter.substring(0, dot))
                .map(theirs -> theirs + (which.equals("high") ? ",1" : ",0"));
    }

    private String job(String number) {
        return settings.programs().ours(number).orElse(number);
    }

    private static Reply state(Words words, int station) {
        StationState state = words.get(0).equals("1") ? StationState.READY : StationState.OFFLINE;
        return new Reply.Status(new StationStatus(station, state, "", 0, 0, 0, 0, 0, ""));
    }

    private static ExchangeClient.Said refused(Code code) {
        return ExchangeClient.Said.already(new Reply.Refused(code));
    }

    private static ExchangeClient.Said done(String request) {
        return by(request, words -> new Reply.Done());
    }

    private static ExchangeClient.Said by(String request, Answered.Answer answer) {
        return ExchangeClient.Said.by(Answered.by(request, answer));
    }

    /** Acknowledged at once and followed by its result, or answered by its result. */
    private final class Trigger implements Exchange {
        private final String name;
        private final int station;
        private boolean acknowledged;

        Trigger(String name, int station) {
            this.name = name;
            this.station = station;
        }

        @Override
        public String request() {
            return name;
        }

        @Override
        public Optional<Reply> heard(String line) throws NotThisDialect {
            Words words = Words.of(line);
            if (Fault.isIn(words)) {
                return Optional.of(Fault.reply(words));
            }
            if (!acknowledged && line.equals(name)) {
                acknowledged = true;
                return Optional.empty();
            }
            return Optional.of(result(acknowledged ? line : words.from(0), station));
        }
    }

    private Reply result(String line, int station) throws Exchange.NotThisDialect {
        return reader.read(line, station, ++results)
                .<Reply>map(Reply.Found::new)
                .orElseThrow(
                        () -> new Exchange.NotThisDialect("'" + line + "' is no result in the format of the settings"));
    }

    /** The last result, whose line has no word before it. */
    private final class Last implements Exchange {
        private final int station;

        Last(int station) {
            this.station = station;
        }

        @Override
        public String request() {
            return "M0";
        }

        @Override
        public Optional<Reply> heard(String line) throws NotThisDialect {
            Words words = Words.of(line);
            return Fault.isIn(words) ? Optional.of(Fault.reply(words)) : Optional.of(result(line, station));
        }
    }
}
