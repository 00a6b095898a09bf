package org.shutterline.protocol.dialect.plain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.LeastRole;
import org.shutterline.protocol.message.Rights;
import org.shutterline.protocol.message.Role;

/** Every verb that the server knows, with what it takes. Checks in the contract's order: 01, 05, 03, then station 0 as 10. */
final class PlainVerbs {
    private static final Need NOTHING = request -> Optional.empty();
    private static final Need VIEW = request -> Optional.of(new Needed(Role.VIEW, Optional.empty()));
    private static final Map<String, Rule> RULES = rules();

    private PlainVerbs() {}

    private enum Station {
        NEEDED,
        ALLOWED,
        NONE
    }

    /** Reads the fields once their number is known to be right; empty if one of them is wrong. */
    @FunctionalInterface
    private interface Reader extends Function<PlainRequest, Optional<Meaning>> {}

    /** Says what a request needs before its fields are known to be right; empty if everyone may. */
    @FunctionalInterface
    private interface Need extends Function<PlainRequest, Optional<Needed>> {}

    /** @param command empty for what the conversation answers itself */
    private record Needed(Role role, Optional<Class<? extends Command>> command) {
        static Optional<Needed> by(Class<? extends Command> kind) {
            return LeastRole.of(kind).map(role -> new Needed(role, Optional.of(kind)));
        }

        boolean has(Rights rights) {
            return rights.mayDo(role) || command.filter(rights::mayDo).isPresent();
        }
    }

    private record Rule(Need need, Station station, int minFields, int maxFields, Reader reader) {}

    /** In the order in which HELP tells them. */
    static List<String> names() {
        return List.copyOf(RULES.keySet());
    }

    static boolean isKnown(String verb) {
        return RULES.containsKey(verb);
    }

    /** @param rights what the peer may do */
    static Meaning meaning(PlainRequest request, Rights rights) {
        Rule rule = RULES.get(request.verb());
        if (rule == null) {
            return new Meaning.Wrong(Code.UNKNOWN_COMMAND);
        }
        Optional<Needed> needed = rule.need.apply(request).filter(least -> !least.has(rights));
        if (needed.isPresent()) {
            return new Meaning.Wrong(Code.NOT_ALLOWED, whyNot(request.verb(), needed.get(), rights));
        }
        boolean named = !request.station().isEmpty();
        int count = request.fields().size();
        if (named && rule.station == Station.NONE
                || !named && rule.station == Station.NEEDED
                || count < rule.minFields
                || count > rule.maxFields) {
            return new Meaning.Wrong(Code.WRONG_ARGUMENT);
        }
        Optional<Meaning> meaning = rule.reader.apply(request);
        if (meaning.isPresent() && named && request.stationNumber() == 0) {
            return new Meaning.Wrong(Code.NO_SUCH_STATION);
        }
        return meaning.orElseGet(() -> new Meaning.Wrong(Code.WRONG_ARGUMENT));
    }

    private static String whyNot(String verb, Needed needed, Rights rights) {
        return rights.role()
                .map(role -> "role too low: " + verb + " needs " + needed.role() + " and this connection has " + role)
                .orElseGet(Code.NOT_ALLOWED::text);
    }

    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        int any = Integer.MAX_VALUE;
        rules.put("T", new Rule(command(Command.Trigger.class), Station.NEEDED, 0, any, PlainVerbs::trigger));
        rules.put("TA", new Rule(command(Command.TriggerAll.class), Station.NONE, 0, any, PlainVerbs::triggerAll));
        rules.put("S", station(Command.AskStatus.class, Command.AskStatus::new));
        rules.put("TIMES", station(Command.AskTimes.class, Command.AskTimes::new));
        rules.put(
                "STATUS",
                new Rule(command(Command.AskHealth.class), Station.NONE, 0, 0, r -> ask(new Command.AskHealth())));
        rules.put("LAST", station(Command.LastResult.class, Command.LastResult::new));
        rules.put("RESULT", id(Command.FindResult.class, Command.FindResult::new));
        rules.put("SINCE", new Rule(command(Command.ResultsSince.class), Station.NEEDED, 1, 2, PlainArguments::since));
        rules.put("IMAGE", new Rule(command(Command.FetchPicture.class), Station.NONE, 1, 3, PlainArguments::image));
        rules.put("DETAIL", id(Command.FetchDetail.class, Command.FetchDetail::new));
        rules.put("LIVE", new Rule(command(Command.StartLive.class), Station.NEEDED, 1, 2, PlainArguments::live));
        rules.put("SUBSCRIBE", maybeStation(Command.Subscribe.class, Command.Subscribe::new));
        rules.put("UNSUBSCRIBE", maybeStation(Command.Unsubscribe.class, Command.Unsubscribe::new));
        rules.put("JOB", new Rule(PlainVerbs::jobNeeds, Station.NEEDED, 0, 1, PlainVerbs::job));
        rules.put("JOBS", station(Command.ListJobs.class, Command.ListJobs::new));
        rules.put(
                "STATIONS",
                new Rule(
                        command(Command.ListStations.class), Station.NONE, 0, 0, r -> ask(new Command.ListStations())));
        rules.put("HELP", new Rule(VIEW, Station.NONE, 0, 0, r -> Optional.of(new Meaning.Help())));
        rules.put("ONLINE", station(Command.GoOnline.class, Command.GoOnline::new));
        rules.put("OFFLINE", station(Command.GoOffline.class, Command.GoOffline::new));
        rules.put("RESET", station(Command.ResetCounters.class, Command.ResetCounters::new));
        rules.put("GET", new Rule(command(Command.GetParameter.class), Station.NEEDED, 1, 1, PlainArguments::get));
        rules.put("SET", new Rule(command(Command.SetParameter.class), Station.NEEDED, 2, 2, PlainArguments::set));
        rules.put("FORMAT", new Rule(VIEW, Station.NONE, 1, 1, PlainArguments::format));
        rules.put("ROLE", new Rule(VIEW, Station.NONE, 0, 0, r -> Optional.of(new Meaning.AskRole())));
        rules.put("LOGIN", new Rule(NOTHING, Station.NONE, 2, 2, PlainArguments::login));
        rules.put("HELLO", new Rule(NOTHING, Station.NONE, 0, 2, PlainArguments::hello));
        rules.put("PING", new Rule(NOTHING, Station.NONE, 0, 1, r -> Optional.of(new Meaning.Ping(first(r)))));
        rules.put("BYE", new Rule(NOTHING, Station.NONE, 0, 0, r -> Optional.of(new Meaning.Bye())));
        return rules;
    }

    private static Need command(Class<? extends Command> kind) {
        Optional<Needed> least = Needed.by(kind);
        return request -> least;
    }

    private static Rule station(Class<? extends Command> kind, Function<Integer, Command> command) {
        return new Rule(command(kind), Station.NEEDED, 0, 0, request -> ask(command.apply(request.stationNumber())));
    }

    private static Rule maybeStation(Class<? extends Command> kind, Function<OptionalInt, Command> command) {
        return new Rule(command(kind), Station.ALLOWED, 0, 0, request -> ask(command.apply(optional(request))));
    }

    private static Rule id(Class<? extends Command> kind, Function<Long, Command> command) {
        return new Rule(command(kind), Station.NONE, 1, 1, request -> id(request, command));
    }

    private static Optional<Meaning> trigger(PlainRequest request) {
        return PlainArguments.trigger(request.fields())
                .flatMap(trigger -> ask(new Command.Trigger(request.stationNumber(), trigger)));
    }

    private static Optional<Meaning> triggerAll(PlainRequest request) {
        return PlainArguments.trigger(request.fields()).flatMap(trigger -> ask(new Command.TriggerAll(trigger)));
    }

    private static Optional<Needed> jobNeeds(PlainRequest request) {
        boolean asks = request.fields().isEmpty();
        return Needed.by(asks ? Command.AskJob.class : Command.ChangeJob.class);
    }

    private static Optional<Meaning> job(PlainRequest request) {
        int station = request.stationNumber();
        return ask(first(request)
                .<Command>map(name -> new Command.ChangeJob(station, name))
                .orElseGet(() -> new Command.AskJob(station)));
    }

    private static Optional<Meaning> id(PlainRequest request, Function<Long, Command> command) {
        return PlainArguments.whole(request.fields().get(0)).flatMap(id -> ask(command.apply(id)));
    }

    static Optional<Meaning> ask(Command command) {
        return Optional.of(new Meaning.Ask(command));
    }

    private static OptionalInt optional(PlainRequest request) {
        return request.station().isEmpty() ? OptionalInt.empty() : OptionalInt.of(request.stationNumber());
    }

    private static Optional<String> first(PlainRequest request) {
        return request.fields().stream().findFirst();
    }
}
