package org.shutterline.protocol.dialect.plain;

import java.util.List;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Reply;

/** Reads a line as the reply to a command. Replies that more follows are the conversation's. */
final class HeardReply implements Command.Handler<Reply> {
    private final Heard heard;

    HeardReply(Heard heard) {
        this.heard = heard;
    }

    @Override
    public Reply logIn(Command.LogIn command) {
        return new Reply.LoggedIn(heard.role());
    }

    /** Never asked: the dialect knows no such logins. */
    @Override
    public Reply logInHere(Command.LogInHere command) {
        return new Reply.LoggedIn(heard.role());
    }

    @Override
    public Reply trigger(Command.Trigger command) {
        return new Reply.Found(heard.result(command.station()));
    }

    @Override
    public Reply triggerAll(Command.TriggerAll command) {
        return heard.allJudged();
    }

    @Override
    public Reply askStatus(Command.AskStatus command) {
        return new Reply.Status(heard.status(command.station()));
    }

    @Override
    public Reply lastResult(Command.LastResult command) {
        return new Reply.Found(heard.result(command.station()));
    }

    @Override
    public Reply findResult(Command.FindResult command) {
        return new Reply.Found(heard.result(0));
    }

    @Override
    public Reply resultsSince(Command.ResultsSince command) {
        throw new IllegalStateException("its lines follow");
    }

    @Override
    public Reply fetchPicture(Command.FetchPicture command) {
        throw new IllegalStateException("its bytes follow");
    }

    @Override
    public Reply fetchDetail(Command.FetchDetail command) {
        return new Reply.DetailOf(heard.detail());
    }

    @Override
    public Reply startLive(Command.StartLive command) {
        return done();
    }

    @Override
    public Reply stopLive(Command.StopLive command) {
        return done();
    }

    @Override
    public Reply subscribe(Command.Subscribe command) {
        heard.done();
        return new Reply.Subscribed(List.of());
    }

    @Override
    public Reply unsubscribe(Command.Unsubscribe command) {
        return done();
    }

    @Override
    public Reply askTimes(Command.AskTimes command) {
        return heard.timesOf();
    }

    @Override
    public Reply askHealth(Command.AskHealth command) {
        return heard.healthOf();
    }

    @Override
    public Reply askJob(Command.AskJob command) {
        return heard.jobOf();
    }

    @Override
    public Reply changeJob(Command.ChangeJob command) {
        return heard.jobChanged();
    }

    @Override
    public Reply listJobs(Command.ListJobs command) {
        return new Reply.Jobs(heard.jobs());
    }

    @Override
    public Reply listStations(Command.ListStations command) {
        return new Reply.Stations(heard.stations());
    }

    @Override
    public Reply goOnline(Command.GoOnline command) {
        return done();
    }

    @Override
    public Reply goOffline(Command.GoOffline command) {
        return done();
    }

    @Override
    public Reply resetCounters(Command.ResetCounters command) {
        return done();
    }

    @Override
    public Reply getParameter(Command.GetParameter command) {
        return heard.parameterOf();
    }

    @Override
    public Reply setParameter(Command.SetParameter command) {
        return done();
    }

    private Reply done() {
        heard.done();
        return new Reply.Done();
    }
}
