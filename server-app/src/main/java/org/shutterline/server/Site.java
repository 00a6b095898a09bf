package org.shutterline.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.archive.ArchiveException;
import org.shutterline.server.archive.DataFolder;
import org.shutterline.server.backup.Restore;
import org.shutterline.server.settings.Plugins;
import org.shutterline.server.settings.ServerSettings;
import org.shutterline.server.settings.SettingsFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The place that a server works at: its data folder, which is its own until it is closed, and the settings found there.
 *
 * @param settings that the server runs on
 * @param settingsTrouble what is wrong with the settings file, if the last good settings took its place
 * @param restored what was restored before anything else read the folder
 */
record Site(
        DataFolder folder,
        Wishes wishes,
        Plugins plugins,
        SettingsFile file,
        ServerSettings settings,
        Optional<String> settingsTrouble,
        Optional<Restore.Done> restored)
        implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Site.class);

    /**
     * Takes the folder, finishes a restore that waits there, and reads the settings.
     *
     * @throws BadSetting if the settings cannot be used
     * @throws NotToBeHad if another server has the folder
     */
    static Site of(Wishes wishes) throws NotToBeHad, IOException {
        DataFolder folder = held(wishes.data());
        try {
            Optional<Restore.Done> restored = Restore.finish(folder.path(), Clock.systemDefaultZone());
            restored.ifPresent(done -> LOG.warn(
                    "a backup was restored; what was there before is in {}, the next id is {}",
                    done.before(),
                    done.nextId()));
            if (wishes.demo()) {
                Demo.fill(wishes);
            }
            return read(wishes, folder, restored);
        } catch (IOException | RuntimeException failed) {
            folder.close();
            throw failed;
        }
    }

    /**
     * The data folder, taken from all others.
     *
     * @throws NotToBeHad if a server has it, or it cannot be written
     */
    static DataFolder held(Path data) throws NotToBeHad {
        try {
            return DataFolder.lock(data);
        } catch (ArchiveException taken) {
            throw new NotToBeHad(taken.getMessage(), taken);
        }
    }

    private static Site read(Wishes wishes, DataFolder folder, Optional<Restore.Done> restored) {
        if (!Files.exists(wishes.settingsFile())) {
            throw new BadSetting(
                    String.valueOf(wishes.settingsFile().getFileName()),
                    "no such file in " + wishes.data() + "; --demo fills an empty folder with a station that works");
        }
        Plugins plugins = Plugins.installed();
        SettingsFile file = new SettingsFile(wishes.settingsFile(), folder.path(), plugins);
        SettingsFile.Read read = wishes.lastGood() ? file.readOrLastGood() : file.read();
        ServerSettings settings =
                wishes.port().map(read.settings()::withFirstPort).orElse(read.settings());
        return new Site(folder, wishes, plugins, file, settings, read.trouble(), restored);
    }

    Path data() {
        return folder.path();
    }

    /** The settings that a server started on are those to come back to when the file is spoilt. */
    void keepSettingsAsGood() {
        if (settingsTrouble.isEmpty()) {
            file.keepAsGood();
        }
    }

    @Override
    public void close() {
        try {
            folder.close();
        } catch (IOException failed) {
            LOG.warn("the data folder's lock was not freed", failed);
        }
    }
}
