package org.shutterline.server.simulator;

import java.net.InetSocketAddress;
import java.util.List;
import org.shutterline.protocol.plugin.BadSetting;

/** A server that listens nowhere. */
public final class NoSimulator implements SimulatorSource {
    @Override
    public List<Place> listeners() {
        return List.of();
    }

    @Override
    public List<String> dialects() {
        return List.of();
    }

    @Override
    public PlcLanguage language(String dialect, InetSocketAddress address, String settingsFile) {
        throw new BadSetting("dialect", "expected one of none");
    }
}
