package org.shutterline.server;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.archive.ArchiveException;
import org.shutterline.server.archive.Verification;
import org.shutterline.server.jobs.JobStore;
import org.shutterline.server.jobs.JobUse;
import org.shutterline.server.settings.AllowedPrograms;
import org.shutterline.server.settings.Isolation;
import org.shutterline.server.settings.JobSettings;
import org.shutterline.server.settings.Plugins;
import org.shutterline.server.settings.ServerSettings;

/**
 * Everything that is kept under a data folder, looked through once: results, pictures, jobs with their versions, settings.
 *
 * @param summary what was looked at, in a line
 * @param damage what is not as it was written, a sentence each
 */
record StoreCheck(String summary, List<String> damage) {
    StoreCheck {
        damage = List.copyOf(damage);
    }

    /** Only reads; also beside a server that is at work. Blocks until all is read. */
    static StoreCheck of(Path data, Path settings) {
        List<String> damage = new ArrayList<>();
        String looked = archive(data, damage);
        damage.addAll(jobs(data.resolve("jobs")));
        settings(settings, damage);
        return new StoreCheck(
                looked + ", jobs and settings: " + (damage.isEmpty() ? "sound" : damage.size() + " damaged"), damage);
    }

    private static String archive(Path data, List<String> damage) {
        try {
            Verification found = Verification.of(data);
            damage.addAll(found.damage());
            return found.results() + " results, " + found.pictures() + " pictures";
        } catch (ArchiveException unreadable) {
            damage.add(unreadable.getMessage());
            return "no results";
        }
    }

    /** What of the jobs with all their versions is damaged. Blocks until all is read. */
    static List<String> jobs(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        JobStore jobs = new JobStore(
                folder,
                Plugins.installed().tools(),
                Isolation.NONE,
                Clock.systemUTC(),
                JobUse.NONE,
                new JobSettings(1, AllowedPrograms.NONE));
        try {
            return jobs.damage();
        } catch (UncheckedIOException unreadable) {
            return List.of("the jobs in " + folder + " cannot be read: "
                    + unreadable.getCause().getMessage());
        }
    }

    private static void settings(Path file, List<String> damage) {
        try {
            ServerSettings.read(file, Plugins.installed());
        } catch (BadSetting bad) {
            damage.add(bad.getMessage());
        }
    }
}
