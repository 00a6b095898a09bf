package org.shutterline.server.doctor;

import java.util.Optional;
import java.util.OptionalLong;
import org.shutterline.server.net.Peer;

/**
 * Whom a finding is about. A device that connects anew for each command is the same client: known by its name, or by its
 * computer while it has none.
 */
record Client(String id, String who, OptionalLong peer, String dialect, int port, Optional<Fix> fix) {
    static Client of(Peer peer) {
        return new Client(
                identity(peer), peer.who(), OptionalLong.of(peer.id()), peer.dialect(), peer.port(), Optional.empty());
    }

    static Client of(Round.Listener listener) {
        String place = listener.address().getAddress().getHostAddress() + ":"
                + listener.address().getPort();
        return new Client(
                place,
                place,
                OptionalLong.empty(),
                listener.dialect(),
                listener.address().getPort(),
                Optional.empty());
    }

    static String identity(Peer peer) {
        return (peer.name().isEmpty() ? peer.address().getAddress().getHostAddress() : peer.name())
                + " on "
                + peer.port();
    }

    /** With what the server can do for it. */
    Client with(Fix possible) {
        return new Client(id, who, peer, dialect, port, Optional.of(possible));
    }
}
