package org.shutterline.client.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.shutterline.client.language.Language;
import org.shutterline.protocol.message.Command;
import picocli.CommandLine;

/** Prints the job of a station, or changes it. */
@CommandLine.Command(
        name = "job",
        description = "Prints the job that a station works by; with a name, changes to it first.",
        mixinStandardHelpOptions = true)
public final class JobCommand implements Callable<Integer> {
    private final CommandPlace place;

    @CommandLine.Parameters(index = "0", paramLabel = "<station>", description = "Its number, 1 to 99.")
    private int station;

    @CommandLine.Parameters(index = "1", arity = "0..1", paramLabel = "<job>", description = "The job to change to.")
    private Optional<String> job = Optional.empty();

    @CommandLine.Mixin
    private ServerOption server;

    public JobCommand(CommandPlace place) {
        this.place = place;
    }

    @Override
    public Integer call() throws InterruptedException {
        Language language = server.language(place);
        try (ServerCall call = server.open(place, language)) {
            Command command = job.<Command>map(name -> new Command.ChangeJob(station, name))
                    .orElseGet(() -> new Command.AskJob(station));
            ServerCall.Answered answered = call.ask(command);
            place.out().println(Printed.line(language, answered));
            place.out().flush();
            return ExitCode.ofJob(answered.reply());
        } catch (NoConnection none) {
            place.err().println("No connection to " + server.address() + ". " + none.getMessage());
            return none.exitCode();
        }
    }
}
