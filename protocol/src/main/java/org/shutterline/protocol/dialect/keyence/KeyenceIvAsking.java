package org.shutterline.protocol.dialect.keyence;

import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.format.Digits;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.script.Exchange;
import org.shutterline.protocol.script.ExchangeClient;
import org.shutterline.protocol.spi.ClientStep;

/** The peer's side: drives a Keyence IV, or one of ours that speaks like it. */
final class KeyenceIvAsking implements ExchangeClient.Spelling {
    private static final String NOT_IN_DIALECT = "keyence-iv has no command for this";
    private static final int STATE_FLAGS = 7;

    private final KeyenceIvSettings settings;
    private final KeyenceIvResult results;

    KeyenceIvAsking(KeyenceIvSettings settings) {
        this.settings = settings;
        this.results = new KeyenceIvResult(settings);
    }

    @Override
    public ExchangeClient.Said ping() {
        return ExchangeClient.Said.by(Answered.by("RM", words -> new Reply.Done()));
    }

    @Override
    public List<ClientStep> unasked(String line) throws Exchange.NotThisDialect {
        Words words = Words.of(line);
        if (!words.name().equals(KeyenceIvResult.WORD)) {
            return List.of();
        }
        try {
            return List.of(new ClientStep.Happened(new Event.Finished(results.read(words))));
        } catch (NumberFormatException other) {
            throw new Exchange.NotThisDialect("'" + line + "' is no result of a Keyence IV");
        }
    }

    @Override
    public ExchangeClient.Said said(Command command) {
        if (command instanceof Command.Trigger trigger) {
            return trigger.station() == settings.station() ? result("T2") : refused(Code.NO_SUCH_STATION);
        }
        if (command instanceof Command.LastResult) {
            return result(KeyenceIvResult.WORD);
        }
        if (command instanceof Command.FetchPicture fetch && fetch.view() == PictureView.SOURCE) {
            return ExchangeClient.Said.by(new KeyenceIvPictureAsked(fetch.id()));
        }
        if (command instanceof Command.AskStatus) {
            return by("SR", this::state);
        }
        if (command instanceof Command.Subscribe) {
            return by("OE,1", words -> new Reply.Subscribed(List.of()));
        }
        if (command instanceof Command.Unsubscribe) {
            return by("OE,0", words -> new Reply.Done());
        }
        if (command instanceof Command.AskJob) {
            return by("PR", words -> new Reply.JobOf(job(words.get(0))));
        }
        if (command instanceof Command.ChangeJob change) {
            return settings.programs()
                    .theirs(change.job())
                    .map(number -> by("PW," + Digits.padded(number, 3), words -> new Reply.JobChanged(change.job(), 0)))
                    .orElseGet(() -> refused(Code.NO_SUCH_JOB));
        }
        if (command instanceof Command.ResetCounters) {
            return by("STC", words -> new Reply.Done());
        }
        if (command instanceof Command.GetParameter get) {
            return limit(get.parameter())
                    .map(limit -> by("DR," + limit, this::threshold))
                    .orElseGet(() -> refused(Code.WRONG_ARGUMENT));
        }
        if (command instanceof Command.SetParameter set) {
            return set(set);
        }
        if (command instanceof Command.ListJobs) {
            return ExchangeClient.Said.already(
                    new Reply.Jobs(settings.programs().names()));
        }
        if (command instanceof Command.ListStations) {
            return ExchangeClient.Said.already(new Reply.Stations(List.of(settings.station())));
        }
        return ExchangeClient.Said.already(new Reply.Refused(Code.UNKNOWN_COMMAND, NOT_IN_DIALECT));
    }

    private static ExchangeClient.Said refused(Code code) {
        return ExchangeClient.Said.already(new Reply.Refused(code));
    }

    private static ExchangeClient.Said by(String request, Answered.Answer answer) {
        return ExchangeClient.Said.by(Answered.by(request, answer));
    }

    private ExchangeClient.Said result(String request) {
        return ExchangeClient.Said.by(
                new Answered(request, KeyenceIvResult.WORD, words -> new Reply.Found(results.read(words))));
    }

    private ExchangeClient.Said set(Command.SetParameter set) {
        Optional<String> limit = limit(set.parameter());
        Optional<String> rate = Digits.plain(set.value()).flatMap(number -> results.rate(Double.parseDouble(number)));
        return limit.isPresent() && rate.isPresent()
                ? by("DW," + limit.get() + "," + rate.get(), words -> new Reply.Done())
                : refused(Code.WRONG_ARGUMENT);
    }

    private Reply state(Words words) {
        if (words.count() != STATE_FLAGS) {
            throw new NumberFormatException();
        }
        StationState state = isOn(words, 6)
                ? StationState.FAULT
                : isOn(words, 0) ? StationState.BUSY : isOn(words, 1) ? StationState.READY : StationState.OFFLINE;
        return new Reply.Status(new StationStatus(settings.station(), state, "", 0, 0, 0, 0, 0, ""));
    }

    private static boolean isOn(Words words, int flag) {
        return Digits.whole(words.get(flag), 0, 1).orElseThrow(NumberFormatException::new) == 1;
    }

    private Reply threshold(Words words) {
        return new Reply.ParameterOf(
                results.plain(words.get(2)).orElseThrow(NumberFormatException::new), Reply.ParameterOf.Kind.NUMBER);
    }

    private String job(String number) {
        return settings.programs().ours(number).orElse(number);
    }

    /** {@code hole.high} as a tool's number and which limit. */
    private Optional<String> limit(String parameter) {
        int dot = parameter.lastIndexOf('.');
        String which = parameter.substring(dot + 1);
        if (dot < 0 || !which.equals("low") && !which.equals("high")) {
            return Optional.empty();
        }
        return settings.thresholds()
                .theirs(parameter.substring(0, dot))
                .map(theirs -> Digits.padded(theirs, 2) + (which.equals("high") ? ",1" : ",0"));
    }
}
