package org.shutterline.protocol.dialect.custom;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.script.Exchange;
import org.shutterline.protocol.script.ExchangeClient;
import org.shutterline.protocol.spi.ClientStep;

/**
 * The peer's side by the same table. A command is said by the first row that can say all of it and whose answers can be
 * read: a text, not a regular expression, and templates whose fields do not run together.
 */
final class CustomAsking implements ExchangeClient.Spelling {
    private static final Reply NO_ROW =
            new Reply.Refused(Code.UNKNOWN_COMMAND, "no row of the table can say this and read its answer");

    private final CustomSettings settings;
    private final CustomAnswers answers;

    CustomAsking(CustomSettings settings) {
        this.settings = settings;
        this.answers = new CustomAnswers(settings);
    }

    @Override
    public ExchangeClient.Said ping() {
        return sign().map(ExchangeClient.Said::by).orElseGet(() -> ExchangeClient.Said.already(NO_ROW));
    }

    /** A table may have no row that only asks. */
    private Optional<Exchange> sign() {
        for (Verb verb : List.of(Verb.SAY, Verb.VERSION, Verb.JOB, Verb.STATUS)) {
            Optional<Exchange> found = exchange(verb, Map.of(), (fields, arguments) -> Optional.of(new Reply.Done()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    @Override
    public List<ClientStep> unasked(String line) {
        return answers.read(settings.pushed(), line)
                .flatMap(fields -> answers.result(fields, settings.stations().get(0)))
                .map(result -> List.<ClientStep>of(new ClientStep.Happened(new Event.Finished(result))))
                .orElse(List.of());
    }

    @Override
    public ExchangeClient.Said said(Command command) {
        if (command instanceof Command.Trigger trigger) {
            return said(Verb.TRIGGER, trigger.station(), arguments(trigger.request()), answers::found);
        }
        if (command instanceof Command.LastResult last) {
            return said(Verb.LAST, last.station(), Map.of(), answers::found);
        }
        if (command instanceof Command.AskStatus status) {
            return said(Verb.STATUS, status.station(), Map.of(), answers::status);
        }
        if (command instanceof Command.AskJob job) {
            return said(Verb.JOB, job.station(), Map.of(), answers::job);
        }
        if (command instanceof Command.ChangeJob change) {
            return said(
                    Verb.CHANGE_JOB,
                    change.station(),
                    Map.of(Verb.NAME_OF_JOB, settings.nameOf(change.job())),
                    (fields, station) -> Optional.of(new Reply.JobChanged(change.job(), 0)));
        }
        if (command instanceof Command.GetParameter get) {
            return said(Verb.GET, get.station(), Map.of(Verb.SETTING, get.parameter()), answers::parameter);
        }
        if (command instanceof Command.SetParameter set) {
            return said(
                    Verb.SET,
                    set.station(),
                    Map.of(Verb.SETTING, set.parameter(), Verb.NEW_VALUE, set.value()),
                    answers::done);
        }
        if (command instanceof Command.GoOnline online) {
            return said(Verb.ONLINE, online.station(), Map.of(), answers::done);
        }
        if (command instanceof Command.GoOffline offline) {
            return said(Verb.OFFLINE, offline.station(), Map.of(), answers::done);
        }
        if (command instanceof Command.ResetCounters reset) {
            return said(Verb.RESET_COUNTERS, reset.station(), Map.of(), answers::done);
        }
        if (command instanceof Command.ListJobs) {
            return ExchangeClient.Said.already(new Reply.Jobs(settings.jobs().names()));
        }
        if (command instanceof Command.ListStations) {
            return ExchangeClient.Said.already(new Reply.Stations(settings.stations()));
        }
        return ExchangeClient.Said.already(NO_ROW);
    }

    private static Map<String, String> arguments(TriggerRequest request) {
        Map<String, String> arguments = new LinkedHashMap<>(request.keys());
        request.part().ifPresent(part -> arguments.put(Verb.PART, part));
        request.once().ifPresent(once -> arguments.put(Verb.ONCE, once));
        return arguments;
    }

    private ExchangeClient.Said said(
            Verb verb, int station, Map<String, String> arguments, CustomAnswers.Meaning meaning) {
        Map<String, String> named = new LinkedHashMap<>(arguments);
        named.put(Verb.STATION, Integer.toString(station));
        Optional<Exchange> found = exchange(verb, named, meaning);
        if (found.isEmpty() && settings.stations().get(0) == station) {
            found = exchange(verb, arguments, meaning);
        }
        return found.map(ExchangeClient.Said::by).orElseGet(() -> ExchangeClient.Said.already(NO_ROW));
    }

    /** The first row that says exactly this. */
    private Optional<Exchange> exchange(Verb verb, Map<String, String> arguments, CustomAnswers.Meaning meaning) {
        for (Row row : settings.rows()) {
            Optional<String> line = row.verb() == verb ? line(row, arguments) : Optional.empty();
            if (line.isPresent() && answers.canRead(row)) {
                int station = arguments.containsKey(Verb.STATION)
                        ? Integer.parseInt(arguments.get(Verb.STATION))
                        : settings.stations().get(0);
                return Optional.of(new CustomExchange(answers, row, line.get(), station, meaning));
            }
        }
        return Optional.empty();
    }

    /** The line of this row with these arguments; empty if it would not be taken by this row with these. */
    private Optional<String> line(Row row, Map<String, String> arguments) {
        Map<String, String> parts = new LinkedHashMap<>(arguments);
        row.given().forEach(parts::remove);
        return row.incoming()
                .line(parts)
                .filter(line -> settings.rows().stream()
                        .filter(each -> each.incoming().parts(line).isPresent())
                        .findFirst()
                        .filter(first -> first == row)
                        .flatMap(first -> first.arguments(line))
                        .filter(arguments::equals)
                        .isPresent());
    }
}
