package org.shutterline.server.ui.connections;

import java.util.Optional;
import java.util.OptionalInt;
import org.shutterline.protocol.message.Command;
import org.shutterline.server.net.Meaning;
import org.shutterline.server.ui.Times;
import org.shutterline.server.ui.UiWords;

/** What something on the wire means, in words. */
final class MeaningWords implements Command.Handler<String> {
    private static final MeaningWords COMMANDS = new MeaningWords();

    private MeaningWords() {}

    static String of(Meaning meaning) {
        if (meaning instanceof Meaning.Wanted wanted) {
            return of(wanted.command());
        }
        if (meaning instanceof Meaning.Refused refused) {
            return UiWords.text("means.refused", refused.code().digits(), UiWords.text("code." + refused.code()));
        }
        if (meaning instanceof Meaning.Judged judged) {
            return UiWords.text(
                    "means.judged",
                    Long.toString(judged.result().id()),
                    judged.result().verdict().name(),
                    Times.oneDecimal(judged.result().ms()));
        }
        if (meaning instanceof Meaning.Stands stands) {
            return UiWords.text(
                    "means.stands",
                    stands.status().station(),
                    stands.status().state().name());
        }
        return meaning instanceof Meaning.Taken taken
                ? UiWords.text("means.taken", Long.toString(taken.id()))
                : UiWords.text("means.done");
    }

    static String of(Command command) {
        return command.answerBy(COMMANDS);
    }

    private static String at(String key, int station, Object... more) {
        Object[] all = new Object[more.length + 1];
        all[0] = station;
        System.arraycopy(more, 0, all, 1, more.length);
        return UiWords.text("means." + key, all);
    }

    private static String maybe(String key, OptionalInt station) {
        return station.isPresent() ? at(key, station.getAsInt()) : UiWords.text("means." + key + "All");
    }

    @Override
    public String logIn(Command.LogIn command) {
        return UiWords.text("means.logIn", command.user());
    }

    @Override
    public String logInHere(Command.LogInHere command) {
        return UiWords.text("means.logIn", command.user());
    }

    @Override
    public String trigger(Command.Trigger command) {
        Optional<String> part = command.request().part();
        return part.map(name -> at("triggerPart", command.station(), name))
                .orElseGet(() -> at("trigger", command.station()));
    }

    @Override
    public String triggerAll(Command.TriggerAll command) {
        return UiWords.text("means.triggerAll");
    }

    @Override
    public String askStatus(Command.AskStatus command) {
        return at("askStatus", command.station());
    }

    @Override
    public String lastResult(Command.LastResult command) {
        return at("lastResult", command.station());
    }

    @Override
    public String findResult(Command.FindResult command) {
        return UiWords.text("means.findResult", Long.toString(command.id()));
    }

    @Override
    public String resultsSince(Command.ResultsSince command) {
        return at("resultsSince", command.station(), Long.toString(command.after()));
    }

    @Override
    public String fetchPicture(Command.FetchPicture command) {
        return UiWords.text("means.fetchPicture", Long.toString(command.id()));
    }

    @Override
    public String fetchDetail(Command.FetchDetail command) {
        return UiWords.text("means.fetchDetail", Long.toString(command.id()));
    }

    @Override
    public String startLive(Command.StartLive command) {
        return at("startLive", command.station());
    }

    @Override
    public String stopLive(Command.StopLive command) {
        return at("stopLive", command.station());
    }

    @Override
    public String subscribe(Command.Subscribe command) {
        return maybe("subscribe", command.station());
    }

    @Override
    public String unsubscribe(Command.Unsubscribe command) {
        return maybe("unsubscribe", command.station());
    }

    @Override
    public String askTimes(Command.AskTimes command) {
        return at("askTimes", command.station());
    }

    @Override
    public String askHealth(Command.AskHealth command) {
        return UiWords.text("means.askHealth");
    }

    @Override
    public String askJob(Command.AskJob command) {
        return at("askJob", command.station());
    }

    @Override
    public String changeJob(Command.ChangeJob command) {
        return at("changeJob", command.station(), command.job());
    }

    @Override
    public String listJobs(Command.ListJobs command) {
        return at("listJobs", command.station());
    }

    @Override
    public String listStations(Command.ListStations command) {
        return UiWords.text("means.listStations");
    }

    @Override
    public String goOnline(Command.GoOnline command) {
        return at("goOnline", command.station());
    }

    @Override
    public String goOffline(Command.GoOffline command) {
        return at("goOffline", command.station());
    }

    @Override
    public String resetCounters(Command.ResetCounters command) {
        return at("resetCounters", command.station());
    }

    @Override
    public String getParameter(Command.GetParameter command) {
        return at("getParameter", command.station(), command.parameter());
    }

    @Override
    public String setParameter(Command.SetParameter command) {
        return at("setParameter", command.station(), command.parameter(), command.value());
    }
}
