package org.shutterline.client.command;

import java.util.concurrent.Callable;
import org.shutterline.client.language.Language;
import org.shutterline.protocol.message.Command;
import picocli.CommandLine;

/** Prints how a station stands. */
@CommandLine.Command(
        name = "status",
        description = "Prints a station's state, job and counters as the server sends them.",
        mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {
    private final CommandPlace place;

    @CommandLine.Parameters(paramLabel = "<station>", description = "Its number, 1 to 99.")
    private int station;

    @CommandLine.Mixin
    private ServerOption server;

    public StatusCommand(CommandPlace place) {
        this.place = place;
    }

    @Override
    public Integer call() throws InterruptedException {
        Language language = server.language(place);
        try (ServerCall call = server.open(place, language)) {
            ServerCall.Answered answered = call.ask(new Command.AskStatus(station));
            place.out().println(Printed.line(language, answered));
            place.out().flush();
            return ExitCode.ofStatus(answered.reply());
        } catch (NoConnection none) {
            place.err().println("No connection to " + server.address() + ". " + none.getMessage());
            return none.exitCode();
        }
    }
}
