package org.shutterline.protocol.dialect.custom;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.shutterline.protocol.format.Digits;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Product;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.script.Desk;
import org.shutterline.protocol.script.Reading;
import org.shutterline.protocol.script.Script;
import org.shutterline.protocol.script.Stations;

/** What the station's side makes of the lines of one connection. */
final class CustomScript implements Script {
    private static final int HIGHEST_STATION = 99;
    private static final int MOST_KEYS = 16;

    private final CustomSettings settings;
    private final Desk desk;
    private final Stations stations;
    private OptionalLong told = OptionalLong.empty();

    CustomScript(CustomSettings settings, Desk desk) {
        this.settings = settings;
        this.desk = desk;
        this.stations = new Stations(desk, settings.stations());
    }

    @Override
    public void line(String line) {
        for (Row row : settings.rows()) {
            Optional<Map<String, String>> arguments = row.arguments(line);
            if (arguments.isPresent()) {
                Asked asked = new Asked(row, arguments.get());
                asked.station().ifPresentOrElse(asked::go, asked::refuseStation);
                return;
            }
        }
        desk.unknown();
        desk.answer(refusal(settings.refused(), Map.of(), new Reply.Refused(Code.UNKNOWN_COMMAND)));
    }

    @Override
    public boolean followsResults() {
        return !settings.pushed().isEmpty();
    }

    @Override
    public void happened(Event event) {
        if (settings.pushed().isEmpty() || !(event instanceof Event.Finished finished)) {
            return;
        }
        InspectionResult result = finished.result();
        boolean own = told.isPresent() && told.getAsLong() == result.id();
        if (!own && stations.has(result.station())) {
            desk.say(judgement(Map.of(), result).line(settings.pushed()));
        }
    }

    private Filling judgement(Map<String, String> parts, InspectionResult result) {
        return new Filling(settings.format(), parts).result(result, settings.nameOf(result.job()));
    }

    private String refusal(Template template, Map<String, String> parts, Reply.Refused refused) {
        return new Filling(settings.format(), parts)
                .text("code", refused.code().digits())
                .text("text", refused.text())
                .line(template);
    }

    /** One line that a row takes. */
    private final class Asked {
        private final Row row;
        private final Map<String, String> arguments;

        Asked(Row row, Map<String, String> arguments) {
            this.row = row;
            this.arguments = arguments;
        }

        /** The one that the line names, or the first; empty if it names one that this listener does not have. */
        Optional<Integer> station() {
            String named = arguments.get(Verb.STATION);
            return named == null
                    ? Optional.of(stations.first())
                    : Digits.whole(named, 1, HIGHEST_STATION).filter(stations::has);
        }

        void refuseStation() {
            desk.unmapped("station " + argument(Verb.STATION));
            refuse(Code.NO_SUCH_STATION);
        }

        void go(int station) {
            switch (row.verb()) {
                case TRIGGER -> trigger(station);
                case LAST -> last(station, result -> Optional.of(judgement(arguments, result)));
                case VALUE -> last(station, this::value);
                case STATUS -> tell(new Command.AskStatus(station), station, this::status);
                case JOB -> tell(new Command.AskJob(station), station, this::job);
                case CHANGE_JOB -> changeJob(station);
                case ONLINE -> tell(new Command.GoOnline(station), station, this::done);
                case OFFLINE -> tell(new Command.GoOffline(station), station, this::done);
                case GET -> tell(new Command.GetParameter(station, argument(Verb.SETTING)), station, this::parameter);
                case SET -> set(station);
                case RESET_COUNTERS -> tell(new Command.ResetCounters(station), station, this::done);
                case VERSION -> answer(version(filling(station)));
                case SAY -> answer(filling(station));
            }
        }

        private String argument(String name) {
            return arguments.getOrDefault(name, "");
        }

        private Filling filling(int station) {
            return new Filling(settings.format(), arguments).number(Verb.STATION, station);
        }

        private void answer(Filling filling) {
            desk.answer(filling.line(row.result()));
        }

        void refuse(Code code) {
            refuse(new Reply.Refused(code));
        }

        private void refuse(Reply.Refused refused) {
            desk.answer(refusal(row.refused(), arguments, refused));
        }

        /** Answers what the reply says, or that it cannot be done. */
        private void tell(Command command, int station, BiFunction<Reply, Filling, Optional<Filling>> told) {
            desk.ask(command, reply -> {
                if (reply instanceof Reply.Refused refused) {
                    refuse(refused);
                } else {
                    told.apply(reply, filling(station))
                            .ifPresentOrElse(this::answer, () -> refuse(Code.INTERNAL_ERROR));
                }
            });
        }

        private Optional<Filling> done(Reply reply, Filling filling) {
            return Optional.of(filling);
        }

        private Optional<Filling> status(Reply reply, Filling filling) {
            return reply instanceof Reply.Status status
                    ? Optional.of(fill(status.status(), filling))
                    : Optional.empty();
        }

        private Filling fill(StationStatus status, Filling filling) {
            return filling.text("state", status.state().name())
                    .text("job", settings.nameOf(status.job()))
                    .number("id", status.lastId())
                    .number("triggers", status.triggers())
                    .number("ok", status.ok())
                    .number("ng", status.ng())
                    .number("unknown", status.unknown())
                    .number("refused", status.refused())
                    .text("why", status.why());
        }

        private Optional<Filling> job(Reply reply, Filling filling) {
            return reply instanceof Reply.JobOf of
                    ? Optional.of(filling.text(Verb.NAME_OF_JOB, settings.nameOf(of.job())))
                    : Optional.empty();
        }

        private Optional<Filling> parameter(Reply reply, Filling filling) {
            return Reading.parameter(reply).map(value -> filling.value("value", value));
        }

        private Filling version(Filling filling) {
            Product product = Product.load();
            return filling.text("product", product.name()).text("version", product.version());
        }

        private void changeJob(int station) {
            settings.job(argument(Verb.NAME_OF_JOB))
                    .ifPresentOrElse(job -> tell(new Command.ChangeJob(station, job), station, this::done), () -> {
                        desk.unmapped("job " + argument(Verb.NAME_OF_JOB));
                        refuse(Code.NO_SUCH_JOB);
                    });
        }

        private void set(int station) {
            String value = argument(Verb.NEW_VALUE);
            tell(
                    new Command.SetParameter(
                            station, argument(Verb.SETTING), Digits.plain(value).orElse(value)),
                    station,
                    this::done);
        }

        private void last(int station, Function<InspectionResult, Optional<Filling>> told) {
            desk.ask(new Command.LastResult(station), reply -> {
                if (reply instanceof Reply.Refused refused) {
                    refuse(refused);
                } else if (reply instanceof Reply.Found found) {
                    told.apply(found.result()).ifPresentOrElse(this::answer, () -> refuse(Code.WRONG_ARGUMENT));
                } else {
                    refuse(Code.INTERNAL_ERROR);
                }
            });
        }

        private Optional<Filling> value(InspectionResult result) {
            return Reading.of(argument(Verb.OUTPUT))
                    .value(result)
                    .map(value -> judgement(arguments, result).value("value", value));
        }

        private void trigger(int station) {
            Map<String, String> keys = new LinkedHashMap<>(arguments);
            keys.keySet().removeAll(List.of(Verb.STATION, Verb.PART, Verb.ONCE));
            String once = argument(Verb.ONCE);
            if (keys.size() > MOST_KEYS || once.length() > 64) {
                refuse(Code.WRONG_ARGUMENT);
                return;
            }
            Optional<String> part = Optional.ofNullable(arguments.get(Verb.PART));
            TriggerRequest request = new TriggerRequest(part, Optional.of(once).filter(key -> !key.isEmpty()), keys);
            stations.trigger(station, request, new Judging(this, station));
        }
    }

    /** A trigger from when it is asked for to its result. */
    private final class Judging implements Stations.Triggered {
        private final Asked asked;
        private final int station;
        private boolean answered;

        Judging(Asked asked, int station) {
            this.asked = asked;
            this.station = station;
        }

        private void say(String line) {
            if (answered) {
                desk.say(line);
            } else {
                answered = true;
                desk.answer(line);
            }
        }

        @Override
        public void accepted() {
            if (!asked.row.accepted().isEmpty()) {
                say(asked.filling(station).line(asked.row.accepted()));
            }
        }

        @Override
        public void refused(Code code) {
            say(refusal(asked.row.refused(), asked.arguments, new Reply.Refused(code)));
        }

        @Override
        public void judged(InspectionResult result) {
            if (!asked.row.result().isEmpty()) {
                told = OptionalLong.of(result.id());
                say(judgement(asked.arguments, result).line(asked.row.result()));
            }
        }
    }
}
