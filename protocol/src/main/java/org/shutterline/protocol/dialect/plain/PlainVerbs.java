package org.shutterline.protocol.dialect.plain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;

/** Every verb that the server knows, with what it takes. Checks in the contract's order: 01, 03, then station 0 as 10. */
final class PlainVerbs {
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

    private record Rule(Station station, int minFields, int maxFields, Reader reader) {}

    /** In the order in which HELP tells them. */
    static List<String> names() {
        return List.copyOf(RULES.keySet());
    }

    static Meaning meaning(PlainRequest request) {
        Rule rule = RULES.get(request.verb());
        if (rule == null) {
            return new Meaning.Wrong(Code.UNKNOWN_COMMAND);
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

    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        int any = Integer.MAX_VALUE;
        rules.put("T", new Rule(Station.NEEDED, 0, any, PlainVerbs::trigger));
        rules.put("TA", new Rule(Station.NONE, 0, any, PlainVerbs::triggerAll));
        rules.put("S", station(Command.AskStatus::new));
        rules.put("LAST", station(Command.LastResult::new));
        rules.put("RESULT", new Rule(Station.NONE, 1, 1, r -> id(r, Command.FindResult::new)));
        rules.put("SINCE", new Rule(Station.NEEDED, 1, 2, PlainArguments::since));
        rules.put("IMAGE", new Rule(Station.NONE, 1, 3, PlainArguments::image));
        rules.put("DETAIL", new Rule(Station.NONE, 1, 1, r -> id(r, Command.FetchDetail::new)));
        rules.put("LIVE", new Rule(Station.NEEDED, 1, 2, PlainArguments::live));
        rules.put("SUBSCRIBE", new Rule(Station.ALLOWED, 0, 0, r -> ask(new Command.Subscribe(optional(r)))));
        rules.put("UNSUBSCRIBE", new Rule(Station.ALLOWED, 0, 0, r -> ask(new Command.Unsubscribe(optional(r)))));
        rules.put("JOB", new Rule(Station.NEEDED, 0, 1, PlainVerbs::job));
        rules.put("JOBS", station(Command.ListJobs::new));
        rules.put("STATIONS", new Rule(Station.NONE, 0, 0, r -> ask(new Command.ListStations())));
        rules.put("HELP", new Rule(Station.NONE, 0, 0, r -> Optional.of(new Meaning.Help())));
        rules.put("ONLINE", station(Command.GoOnline::new));
        rules.put("OFFLINE", station(Command.GoOffline::new));
        rules.put("RESET", station(Command.ResetCounters::new));
        rules.put("FORMAT", new Rule(Station.NONE, 1, 1, PlainArguments::format));
        rules.put("HELLO", new Rule(Station.NONE, 0, 2, PlainArguments::hello));
        rules.put("PING", new Rule(Station.NONE, 0, 1, r -> Optional.of(new Meaning.Ping(first(r)))));
        rules.put("BYE", new Rule(Station.NONE, 0, 0, r -> Optional.of(new Meaning.Bye())));
        return rules;
    }

    private static Rule station(Function<Integer, Command> command) {
        return new Rule(Station.NEEDED, 0, 0, request -> ask(command.apply(request.stationNumber())));
    }

    private static Optional<Meaning> trigger(PlainRequest request) {
        return PlainArguments.trigger(request.fields())
                .flatMap(trigger -> ask(new Command.Trigger(request.stationNumber(), trigger)));
    }

    private static Optional<Meaning> triggerAll(PlainRequest request) {
        return PlainArguments.trigger(request.fields()).flatMap(trigger -> ask(new Command.TriggerAll(trigger)));
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
