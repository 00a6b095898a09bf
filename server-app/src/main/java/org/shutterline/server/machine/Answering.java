package org.shutterline.server.machine;

import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Origin;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.server.station.StationRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers one command of one asker: at once what the stations know, later what must be looked up. */
final class Answering implements Command.Handler<Void> {
    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

    private final Machine machine;
    private final Origin origin;
    private final String who;
    private final long readAtNanos;
    private final OffsetDateTime readAt;
    private final boolean stale;
    private final Consumer<Event> viewer;
    private final Lookups lookups;
    private final Consumer<Reply> reply;

    /**
     * @param who asks, as it calls itself; may be empty
     * @param lookups of whoever asks
     */
    Answering(
            Machine machine,
            Origin origin,
            String who,
            long readAtNanos,
            OffsetDateTime readAt,
            boolean stale,
            Consumer<Event> viewer,
            Lookups lookups,
            Consumer<Reply> reply) {
        this.machine = machine;
        this.origin = origin;
        this.who = who;
        this.readAtNanos = readAtNanos;
        this.readAt = readAt;
        this.stale = stale;
        this.viewer = viewer;
        this.lookups = lookups;
        this.reply = reply;
    }

    /** The machine knows no users: whoever does answers before it comes here. */
    @Override
    public Void logIn(Command.LogIn command) {
        return say(new Reply.Refused(Code.NOT_ALLOWED));
    }

    @Override
    public Void logInHere(Command.LogInHere command) {
        return say(new Reply.Refused(Code.NOT_ALLOWED));
    }

    @Override
    public Void trigger(Command.Trigger command) {
        return atOnce(command.station(), station -> trigger(station, command.request()));
    }

    private Reply trigger(StationRunner station, TriggerRequest request) {
        return station.trigger(request, origin, readAtNanos, readAt, stale);
    }

    @Override
    public Void triggerAll(Command.TriggerAll command) {
        List<Reply.StationAnswer> answers = new ArrayList<>();
        for (StationRunner station : machine.stations()) {
            if (station.plan().inTriggerAll()) {
                answers.add(new Reply.StationAnswer(station.plan().number(), trigger(station, command.request())));
            }
        }
        return say(answers.isEmpty() ? new Reply.Refused(Code.NO_SUCH_STATION) : new Reply.AllTriggered(answers));
    }

    @Override
    public Void askStatus(Command.AskStatus command) {
        return atOnce(command.station(), station -> new Reply.Status(station.status()));
    }

    @Override
    public Void lastResult(Command.LastResult command) {
        return lookUp(command.station(), () -> found(machine.records().last(command.station())));
    }

    @Override
    public Void findResult(Command.FindResult command) {
        return later(() -> found(machine.records().find(command.id())));
    }

    private static Reply found(Optional<InspectionResult> result) {
        return result.<Reply>map(Reply.Found::new).orElseGet(() -> new Reply.Refused(Code.NO_SUCH_RESULT));
    }

    @Override
    public Void resultsSince(Command.ResultsSince command) {
        return lookUp(
                command.station(),
                () -> new Reply.Results(machine.records().since(command.station(), command.after(), command.max())));
    }

    @Override
    public Void fetchPicture(Command.FetchPicture command) {
        return later(() -> machine.records().picture(command.id(), command.format(), command.view()));
    }

    @Override
    public Void fetchDetail(Command.FetchDetail command) {
        return later(() -> machine.records()
                .detail(command.id())
                .<Reply>map(Reply.DetailOf::new)
                .orElseGet(() -> new Reply.Refused(Code.NO_SUCH_RESULT)));
    }

    @Override
    public Void startLive(Command.StartLive command) {
        return done(command.station(), station -> machine.live().start(command.station(), command.fps(), viewer));
    }

    @Override
    public Void stopLive(Command.StopLive command) {
        return done(command.station(), station -> machine.live().stop(command.station(), viewer));
    }

    @Override
    public Void subscribe(Command.Subscribe command) {
        return ofStations(command.station(), Reply.Subscribed::new);
    }

    @Override
    public Void unsubscribe(Command.Unsubscribe command) {
        return ofStations(command.station(), states -> new Reply.Done());
    }

    private Void ofStations(OptionalInt wanted, Function<List<StationStatus>, Reply> answer) {
        if (wanted.isPresent()) {
            return atOnce(wanted.getAsInt(), station -> answer.apply(List.of(station.status())));
        }
        return say(answer.apply(
                machine.stations().stream().map(StationRunner::status).toList()));
    }

    @Override
    public Void askTimes(Command.AskTimes command) {
        StageStatistics stages = machine.stages();
        return atOnce(
                command.station(),
                station -> new Reply.TimesOf(
                        command.station(), stages.triggers(command.station()), stages.of(command.station())));
    }

    @Override
    public Void askHealth(Command.AskHealth command) {
        return later(() -> new Reply.HealthOf(machine.health()));
    }

    @Override
    public Void askJob(Command.AskJob command) {
        return atOnce(
                command.station(), station -> new Reply.JobOf(station.status().job()));
    }

    @Override
    public Void changeJob(Command.ChangeJob command) {
        return handedTo(command.station(), station -> station.changeJob(command.job(), reply));
    }

    @Override
    public Void listJobs(Command.ListJobs command) {
        return lookUp(command.station(), () -> new Reply.Jobs(machine.jobs().names()));
    }

    @Override
    public Void listStations(Command.ListStations command) {
        return say(new Reply.Stations(machine.stations().stream()
                .map(station -> station.plan().number())
                .toList()));
    }

    @Override
    public Void goOnline(Command.GoOnline command) {
        return remembered(command.station(), StationRunner::goOnline);
    }

    @Override
    public Void goOffline(Command.GoOffline command) {
        return remembered(command.station(), StationRunner::goOffline);
    }

    @Override
    public Void resetCounters(Command.ResetCounters command) {
        return remembered(command.station(), StationRunner::resetCounters);
    }

    @Override
    public Void getParameter(Command.GetParameter command) {
        return handedTo(command.station(), station -> machine.tuner().tell(station, command.parameter(), reply));
    }

    @Override
    public Void setParameter(Command.SetParameter command) {
        return handedTo(
                command.station(),
                station -> machine.tuner()
                        .change(station, machine.stations(), command.parameter(), command.value(), who, reply));
    }

    /** Whoever takes it replies. */
    private Void handedTo(int number, Consumer<StationRunner> taker) {
        machine.station(number).ifPresentOrElse(taker, () -> say(new Reply.Refused(Code.NO_SUCH_STATION)));
        return null;
    }

    private Void say(Reply answer) {
        reply.accept(answer);
        return null;
    }

    private Void atOnce(int number, Function<StationRunner, Reply> answer) {
        return say(machine.station(number).map(answer).orElseGet(() -> new Reply.Refused(Code.NO_SUCH_STATION)));
    }

    private Void done(int number, Consumer<StationRunner> deed) {
        return atOnce(number, station -> {
            deed.accept(station);
            return new Reply.Done();
        });
    }

    /** Done at once, so that the next line finds it done; answered when it is remembered durably. */
    private Void remembered(int number, Consumer<StationRunner> deed) {
        Optional<StationRunner> station = machine.station(number);
        if (station.isEmpty()) {
            return say(new Reply.Refused(Code.NO_SUCH_STATION));
        }
        deed.accept(station.get());
        machine.remembering().remember(station.get(), () -> durably(station.get()), reply);
        return null;
    }

    private static Reply durably(StationRunner station) {
        try {
            station.remember();
            return new Reply.Done();
        } catch (UncheckedIOException notDurable) {
            LOG.error("done, but a restart will not know it", notDurable);
            return new Reply.Refused(Code.STORAGE_FAILED, "storage failed: it holds until a restart");
        }
    }

    private Void lookUp(int number, Supplier<Reply> answer) {
        return machine.station(number).isPresent() ? later(answer) : say(new Reply.Refused(Code.NO_SUCH_STATION));
    }

    private Void later(Supplier<Reply> answer) {
        lookups.read(answer, reply);
        return null;
    }
}
