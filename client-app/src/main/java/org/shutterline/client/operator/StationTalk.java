package org.shutterline.client.operator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.shutterline.client.language.Ability;
import org.shutterline.client.link.Asked;
import org.shutterline.client.link.Trouble;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationStatus;

/**
 * Follows one station over any number of connections: its state, its counters, and its results without a gap. Results
 * are subscribed before the missed ones are asked for, so that none falls between. On the bench.
 */
final class StationTalk {
    private static final int MOST_A_REPLY = 1_000;
    private static final int FIRST_LOOK_BACK = 200;

    /** Who shows what the station says. */
    interface Owner {
        /** How the station stands now. */
        void stands(StationStatus status);

        /** One result, told just now or fetched from the past. */
        void came(InspectionResult result);

        /** Its job or its jobs were told. */
        void jobsChanged();

        /** The results in view changed. */
        void resultsChanged();

        /** Another server answers at the old address; nothing kept of the old one is true any more. */
        void otherServer();

        void refused(Code code);
    }

    private final Bench bench;
    private final BiConsumer<Command, Asked> link;
    private final Predicate<Ability> can;
    private final ResultLog log;
    private final Owner owner;

    private List<Integer> stations = List.of();
    private int station = 1;
    private Optional<StationStatus> status = Optional.empty();
    private boolean statusAsked;
    /** It changed while it was asked for: the answer may be from before. */
    private boolean statusStale;

    private String job = "";
    private List<String> jobs = List.of();
    private Duration serverAhead = Duration.ZERO;
    private boolean missedAsked;
    /** Up to this id nothing is missing in the log, or 0. */
    private long wholeUpTo;

    private boolean whole;

    StationTalk(Bench bench, BiConsumer<Command, Asked> link, Predicate<Ability> can, ResultLog log, Owner owner) {
        this.bench = bench;
        this.link = link;
        this.can = can;
        this.log = log;
        this.owner = owner;
    }

    List<Integer> stations() {
        return stations;
    }

    int station() {
        return station;
    }

    Optional<StationStatus> status() {
        return status;
    }

    /** By which it works, empty if that is not told. */
    String job() {
        return status.map(StationStatus::job).filter(name -> !name.isEmpty()).orElse(job);
    }

    List<String> jobs() {
        return jobs;
    }

    /** How far the server's clock is ahead of ours. */
    Duration serverAhead() {
        return serverAhead;
    }

    void forget() {
        log.clear();
        status = Optional.empty();
        job = "";
        jobs = List.of();
        wholeUpTo = 0;
        whole = false;
    }

    /** A connection stands anew. */
    void greet() {
        link.accept(new Command.ListStations(), new Answer() {
            @Override
            public void replied(Reply reply, String line) {
                if (reply instanceof Reply.Stations known && !known.numbers().isEmpty()) {
                    stations = known.numbers();
                    station = stations.contains(station) ? station : stations.get(0);
                }
                join();
            }
        });
    }

    void change(int number) {
        if (can.test(Ability.SUBSCRIBE)) {
            tell(new Command.Unsubscribe(OptionalInt.of(station)));
        }
        forget();
        station = number;
        join();
    }

    private void join() {
        // an event may come before the status does, and must not hide what was missed before it
        if (whole) {
            wholeUpTo = log.newestId();
            whole = false;
        }
        if (can.test(Ability.SUBSCRIBE)) {
            tell(new Command.Subscribe(OptionalInt.of(station)));
        }
        missedAsked = false;
        statusAsked = false;
        statusStale = false;
        askStatus();
        askJobs();
    }

    private void askJobs() {
        if (can.test(Ability.JOBS)) {
            ask(new Command.ListJobs(station), reply -> {
                if (reply instanceof Reply.Jobs known) {
                    jobs = known.names();
                    owner.jobsChanged();
                }
            });
        }
        if (!numbers()) {
            askJob();
        }
    }

    private void askJob() {
        if (can.test(Ability.JOB)) {
            ask(new Command.AskJob(station), reply -> {
                if (reply instanceof Reply.JobOf active) {
                    job = active.job();
                    owner.jobsChanged();
                }
            });
        }
    }

    /** The answer counts only while the same station is meant. */
    private void ask(Command command, Consumer<Reply> listener) {
        int asked = station;
        link.accept(command, new Answer() {
            @Override
            public void replied(Reply reply, String line) {
                if (asked == station) {
                    listener.accept(reply);
                }
            }
        });
    }

    /** Whether the station numbers and counts its results. */
    private boolean numbers() {
        return can.test(Ability.PAST);
    }

    void changeJob(String name) {
        ask(new Command.ChangeJob(station, name), reply -> {
            tellRefusal(reply);
            askStatus();
            if (!numbers()) {
                askJob();
            }
        });
    }

    /** Of a station that does not tell by itself how it stands. */
    void lookAgain() {
        if (!numbers() && !statusAsked) {
            askStatus();
        }
    }

    /** Of the answer only a refusal matters. */
    void tell(Command command) {
        link.accept(command, new Answer() {
            @Override
            public void replied(Reply reply, String line) {
                tellRefusal(reply);
            }
        });
    }

    void resetCounters() {
        if (!numbers()) {
            log.countFromHere();
        }
        if (can.test(Ability.RESET)) {
            ask(new Command.ResetCounters(station), reply -> {
                tellRefusal(reply);
                askStatus();
            });
        }
    }

    /** One question at a time, however often it is told that the answer changed. */
    void askStatus() {
        if (!can.test(Ability.STATUS)) {
            return;
        }
        statusStale = statusAsked;
        if (statusAsked) {
            return;
        }
        statusAsked = true;
        ask(new Command.AskStatus(station), reply -> {
            statusAsked = false;
            if (reply instanceof Reply.Status got) {
                told(got.status());
            }
            if (statusStale) {
                askStatus();
            }
        });
    }

    private void told(StationStatus now) {
        if (numbers()) {
            counted(now);
        } else {
            status = Optional.of(now);
            owner.stands(now);
        }
    }

    private void counted(StationStatus now) {
        if (!missedAsked && now.lastId() < wholeUpTo) {
            log.clear();
            wholeUpTo = 0;
            owner.otherServer();
        }
        status = Optional.of(now);
        log.counted(now);
        owner.stands(now);
        if (!missedAsked) {
            missedAsked = true;
            fetchMissed(wholeUpTo == 0 ? Math.max(0, now.lastId() - FIRST_LOOK_BACK) : wholeUpTo);
        }
    }

    private void fetchMissed(long after) {
        ask(new Command.ResultsSince(station, after, MOST_A_REPLY), reply -> {
            if (reply instanceof Reply.Results missed) {
                missed(missed.results());
            }
        });
    }

    private void missed(List<InspectionResult> results) {
        results.forEach(result -> {
            log.add(result);
            owner.came(result);
        });
        whole = results.size() < MOST_A_REPLY;
        if (!whole) {
            wholeUpTo = results.get(results.size() - 1).id();
            fetchMissed(wholeUpTo);
        }
        owner.resultsChanged();
    }

    /** A result of this moment, whichever way it came. */
    void take(InspectionResult result) {
        if (result.station() != station) {
            return;
        }
        if (log.add(result)) {
            log.arrived(bench.now());
            Duration took = Duration.ofNanos(Math.round(result.ms() * 1e6));
            serverAhead =
                    Duration.between(bench.now(), result.time().toInstant().plus(took));
        }
        owner.came(result);
        owner.resultsChanged();
    }

    private void tellRefusal(Reply reply) {
        if (reply instanceof Reply.Refused refused) {
            owner.refused(refused.code());
        }
    }

    /** What is lost is asked anew when the next connection stands. */
    private abstract static class Answer implements Asked {
        @Override
        public void lost(Trouble trouble) {
            // greet() begins from the start
        }
    }
}
