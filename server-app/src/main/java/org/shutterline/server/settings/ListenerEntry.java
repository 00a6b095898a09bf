package org.shutterline.server.settings;

import java.util.List;
import java.util.Map;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.protocol.spi.Dialect;

/**
 * One listener as the settings file gives it.
 *
 * @param place where it stands, for messages
 * @param address an IP address or name of this machine
 * @param port 0 takes a free one
 * @param maxConnections one more is closed at once
 */
public record ListenerEntry(
        String place, Dialect dialect, Options options, String address, int port, int maxConnections) {

    private static final Setting<String> DIALECT = Setting.text("dialect");
    private static final Setting<String> ADDRESS = Setting.text("address").byDefault("127.0.0.1");
    private static final Setting<Integer> PORT = Setting.whole("port", 0, 65_535);
    private static final Setting<Integer> MOST =
            Setting.whole("maxConnections", 1, 10_000).byDefault(64);
    private static final Setting<Map<String, Object>> SETTINGS =
            Groups.group("settings").byDefault(Map.of());

    static ListenerEntry read(String place, Map<String, Object> raw, Catalog<Dialect> dialects) {
        Options options = Options.checked(place, raw, List.of(DIALECT, ADDRESS, PORT, MOST, SETTINGS));
        Dialect dialect = dialects.find(options.get(DIALECT), options.placeOf(DIALECT));
        Options settings = Options.checked(options.placeOf(SETTINGS), options.get(SETTINGS), dialect.settings());
        // settings that contradict each other are told now, and not when the first peer comes
        dialect.server(settings, Role.VIEW);
        return new ListenerEntry(place, dialect, settings, options.get(ADDRESS), options.get(PORT), options.get(MOST));
    }

    /** The same on another port. */
    public ListenerEntry withPort(int other) {
        return new ListenerEntry(place, dialect, options, address, other, maxConnections);
    }
}
