package org.shutterline.server.doctor;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.shutterline.protocol.message.StationState;
import org.shutterline.server.net.PeerStatus;

/**
 * What there is to look at, some times a second.
 *
 * @param stations how each stands
 */
public record Round(
        Instant now, List<PeerStatus> peers, Map<Integer, StationState> stations, List<Listener> listeners) {
    /** A listener and whether it takes connections. */
    public record Listener(String dialect, InetSocketAddress address, boolean accepts) {}

    public Round {
        peers = List.copyOf(peers);
        stations = Map.copyOf(stations);
        listeners = List.copyOf(listeners);
    }
}
