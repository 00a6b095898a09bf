package org.shutterline.server;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.server.access.Act;
import org.shutterline.server.net.TriggerServer;
import org.shutterline.server.settings.YamlFile;
import org.shutterline.server.simulator.PlcLanguage;
import org.shutterline.server.simulator.SimulatorSource;

/** What the window's PLC simulator sees of this server. */
record WindowSimulator(WindowSeat seat, Supplier<List<TriggerServer>> servers, Catalog<Dialect> installed)
        implements SimulatorSource {
    @Override
    public List<Place> listeners() {
        return servers.get().stream()
                .map(server -> new Place(server.dialect(), server.address()))
                .toList();
    }

    @Override
    public List<String> dialects() {
        return installed.all().stream().map(Dialect::id).toList();
    }

    @Override
    public PlcLanguage language(String dialect, InetSocketAddress address, String settingsFile) {
        seat.does(Act.TALK, "PLC simulator to " + address.getHostString() + ":" + address.getPort());
        Dialect found = installed.find(dialect, "dialect");
        Optional<Options> own = servers.get().stream()
                .filter(server ->
                        server.dialect().equals(dialect) && server.address().equals(address))
                .map(TriggerServer::options)
                .findFirst();
        if (own.isPresent()) {
            return PlcLanguage.of(found, dialect, own.get().written());
        }
        return settingsFile.isEmpty()
                ? PlcLanguage.of(found, dialect, Map.of())
                : PlcLanguage.of(found, settingsFile, YamlFile.read(Path.of(settingsFile), settingsFile));
    }
}
