package org.shutterline.protocol.dialect.plain;

import java.util.Optional;
import java.util.OptionalInt;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.TriggerRequest;

/** Writes commands as requests. Used by one thread at a time. */
final class PlainAsking implements Command.Handler<StringBuilder> {
    private final PlainSpelling spelling;
    private final String tag;

    /** @param tag nothing for requests that are answered in order */
    PlainAsking(PlainSpelling spelling, Optional<String> tag) {
        this.spelling = spelling;
        this.tag = tag.map(text -> "#" + text).orElse("");
    }

    @Override
    public StringBuilder logIn(Command.LogIn command) {
        return spelling.field(
                spelling.field(head("LOGIN"), command.user()),
                command.password().reveal());
    }

    /** The dialect knows no such logins. */
    @Override
    public StringBuilder logInHere(Command.LogInHere command) {
        return spelling.field(head("LOGIN"), command.user());
    }

    @Override
    public StringBuilder trigger(Command.Trigger command) {
        return keys(head("T", command.station()), command.request());
    }

    @Override
    public StringBuilder triggerAll(Command.TriggerAll command) {
        return keys(head("TA"), command.request());
    }

    @Override
    public StringBuilder askStatus(Command.AskStatus command) {
        return head("S", command.station());
    }

    @Override
    public StringBuilder lastResult(Command.LastResult command) {
        return head("LAST", command.station());
    }

    @Override
    public StringBuilder findResult(Command.FindResult command) {
        return head("RESULT").append(',').append(command.id());
    }

    @Override
    public StringBuilder resultsSince(Command.ResultsSince command) {
        return head("SINCE", command.station())
                .append(',')
                .append(command.after())
                .append(',')
                .append(command.max());
    }

    @Override
    public StringBuilder fetchPicture(Command.FetchPicture command) {
        return head("IMAGE")
                .append(',')
                .append(command.id())
                .append(',')
                .append(WireWords.lower(command.format()))
                .append(',')
                .append(WireWords.lower(command.view()));
    }

    @Override
    public StringBuilder fetchDetail(Command.FetchDetail command) {
        return head("DETAIL").append(',').append(command.id());
    }

    @Override
    public StringBuilder startLive(Command.StartLive command) {
        return head("LIVE", command.station()).append(",ON,").append(command.fps());
    }

    @Override
    public StringBuilder stopLive(Command.StopLive command) {
        return head("LIVE", command.station()).append(",OFF");
    }

    @Override
    public StringBuilder subscribe(Command.Subscribe command) {
        return head("SUBSCRIBE", command.station());
    }

    @Override
    public StringBuilder unsubscribe(Command.Unsubscribe command) {
        return head("UNSUBSCRIBE", command.station());
    }

    @Override
    public StringBuilder askTimes(Command.AskTimes command) {
        return head("TIMES", command.station());
    }

    @Override
    public StringBuilder askHealth(Command.AskHealth command) {
        return head("STATUS");
    }

    @Override
    public StringBuilder askJob(Command.AskJob command) {
        return head("JOB", command.station());
    }

    @Override
    public StringBuilder changeJob(Command.ChangeJob command) {
        return spelling.field(head("JOB", command.station()), command.job());
    }

    @Override
    public StringBuilder listJobs(Command.ListJobs command) {
        return head("JOBS", command.station());
    }

    @Override
    public StringBuilder listStations(Command.ListStations command) {
        return head("STATIONS");
    }

    @Override
    public StringBuilder goOnline(Command.GoOnline command) {
        return head("ONLINE", command.station());
    }

    @Override
    public StringBuilder goOffline(Command.GoOffline command) {
        return head("OFFLINE", command.station());
    }

    @Override
    public StringBuilder resetCounters(Command.ResetCounters command) {
        return head("RESET", command.station());
    }

    @Override
    public StringBuilder getParameter(Command.GetParameter command) {
        return spelling.field(head("GET", command.station()), command.parameter());
    }

    @Override
    public StringBuilder setParameter(Command.SetParameter command) {
        return spelling.field(spelling.field(head("SET", command.station()), command.parameter()), command.value());
    }

    StringBuilder ping() {
        return head("PING");
    }

    private StringBuilder keys(StringBuilder line, TriggerRequest request) {
        request.part().ifPresent(part -> spelling.field(line, "part=" + part));
        request.once().ifPresent(once -> spelling.field(line, "once=" + once));
        request.keys().forEach((key, value) -> spelling.field(line, key + "=" + value));
        return line;
    }

    private StringBuilder head(String verb) {
        return new StringBuilder(64).append(verb).append(tag);
    }

    private StringBuilder head(String verb, int station) {
        return new StringBuilder(64).append(verb).append(station).append(tag);
    }

    private StringBuilder head(String verb, OptionalInt station) {
        return station.isPresent() ? head(verb, station.getAsInt()) : head(verb);
    }
}
