package org.shutterline.server.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.shutterline.protocol.plugin.BadSetting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file of settings, and the last content of it that could be used. */
public final class SettingsFile {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

    private final Path file;
    private final Path good;
    private final Plugins plugins;

    /** @param folder where the last good content is kept */
    public SettingsFile(Path file, Path folder, Plugins plugins) {
        this.file = file;
        this.good = folder.resolve("settings.good.yaml");
        this.plugins = plugins;
    }

    /** @throws BadSetting naming file, line or key, and what was expected */
    public Read read() {
        return new Read(ServerSettings.read(file, plugins), Optional.empty());
    }

    /**
     * The same; the last good settings, and what is wrong, when the file cannot be used.
     *
     * @throws BadSetting if there are no last good ones either
     */
    public Read readOrLastGood() {
        try {
            return read();
        } catch (BadSetting bad) {
            if (!Files.exists(good)) {
                throw bad;
            }
            LOG.error("{}; the last good settings are used", bad.getMessage());
            return new Read(ServerSettings.read(good, plugins), Optional.of(bad.getMessage()));
        }
    }

    /** What the file holds has proved to be good. */
    public void keepAsGood() {
        try {
            SafeFile.write(good, Files.readAllBytes(file));
        } catch (IOException failed) {
            LOG.warn("the good settings could not be kept aside: {}", failed.toString());
        }
    }

    /** @param trouble what is wrong with the file, if these are not its settings but the last good ones */
    public record Read(ServerSettings settings, Optional<String> trouble) {}
}
