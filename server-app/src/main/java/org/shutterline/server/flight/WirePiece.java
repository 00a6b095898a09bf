package org.shutterline.server.flight;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.shutterline.server.net.Visible;

/**
 * What passed on a connection in one piece: a line that was received, or what was sent at once.
 *
 * @param who the peer's name, or its address while it had none
 * @param received whether it came from the peer; else it was sent
 * @param bytes as they passed, line ends and all; only secrets are masked
 * @param further how many passed after these and are not kept, such as those of a picture
 */
public record WirePiece(Instant at, String who, boolean received, byte[] bytes, long further) {
    /** For people: {@code 2026-11-23T12:00:00.017Z PLC 3 -> T1\r}. */
    public String line() {
        String text = Visible.text(new String(bytes, StandardCharsets.UTF_8));
        return at + " " + who + (received ? " -> " : " <- ") + text + (further > 0 ? " + " + further + " B" : "");
    }
}
