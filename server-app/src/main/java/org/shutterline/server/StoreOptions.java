package org.shutterline.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import org.shutterline.server.access.Entry;
import org.shutterline.server.archive.DataFolder;
import org.shutterline.server.backup.Backup;
import org.shutterline.server.backup.Restore;
import picocli.CommandLine.Option;

/** What can be done with a data folder from the command line, in place of starting a station. */
final class StoreOptions {
    private static final String COMMAND_LINE = "command line";

    private static final String KEEP =
            "; users and the key of the server are in it: keep it where only you can read it";

    @Option(
            names = "--backup",
            paramLabel = "FILE",
            description = "Write all that is kept under DIR into FILE, also while a server runs; starts no station.")
    private Path backup;

    @Option(
            names = "--restore",
            paramLabel = "FILE",
            description =
                    "Put what is in FILE, made by --backup, in the place of what is under DIR, which is kept beside it;"
                            + " starts no station.")
    private Path restore;

    @Option(
            names = "--verify",
            description = "Look through all that is kept under DIR and print what is damaged; starts no station.")
    private boolean verify;

    boolean isGiven() {
        return backup != null || restore != null || verify;
    }

    /**
     * Does it.
     *
     * @return 0 if it is done, or all is sound; 1 if something is damaged, or the file cannot be used
     * @throws NotToBeHad if a server has the folder and it is to be restored
     */
    int run(Path data, Path settings, PrintStream out, PrintStream err) throws NotToBeHad {
        try {
            if (backup != null) {
                backup(data, settings, out, err);
                return 0;
            }
            return restore != null ? restore(data, out, err) : verify(data, settings, out, err);
        } catch (IOException failed) {
            err.println(failed.getMessage());
            return 1;
        }
    }

    private void backup(Path data, Path settings, PrintStream out, PrintStream err) throws IOException {
        Backup made = Backup.write(data, settings, backup, Clock.systemUTC());
        out.println(backup + ": " + made.results() + " results, " + made.pictures() + " pictures, " + made.bytes()
                + " bytes" + (made.secrets() ? KEEP : ""));
        Entry entry = new Entry(
                Clock.systemUTC().instant(),
                System.getProperty("user.name"),
                COMMAND_LINE,
                "backup to " + backup.getFileName(),
                Entry.DONE);
        add(data, entry, err);
    }

    private static void add(Path data, Entry entry, PrintStream err) throws IOException {
        if (!QuietBooks.add(data, entry)) {
            err.println("not in the books: a server runs on " + data + " and keeps them itself");
        }
    }

    private int restore(Path data, PrintStream out, PrintStream err) throws NotToBeHad, IOException {
        Restore.Done done = restored(data);
        out.println(restore + ": " + done.results() + " results are back, the next id is " + done.nextId()
                + "; what was there before is in " + done.before());
        add(data, RestoreEntry.of(done, System.getProperty("user.name"), COMMAND_LINE), err);
        return 0;
    }

    private Restore.Done restored(Path data) throws NotToBeHad, IOException {
        try (DataFolder folder = Site.held(data)) {
            Restore.finish(folder.path(), Clock.systemDefaultZone());
            Restore.stage(folder.path(), restore);
            return Restore.finish(folder.path(), Clock.systemDefaultZone()).orElseThrow();
        }
    }

    private static int verify(Path data, Path settings, PrintStream out, PrintStream err) {
        StoreCheck found = StoreCheck.of(data, settings);
        found.damage().forEach(err::println);
        out.println(found.summary());
        return found.damage().isEmpty() ? 0 : 1;
    }
}
