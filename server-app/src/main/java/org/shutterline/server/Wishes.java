package org.shutterline.server;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What whoever starts the server asks for.
 *
 * @param data the folder under which everything is kept
 * @param config the settings, if they are not {@code settings.yaml} under the data folder
 * @param demo fill an empty data folder with the demo station
 * @param port of the first listener, in place of the one in the settings; 0 takes a free one
 */
public record Wishes(Path data, Optional<Path> config, boolean demo, Optional<Integer> port) {
    Path settingsFile() {
        return config.orElse(data.resolve("settings.yaml"));
    }

    Path jobs() {
        return data.resolve("jobs");
    }
}
