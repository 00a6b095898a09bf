package org.shutterline.server.simulator;

import java.net.InetSocketAddress;
import java.util.List;
import org.shutterline.protocol.plugin.BadSetting;

/** What the window's simulator needs of the rest of the server. Safe for any thread. */
public interface SimulatorSource {
    /** Where this server listens. */
    List<Place> listeners();

    /** Ids of all dialects. */
    List<String> dialects();

    /**
     * The language of one of this server's listeners with its settings, or of another device with those of a file. May read
     * the disk.
     *
     * @param settingsFile empty for the usual settings
     * @throws BadSetting if there is no such dialect, or its settings cannot be used
     */
    PlcLanguage language(String dialect, InetSocketAddress address, String settingsFile);

    /** A listener. */
    record Place(String dialect, InetSocketAddress address) {}
}
