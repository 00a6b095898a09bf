package org.shutterline.protocol.dialect.omron;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.format.Digits;
import org.shutterline.protocol.format.ResultReader;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.script.Exchange;
import org.shutterline.protocol.script.ExchangeClient;
import org.shutterline.protocol.spi.ClientStep;

/** The peer's side: drives an Omron device, or one of ours that speaks like it. */
final class OmronAsking implements ExchangeClient.Spelling {
    private static final String NOT_IN_DIALECT = "omron has no command for this";
    private static final String READS_SETTING = "setting.";
    private static final int MOST_LINES = 10_000;

    private final OmronSettings settings;
    private final ResultReader reader;
    private final List<ClientStep> others = new ArrayList<>();
    private long results;

    OmronAsking(OmronSettings settings) {
        this.settings = settings;
        this.reader = new ResultReader(settings.format());
    }

    @Override
    public ExchangeClient.Said ping() {
        return ExchangeClient.Said.by(new SignOfLife());
    }

    @Override
    public List<ClientStep> toldAside() {
        List<ClientStep> told = List.copyOf(others);
        others.clear();
        return told;
    }

    @Override
    public List<ClientStep> unasked(String line) {
        return read(line)
                .map(result -> List.<ClientStep>of(new ClientStep.Happened(new Event.Finished(result))))
                .orElse(List.of());
    }

    private Optional<InspectionResult> read(String line) {
        Optional<InspectionResult> read = reader.read(line, settings.station(), results + 1);
        read.ifPresent(result -> results++);
        return read;
    }

    @Override
    public ExchangeClient.Said said(Command command) {
        if (command instanceof Command.Trigger trigger) {
            return trigger.station() == settings.station()
                    ? told("MEASURE", this::judged)
                    : refused(Code.NO_SUCH_STATION);
        }
        if (command instanceof Command.AskJob) {
            return told("SCENE", line -> line.map(this::job));
        }
        if (command instanceof Command.ChangeJob change) {
            return settings.scenes()
                    .theirs(change.job())
                    .map(number -> done("SCENE " + number, new Reply.JobChanged(change.job(), 0)))
                    .orElseGet(() -> refused(Code.NO_SUCH_JOB));
        }
        if (command instanceof Command.ResetCounters) {
            return done("CLRMEAS", new Reply.Done());
        }
        if (command instanceof Command.GetParameter get) {
            return unit(get.parameter())
                    .map(unit -> told("UNITDATA " + unit, line -> line.flatMap(OmronAsking::parameter)))
                    .orElseGet(() -> refused(Code.WRONG_ARGUMENT));
        }
        if (command instanceof Command.SetParameter set) {
            return unit(set.parameter())
                    .map(unit -> done("UNITDATA " + unit + " " + set.value(), new Reply.Done()))
                    .orElseGet(() -> refused(Code.WRONG_ARGUMENT));
        }
        if (command instanceof Command.ListJobs) {
            return ExchangeClient.Said.already(new Reply.Jobs(settings.scenes().names()));
        }
        if (command instanceof Command.ListStations) {
            return ExchangeClient.Said.already(new Reply.Stations(List.of(settings.station())));
        }
        return ExchangeClient.Said.already(new Reply.Refused(Code.UNKNOWN_COMMAND, NOT_IN_DIALECT));
    }

    private ExchangeClient.Said done(String request, Reply reply) {
        return ExchangeClient.Said.by(new Asked(request, line -> Optional.of(reply)));
    }

    private ExchangeClient.Said told(String request, Answer answer) {
        return ExchangeClient.Said.by(new AskedForLine(request, answer));
    }

    private static ExchangeClient.Said refused(Code code) {
        return ExchangeClient.Said.already(new Reply.Refused(code));
    }

    private Optional<Reply> judged(Optional<String> line) {
        return line.isEmpty()
                ? Optional.of(new Reply.Refused(Code.NO_SUCH_RESULT, "the device sends no results"))
                : read(line.get()).map(Reply.Found::new);
    }

    private Reply job(String number) {
        return new Reply.JobOf(settings.scenes().ours(number).orElse(number));
    }

    private Optional<String> unit(String parameter) {
        return settings.units().theirs(READS_SETTING + parameter).map(theirs -> theirs.replace(',', ' '));
    }

    private static Optional<Reply> parameter(String text) {
        return Digits.plain(text).map(number -> new Reply.ParameterOf(number, Reply.ParameterOf.Kind.NUMBER));
    }

    /** What an answer means. */
    @FunctionalInterface
    private interface Answer {
        /**
         * @param line the one that belongs to OK
         * @return empty if it cannot be an answer
         */
        Optional<Reply> to(Optional<String> line);
    }

    /** A command that is answered by OK or ER. Lines before that are results of triggers that others made. */
    private class Asked implements Exchange {
        private final String request;
        private final Answer answer;
        private final List<String> lines = new ArrayList<>();

        Asked(String request, Answer answer) {
            this.request = request;
            this.answer = answer;
        }

        @Override
        public String request() {
            return request;
        }

        @Override
        public Optional<Reply> heard(String line) throws NotThisDialect {
            if (line.equals(OmronScript.DONE)) {
                Optional<String> own = own();
                lines.forEach(other -> others.addAll(unasked(other)));
                return Optional.of(answer.to(own)
                        .orElseThrow(
                                () -> new NotThisDialect("'" + own.orElse("OK") + "' does not answer " + request)));
            }
            if (line.equals(OmronScript.REFUSED)) {
                lines.forEach(other -> others.addAll(unasked(other)));
                return Optional.of(refusal());
            }
            lines.add(line);
            if (lines.size() > MOST_LINES) {
                throw new NotThisDialect("neither OK nor ER after " + MOST_LINES + " lines");
            }
            return Optional.empty();
        }

        /** The line that belongs to OK; none does. */
        Optional<String> own() {
            return Optional.empty();
        }

        Reply refusal() {
            return new Reply.Refused(Code.STATION_BUSY, "the device says ER");
        }

        Optional<String> last() {
            return lines.isEmpty() ? Optional.empty() : Optional.of(lines.remove(lines.size() - 1));
        }
    }

    /** A command whose answer has a line directly before OK. */
    private class AskedForLine extends Asked {
        AskedForLine(String request, Answer answer) {
            super(request, answer);
        }

        @Override
        Optional<String> own() {
            return last();
        }
    }

    /** Every device knows the number of its scene, or refuses to tell; both are signs of life. */
    private final class SignOfLife extends AskedForLine {
        SignOfLife() {
            super("SCENE", line -> Optional.of(new Reply.Done()));
        }

        @Override
        Reply refusal() {
            return new Reply.Done();
        }
    }
}
