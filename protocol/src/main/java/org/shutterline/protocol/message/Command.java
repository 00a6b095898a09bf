package org.shutterline.protocol.message;

import java.util.Optional;
import java.util.OptionalInt;

/** What a peer may ask of the stations. Each gets exactly one {@link Reply}. */
public sealed interface Command {

    /** Prove who asks. Reply: LoggedIn or Refused. */
    record LogIn(String user, Secret password) implements Command {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.logIn(this);
        }
    }

    /**
     * Somebody named one of the listener's own logins, which are no users of the server. Reply: LoggedIn or Refused.
     *
     * @param user as people may see it: what is no name of a login may be a password
     * @param proven what the login may do at most; empty for a wrong name or password
     */
    record LogInHere(String user, Optional<Role> proven) implements Command {
        /** The reply where nobody has to wait for guessing. */
        public Reply verdict() {
            return proven.<Reply>map(Reply.LoggedIn::new)
                    .orElseGet(() -> new Reply.Refused(Code.NOT_ALLOWED, "wrong name or password"));
        }

        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.logInHere(this);
        }
    }

    /** Take a picture now and judge it. Reply: Accepted, Repeated or Refused; the result follows as an event. */
    record Trigger(int station, TriggerRequest request) implements Command {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.trigger(this);
        }
    }

    /** Trigger every station that takes part, at once. Reply: AllTriggered or Refused. */
    record TriggerAll(TriggerRequest request) implements Command {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.triggerAll(this);
        }
    }

    /** Reply: Status. */
    record AskStatus(int station) implements Command {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.askStatus(this);
        }
    }

    /** The station's last result. Reply: Found. */
    record LastResult(int station) implements Command {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.lastResult(this);
        }
    }

    /** Reply: Found. */
    record FindResult(long id) implements Command {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.findResult(this);
        }
    }

    /**
     * The results of a station after an id, ascending. Reply: Results.
     *
     * @param after the id above which results are wanted
     * @param max 1 to 1,000
     */
    record ResultsSince(int station, long after, int max) implements Command {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.resultsSince(this);
        }
    }

    /** Reply: PictureOf. */
    record FetchPicture(long id, PictureFormat format, PictureView view) implements Command {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.fetchPicture(this);
        }
    }

    /** Reply: DetailOf. */
    record FetchDetail(long id) implements Command {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.fetchDetail(this);
        }
    }

    /**
     * Send live pictures of a station. Reply: Done.
     *
     * @param fps 1 to 30 pictures a second at most
     */
    record StartLive(int station, int fps) implements Command {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.startLive(this);
        }
    }

    /** Reply: Done. */
    record StopLive(int station) implements Command {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.stopLive(this);
        }
    }

    /** Send results and states of a station, or of all. Reply: Subscribed. */
    record Subscribe(OptionalInt station) implements Command {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.subscribe(this);
        }
    }

    /** Reply: Done. */
    record Unsubscribe(OptionalInt station) implements Command {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.unsubscribe(this);
        }
    }

    /** How long the stages of the last triggers took. Reply: TimesOf. */
    record AskTimes(int station) implements Command {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.askTimes(this);
        }
    }

    /** How the server itself is. Reply: HealthOf. */
    record AskHealth() implements Command {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.askHealth(this);
        }
    }

    /** Reply: JobOf. */
    record AskJob(int station) implements Command {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.askJob(this);
        }
    }

    /** Change the active job. Reply: JobChanged, when the station takes a trigger with the new job. */
    record ChangeJob(int station, String job) implements Command {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.changeJob(this);
        }
    }

    /** Reply: Jobs. */
    record ListJobs(int station) implements Command {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.listJobs(this);
        }
    }

    /** Reply: Stations. */
    record ListStations() implements Command {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.listStations(this);
        }
    }

    /** Reply: Done. */
    record GoOnline(int station) implements Command {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.goOnline(this);
        }
    }

    /** Reply: Done. */
    record GoOffline(int station) implements Command {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.goOffline(this);
        }
    }

    /** Start the counters of a station anew. Reply: Done. */
    record ResetCounters(int station) implements Command {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.resetCounters(this);
        }
    }

    /**
     * A limit or setting of the active job. Reply: ParameterOf.
     *
     * @param parameter {@code tool.setting}, such as {@code hole.low}
     */
    record GetParameter(int station, String parameter) implements Command {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.getParameter(this);
        }
    }

    /**
     * Change a limit or setting of the active job. Reply: Done, when the station takes a trigger with it.
     *
     * @param parameter as in {@link GetParameter}
     * @param value as text; empty takes the limit away, or a setting back to its default
     */
    record SetParameter(int station, String parameter, String value) implements Command {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.setParameter(this);
        }
    }

    /** One method for each command, so that a new command does not compile until everyone answers it. */
    interface Handler<R> {
        R logIn(LogIn command);

        R logInHere(LogInHere command);

        R trigger(Trigger command);

        R triggerAll(TriggerAll command);

        R askStatus(AskStatus command);

        R lastResult(LastResult command);

        R findResult(FindResult command);

        R resultsSince(ResultsSince command);

        R fetchPicture(FetchPicture command);

        R fetchDetail(FetchDetail command);

        R startLive(StartLive command);

        R stopLive(StopLive command);

        R subscribe(Subscribe command);

        R unsubscribe(Unsubscribe command);

        R askTimes(AskTimes command);

        R askHealth(AskHealth command);

        R askJob(AskJob command);

        R changeJob(ChangeJob command);

        R listJobs(ListJobs command);

        R listStations(ListStations command);

        R goOnline(GoOnline command);

        R goOffline(GoOffline command);

        R resetCounters(ResetCounters command);

        R getParameter(GetParameter command);

        R setParameter(SetParameter command);
    }

    <R> R answerBy(Handler<R> handler);
}
