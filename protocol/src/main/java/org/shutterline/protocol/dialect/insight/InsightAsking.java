package org.shutterline.protocol.dialect.insight;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shutterline.protocol.format.Digits;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.script.Exchange;
import org.shutterline.protocol.script.ExchangeClient;
import org.shutterline.protocol.spi.ClientStep;

/** How our commands are said in the native mode. */
final class InsightAsking implements ExchangeClient.Spelling {
    private static final String NOT_IN_DIALECT = "insight has no command for this";
    private static final String JOB_END = ".job";

    private final InsightSettings settings;
    private final ReadCells cells;
    private long results;

    InsightAsking(InsightSettings settings) {
        this.settings = settings;
        this.cells = new ReadCells(settings);
    }

    @Override
    public ExchangeClient.Said ping() {
        return ExchangeClient.Said.by(new OnlineAsked(online -> new Reply.Done()));
    }

    /** A sensor says nothing unasked. */
    @Override
    public List<ClientStep> unasked(String line) {
        return List.of();
    }

    @Override
    public ExchangeClient.Said said(Command command) {
        if (command instanceof Command.Trigger trigger) {
            return at(trigger.station(), cells.afterTrigger(++results));
        }
        if (command instanceof Command.LastResult last) {
            return cells.isEmpty()
                    ? refused(Code.UNKNOWN_COMMAND, "no cell is mapped in the settings")
                    : at(last.station(), cells.now(++results));
        }
        if (command instanceof Command.FetchPicture fetch && fetch.view() == PictureView.SOURCE) {
            return fetch.id() == results
                    ? ExchangeClient.Said.by(new PictureAsked(fetch.id()))
                    : refused(Code.PICTURE_NOT_KEPT, Code.PICTURE_NOT_KEPT.text());
        }
        if (command instanceof Command.AskStatus status) {
            return at(status.station(), new OnlineAsked(online -> state(status.station(), online)));
        }
        if (command instanceof Command.GoOnline go) {
            return at(go.station(), done("SO1"));
        }
        if (command instanceof Command.GoOffline go) {
            return at(go.station(), done("SO0"));
        }
        if (command instanceof Command.AskJob ask) {
            return at(ask.station(), new OneAsked("GF", true, file -> new Reply.JobOf(job(file))));
        }
        if (command instanceof Command.ChangeJob change) {
            return at(
                    change.station(),
                    new OneAsked(load(change.job()), false, none -> new Reply.JobChanged(change.job(), 0)));
        }
        if (command instanceof Command.GetParameter get) {
            return at(get.station(), new OneAsked("GV" + name(get.parameter()), true, InsightAsking::parameter));
        }
        if (command instanceof Command.SetParameter set) {
            return at(set.station(), done(write(set)));
        }
        if (command instanceof Command.ListJobs) {
            return ExchangeClient.Said.already(new Reply.Jobs(Stream.of(settings.jobs(), settings.programs())
                    .flatMap(map -> map.names().stream())
                    .distinct()
                    .toList()));
        }
        if (command instanceof Command.ListStations) {
            return ExchangeClient.Said.already(new Reply.Stations(List.of(settings.station())));
        }
        return refused(Code.UNKNOWN_COMMAND, NOT_IN_DIALECT);
    }

    private ExchangeClient.Said at(int station, Exchange exchange) {
        if (station != settings.station()) {
            return refused(Code.NO_SUCH_STATION, Code.NO_SUCH_STATION.text());
        }
        boolean oneLine = exchange.request().chars().noneMatch(Character::isISOControl);
        return oneLine ? ExchangeClient.Said.by(exchange) : refused(Code.WRONG_ARGUMENT, Code.WRONG_ARGUMENT.text());
    }

    private static ExchangeClient.Said refused(Code code, String text) {
        return ExchangeClient.Said.already(new Reply.Refused(code, text));
    }

    private static Exchange done(String request) {
        return new OneAsked(request, false, none -> new Reply.Done());
    }

    private static Reply state(int station, boolean online) {
        StationState state = online ? StationState.READY : StationState.OFFLINE;
        return new Reply.Status(new StationStatus(station, state, "", 0, 0, 0, 0, 0, ""));
    }

    // ---- jobs

    /** By its number, which an online sensor may take too, if it has one. */
    private String load(String job) {
        return settings.programs().theirs(job).map(number -> "SJ" + number).orElseGet(() -> "LF" + file(job));
    }

    private String file(String job) {
        String name = settings.jobs().theirs(job).orElse(job);
        return name.endsWith(JOB_END) ? name : name + JOB_END;
    }

    private String job(String file) {
        String plain = file.endsWith(JOB_END) ? file.substring(0, file.length() - JOB_END.length()) : file;
        return settings.jobs().ours(file).or(() -> settings.jobs().ours(plain)).orElse(plain);
    }

    // ---- limits and settings

    /** The cell that is mapped to the setting, or the name that ours take without a map. */
    private String name(String parameter) {
        String ours = Cell.SETTING + parameter;
        return settings.cells().theirs(ours).orElse(ours);
    }

    private String write(Command.SetParameter set) {
        String name = name(set.parameter());
        Optional<String> number = Digits.plain(set.value());
        boolean whole = number.filter(digits -> digits.indexOf('.') < 0).isPresent();
        String command = number.isEmpty() ? "SS" : whole ? "SI" : "SF";
        return command + name + (Cell.isCell(name) ? "" : " ") + set.value();
    }

    private static Reply parameter(String text) {
        if (text.equals(InsightSettings.NO_VALUE)) {
            return new Reply.ParameterOf("", Reply.ParameterOf.Kind.NONE);
        }
        boolean number = Digits.plain(text).isPresent();
        return new Reply.ParameterOf(text, number ? Reply.ParameterOf.Kind.NUMBER : Reply.ParameterOf.Kind.TEXT);
    }
}
