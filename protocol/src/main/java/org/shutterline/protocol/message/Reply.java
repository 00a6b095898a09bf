package org.shutterline.protocol.message;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one answer to a {@link Command}. */
public sealed interface Reply {

    /**
     * A trigger was taken; an event {@link Event.Finished} or {@link Event.Unsafe} with this id follows.
     *
     * @param repeated the trigger is one that is already running under the same {@code once} key
     */
    record Accepted(long id, boolean repeated) implements Reply {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.accepted(this);
        }
    }

    /** A trigger whose {@code once} key is known: its stored result; no second picture was taken. */
    record Repeated(InspectionResult result) implements Reply {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.repeated(this);
        }
    }

    /** What became of the trigger of each station that takes part, ascending by station. */
    record AllTriggered(List<StationAnswer> answers) implements Reply {
        public AllTriggered {
            answers = List.copyOf(answers);
        }

        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.allTriggered(this);
        }
    }

    /**
     * One station's part of {@link AllTriggered}.
     *
     * @param answer Accepted, Repeated or Refused
     */
    record StationAnswer(int station, Reply answer) {}

    /**
     * It could not be done.
     *
     * @param text never blank; without words it is what the code usually says
     */
    record Refused(Code code, String text) implements Reply {
        public Refused {
            text = text.isBlank() ? code.text() : text;
        }

        public Refused(Code code) {
            this(code, code.text());
        }

        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.refused(this);
        }
    }

    /** Who asked is known now and may do what this role may. */
    record LoggedIn(Role role) implements Reply {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.loggedIn(this);
        }
    }

    record Status(StationStatus status) implements Reply {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.status(this);
        }
    }

    record Found(InspectionResult result) implements Reply {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.found(this);
        }
    }

    record Results(List<InspectionResult> results) implements Reply {
        public Results {
            results = List.copyOf(results);
        }

        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.results(this);
        }
    }

    /** Whoever gets this reply closes the picture's blob. */
    record PictureOf(long id, Picture picture) implements Reply {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.pictureOf(this);
        }
    }

    record DetailOf(Detail detail) implements Reply {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.detailOf(this);
        }
    }

    /**
     * The states at the moment of subscribing, of all stations that were subscribed. On the client's side it is empty: the
     * states follow as events.
     */
    record Subscribed(List<StationStatus> now) implements Reply {
        public Subscribed {
            now = List.copyOf(now);
        }

        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.subscribed(this);
        }
    }

    /**
     * How long the stages took.
     *
     * @param triggers of how many triggers, 1,000 at most
     */
    record TimesOf(int station, int triggers, List<StageSummary> stages) implements Reply {
        public TimesOf {
            stages = List.copyOf(stages);
        }

        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.timesOf(this);
        }
    }

    /**
     * How the server is: the members of a JSON object.
     *
     * @param members texts, whole numbers as Long, other numbers as Double, Boolean, List and Map of the same
     */
    record HealthOf(Map<String, Object> members) implements Reply {
        public HealthOf {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.healthOf(this);
        }
    }

    record JobOf(String job) implements Reply {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.jobOf(this);
        }
    }

    /**
     * The station takes triggers with the new job.
     *
     * @param ms how long the change took
     */
    record JobChanged(String job, double ms) implements Reply {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.jobChanged(this);
        }
    }

    record Jobs(List<String> names) implements Reply {
        public Jobs {
            names = List.copyOf(names);
        }

        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.jobs(this);
        }
    }

    record Stations(List<Integer> numbers) implements Reply {
        public Stations {
            numbers = List.copyOf(numbers);
        }

        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.stations(this);
        }
    }

    /**
     * What a limit or setting of the active job is.
     *
     * @param value as {@link Command.SetParameter} takes it; empty when nothing is set and there is no default
     * @param kind what the value is; on the client's side TEXT for whatever came as a field, which does not tell
     */
    record ParameterOf(String value, Kind kind) implements Reply {
        /** What a value is. */
        public enum Kind {
            /** Nothing is set. */
            NONE,
            /** A number; yes is 1 and no is 0. */
            NUMBER,
            TEXT,
            /** A list or a group, as the text of its JSON. */
            JSON
        }

        public ParameterOf {
            if (value.isEmpty() && kind != Kind.TEXT && kind != Kind.NONE) {
                throw new IllegalArgumentException("an empty value is no " + kind);
            }
        }

        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.parameterOf(this);
        }
    }

    record Done() implements Reply {
        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.done(this);
        }
    }

    /**
     * Only on the client's side: the outcome of {@link Command.TriggerAll} as the station sent it.
     *
     * @param verdict OK only if all are OK
     */
    record AllJudged(Verdict verdict, List<Outcome> outcomes) implements Reply {
        public AllJudged {
            outcomes = List.copyOf(outcomes);
        }

        @Override
        public <R> R answerBy(Handler<R> handler) {
            return handler.allJudged(this);
        }
    }

    /** One station's outcome in {@link AllJudged}: a result, or why there is none. */
    record Outcome(int station, Optional<InspectionResult> result, Optional<Code> refusal) {}

    /** One method for each reply, so that a new reply does not compile until everyone spells it. */
    interface Handler<R> {
        R accepted(Accepted reply);

        R repeated(Repeated reply);

        R allTriggered(AllTriggered reply);

        R refused(Refused reply);

        R loggedIn(LoggedIn reply);

        R status(Status reply);

        R found(Found reply);

        R results(Results reply);

        R pictureOf(PictureOf reply);

        R detailOf(DetailOf reply);

        R subscribed(Subscribed reply);

        R timesOf(TimesOf reply);

        R healthOf(HealthOf reply);

        R jobOf(JobOf reply);

        R jobChanged(JobChanged reply);

        R jobs(Jobs reply);

        R stations(Stations reply);

        R parameterOf(ParameterOf reply);

        R done(Done reply);

        R allJudged(AllJudged reply);
    }

    <R> R answerBy(Handler<R> handler);
}
