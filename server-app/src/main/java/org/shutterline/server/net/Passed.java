package org.shutterline.server.net;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that passed on a wire, as people read it.
 *
 * @param text with every control character written out, as {@link Traffic#text()} does
 * @param raw the same as bytes, for a line that was read and for what was sent
 * @param blobBytes how many bytes of pictures went after the text
 * @param meaning where the dialect said so
 */
public record Passed(
        Instant at, Peer peer, Traffic.Kind kind, String text, Raw raw, long blobBytes, Optional<Meaning> meaning) {
    public static Passed of(Traffic traffic) {
        return new Passed(
                traffic.at(),
                traffic.peer(),
                traffic.kind(),
                traffic.text(),
                traffic.raw(),
                traffic.blobBytes(),
                traffic.meaning());
    }
}
