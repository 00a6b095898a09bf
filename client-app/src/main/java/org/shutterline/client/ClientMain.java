package org.shutterline.client;

import java.io.ObjectInputFilter;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.shutterline.client.command.CommandPlace;
import org.shutterline.client.command.ExitCode;
import org.shutterline.client.command.JobCommand;
import org.shutterline.client.command.StatusCommand;
import org.shutterline.client.command.TriggerCommand;
import org.shutterline.client.language.LanguageFinder;
import org.shutterline.client.language.Languages;
import org.shutterline.client.link.LinkTimes;
import org.shutterline.client.settings.DataFolder;
import org.shutterline.client.settings.DialectFile;
import org.shutterline.client.trust.KnownServers;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.spi.Dialect;
import picocli.CommandLine;

/** The client: a window for an operator, or one command for a script. */
@CommandLine.Command(
        name = "shutterline-client",
        description = "The operator's window; with a command, one answer for a script.",
        mixinStandardHelpOptions = true,
        versionProvider = ClientMain.Version.class)
public final class ClientMain implements Callable<Integer> {
    private final PrintStream err;

    @CommandLine.Mixin
    private WindowOptions options = new WindowOptions();

    private ClientMain(PrintStream err) {
        this.err = err;
    }

    /** Starts the program. */
    public static void main(String[] arguments) {
        refuseSerialised();
        int code = run(arguments, System.out, System.err);
        if (code != WindowStart.STAYS) {
            System.exit(code);
        }
    }

    /** This program reads no Java objects from anywhere, and a library that would is refused (JEP 290). */
    private static void refuseSerialised() {
        if (ObjectInputFilter.Config.getSerialFilter() == null) {
            ObjectInputFilter.Config.setSerialFilter(info -> ObjectInputFilter.Status.REJECTED);
        }
    }

    /** Runs a command to its end, or opens the window and returns {@link WindowStart#STAYS}. */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        CommandPlace place = new CommandPlace(
                out,
                err,
                languages("fields"),
                LinkTimes.IN_ORDER,
                new KnownServers(ownFolder()),
                new PasswordPrompt(System.getenv(), System.in));
        CommandLine line = new CommandLine(new ClientMain(err));
        line.addSubcommand(new TriggerCommand(place));
        line.addSubcommand(new StatusCommand(place));
        line.addSubcommand(new JobCommand(place));
        line.setOut(new java.io.PrintWriter(out, true));
        line.setErr(new java.io.PrintWriter(err, true));
        line.getCommandSpec().exitCodeOnInvalidInput(ExitCode.WRONG_ARGUMENTS);
        line.getSubcommands()
                .values()
                .forEach(sub -> sub.getCommandSpec().exitCodeOnInvalidInput(ExitCode.WRONG_ARGUMENTS));
        line.setParameterExceptionHandler((wrong, given) -> {
            err.println(wrong.getMessage());
            err.println("See --help.");
            return ExitCode.WRONG_ARGUMENTS;
        });
        return line.execute(arguments);
    }

    @Override
    public Integer call() {
        return new WindowStart(options, languages("json"), err).start();
    }

    /** Where everything is kept unless the command line names another place. */
    static Path ownFolder() {
        return DataFolder.of(System.getProperty("os.name"), System.getProperty("user.home"), System.getenv());
    }

    /** @param format in which our own stations answer: {@code json} or {@code fields} */
    static LanguageFinder languages(String format) {
        return new Languages(
                Catalog.installed("dialect", Dialect.class), format, DialectFile::read, Clock.systemDefaultZone());
    }

    /** The version that the build wrote into the program. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = ClientMain.class.getPackage().getImplementationVersion();
            return new String[] {"Shutterline client " + (version == null ? "from its sources" : version)};
        }
    }
}
