package org.shutterline.server.monitor;

import java.time.Instant;
import org.shutterline.server.net.Peer;
import org.shutterline.server.net.Traffic;

/**
 * Something that passed on a wire.
 *
 * @param text with every control character written out, as {@link Traffic#text()} does
 */
record Passed(Instant at, Peer peer, Traffic.Kind kind, String text, long blobBytes) {
    static Passed of(Traffic traffic) {
        return new Passed(traffic.at(), traffic.peer(), traffic.kind(), traffic.text(), traffic.blobBytes());
    }

    /** The peer's name, or its address while it has none. */
    String who() {
        if (!peer.name().isEmpty()) {
            return peer.name();
        }
        return peer.address().getAddress().getHostAddress() + ":"
                + peer.address().getPort();
    }
}
