package org.shutterline.server.spi;

import java.util.List;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Plugin;

/** Opens cameras of one kind. Found by {@code META-INF/services}; stateless. */
public interface CameraFactory extends Plugin {
    /**
     * Opens the camera that the settings name.
     *
     * @throws CameraException if it is not there; it is tried again later
     */
    Camera open(Options options) throws CameraException;

    /**
     * One line that tells a technician which camera it is, without opening it: {@code "Simulated plate, 1280 x 960, seed 7"}.
     * Also asked when settings are read or changed, to have them refused.
     *
     * @throws org.shutterline.protocol.plugin.BadSetting if no camera could be opened with them
     */
    String describe(Options options);

    /** Whether its pictures are of a world that never looks the same twice, so that two equal ones are one that was repeated. */
    default boolean isLive() {
        return false;
    }

    /** Whether it runs native code, which can hang or crash: then its cameras run in processes of their own unless the settings say otherwise. */
    default boolean isNative() {
        return false;
    }

    /**
     * Looks which cameras of this kind there are. Takes a few seconds at most.
     *
     * @throws CameraException if it cannot look; the message says what is missing
     */
    default List<FoundCamera> find() throws CameraException, InterruptedException {
        return List.of();
    }
}
