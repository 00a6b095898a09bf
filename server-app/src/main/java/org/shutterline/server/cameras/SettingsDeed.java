package org.shutterline.server.cameras;

import java.io.IOException;
import java.util.Optional;
import org.shutterline.protocol.plugin.BadSetting;

/** Something that writes the settings and may be refused. Blocks on the disk. */
@FunctionalInterface
interface SettingsDeed {
    void run() throws IOException;

    /** Does it; says why not, if so. */
    default Optional<String> trouble() {
        try {
            run();
            return Optional.empty();
        } catch (IOException | BadSetting refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }
}
