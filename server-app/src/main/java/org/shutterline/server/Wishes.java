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
 * @param lastGood when the settings cannot be used, take the last ones that could and say so, in place of not starting:
 *     there is someone at the window to read it
 */
public record Wishes(Path data, Optional<Path> config, boolean demo, Optional<Integer> port, boolean lastGood) {
    Path settingsFile() {
        return config.orElse(data.resolve("settings.yaml"));
    }

    Path jobs() {
        return data.resolve("jobs");
    }
}
