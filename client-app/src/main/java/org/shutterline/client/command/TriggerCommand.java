package org.shutterline.client.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.shutterline.client.language.Ability;
import org.shutterline.client.language.Language;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.TriggerRequest;
import picocli.CommandLine;

/** Triggers a station once, prints the reply line, and exits by the verdict. */
@CommandLine.Command(
        name = "trigger",
        description = "Takes a picture, has it judged, and prints the reply line.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:OK",
            "1:NG",
            "2:UNKNOWN",
            "3:refused",
            "4:no connection, or lost before the reply",
            "64:wrong arguments"
        })
public final class TriggerCommand implements Callable<Integer> {
    private static final int LONGEST_PART = 1_000;

    private final CommandPlace place;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Parameters(paramLabel = "<station>", description = "Its number, 1 to 99.")
    private int station;

    @CommandLine.Mixin
    private ServerOption server;

    @CommandLine.Option(names = "--part", paramLabel = "TEXT", description = "Names the part.")
    private Optional<String> part = Optional.empty();

    @CommandLine.Option(
            names = "--once",
            paramLabel = "KEY",
            description = "The same key again returns the stored result and takes no second picture.")
    private Optional<String> once = Optional.empty();

    @CommandLine.Option(
            names = "--image",
            paramLabel = "FILE",
            description = "Writes the picture there; the file's ending, png or jpg, says in which format.")
    private Optional<Path> image = Optional.empty();

    public TriggerCommand(CommandPlace place) {
        this.place = place;
    }

    @Override
    public Integer call() throws InterruptedException {
        check();
        Optional<PictureFormat> format = image.map(this::formatOf);
        Language language = server.language(place);
        check(language);
        try (ServerCall call = server.open(place, language)) {
            ServerCall.Answered answered =
                    call.ask(new Command.Trigger(station, new TriggerRequest(part, once, Map.of())));
            place.out().println(Printed.line(language, answered));
            place.out().flush();
            if (format.isPresent() && answered.reply() instanceof Reply.Found found) {
                fetch(call, found.result().id(), format.get());
            }
            return ExitCode.ofTrigger(answered.reply());
        } catch (NoConnection none) {
            place.err().println("No connection to " + server.address() + ". " + none.getMessage());
            return none.exitCode();
        }
    }

    private void check() {
        if (station < 1 || station > 99) {
            throw wrong("station is a number from 1 to 99, not " + station);
        }
        if (part.filter(text -> text.length() > LONGEST_PART).isPresent()) {
            throw wrong("--part is at most " + LONGEST_PART + " characters long");
        }
        if (once.filter(key -> !key.matches("[A-Za-z0-9._:-]{1,64}")).isPresent()) {
            throw wrong("--once is 1 to 64 characters of A-Z a-z 0-9 . _ : -");
        }
    }

    /** What would be dropped silently is told. */
    private void check(Language language) {
        if (part.isPresent() && !language.can(Ability.PART)) {
            throw wrong("--part: " + language.id() + " has no word for the name of a part");
        }
        if (once.isPresent() && !language.can(Ability.ONCE)) {
            throw wrong("--once: " + language.id() + " has no word for a key");
        }
        if (image.isPresent() && !language.can(Ability.PICTURE)) {
            throw wrong("--image: " + language.id() + " tells no pictures");
        }
    }

    private PictureFormat formatOf(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".png")) {
            return PictureFormat.PNG;
        }
        if (name.endsWith(".jpg") || name.endsWith(".jpeg")) {
            return PictureFormat.JPEG;
        }
        throw wrong("--image ends in .png or .jpg, not as in " + file);
    }

    private CommandLine.ParameterException wrong(String why) {
        return new CommandLine.ParameterException(spec.commandLine(), why);
    }

    /** The verdict stands whatever becomes of the picture, so its exit code does too. */
    private void fetch(ServerCall call, long id, PictureFormat format) throws InterruptedException {
        Path file = image.orElseThrow();
        try {
            Reply reply = call.ask(new Command.FetchPicture(id, format, PictureView.SOURCE))
                    .reply();
            if (reply instanceof Reply.PictureOf got) {
                write(got.picture().blob(), file);
            } else {
                place.err().println("No picture of result " + id + " was kept; " + file + " is not written.");
            }
        } catch (NoConnection none) {
            place.err().println("Connection lost before the picture; " + file + " is not written.");
        } catch (IOException full) {
            place.err().println(file + " cannot be written: " + full.getMessage());
        }
    }

    private static void write(Blob lent, Path file) throws IOException {
        try (Blob blob = lent;
                FileChannel channel = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer bytes = blob.bytes();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }
}
