package org.shutterline.server.monitor;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;
import org.shutterline.protocol.message.Role;
import org.shutterline.server.net.Meaning;
import org.shutterline.server.net.Passed;
import org.shutterline.server.net.Peer;
import org.shutterline.server.net.Raw;
import org.shutterline.server.net.Traffic;

/** Puts lines into a ring as if they had passed on a wire. */
public final class ScriptedTraffic {
    private final TrafficRing ring;

    public ScriptedTraffic(TrafficRing ring) {
        this.ring = ring;
    }

    public static Peer peer(long id, String name) {
        return new Peer(
                id, name, new InetSocketAddress("10.0.3." + (6 + id), 51_020 + (int) id), "plain", Role.OPERATE, 7501);
    }

    /** @param text with control characters written out: {@code T1\r} */
    public void passes(Instant at, Peer peer, Traffic.Kind kind, String text) {
        ring.put(new Passed(at, peer, kind, text, Raw.NONE, 0, Optional.empty()));
    }

    /** The dialect said what it meant. */
    public void means(Instant at, Peer peer, Traffic.Kind kind, Meaning meaning) {
        ring.put(new Passed(at, peer, kind, "", Raw.NONE, 0, Optional.of(meaning)));
    }
}
