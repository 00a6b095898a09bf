package org.shutterline.client.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the client keeps its settings and its log unless it is told another place. */
public final class DataFolder {
    private static final String NAME = "shutterline-client";

    private DataFolder() {}

    /**
     * The user's own folder.
     *
     * @param system as the property {@code os.name}
     * @param home as the property {@code user.home}
     */
    public static Path of(String system, String home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return named(environment, "APPDATA", Path.of(home, "AppData", "Roaming"));
        }
        if (name.startsWith("mac")) {
            return Path.of(home, "Library", "Application Support", NAME);
        }
        return named(environment, "XDG_CONFIG_HOME", Path.of(home, ".config"));
    }

    private static Path named(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return (value.isBlank() ? otherwise : Path.of(value)).resolve(NAME);
    }
}
