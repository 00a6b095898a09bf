package org.shutterline.server.net;

import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.Options;

/**
 * One listener as the settings give it.
 *
 * @param place where it stands, for messages: {@code settings.yaml, listeners[0]}
 * @param address an IP address or a name of this machine
 * @param port 0 to 65535, 0 takes a free one
 * @param options of the dialect, checked
 * @param entrance who may come in, and how
 * @param maxConnections so many at most are connected
 * @param oneTooMany what is done with one more than that
 */
public record ListenerSettings(
        String place,
        String address,
        int port,
        Options options,
        Entrance entrance,
        int maxConnections,
        OneTooMany oneTooMany) {
    public static final int MAX_CONNECTIONS = 64;

    /** With the usual limits, for peers that may operate. */
    public ListenerSettings(String place, String address, int port, Options options) {
        this(place, address, port, options, Entrance.here(Role.OPERATE), MAX_CONNECTIONS, OneTooMany.REFUSE_NEW);
    }
}
