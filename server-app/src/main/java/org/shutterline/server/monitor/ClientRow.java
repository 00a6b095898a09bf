package org.shutterline.server.monitor;

import java.time.Instant;
import java.util.Optional;
import org.shutterline.server.net.PeerStatus;

/**
 * A connected peer.
 *
 * @param waitsSince since when bytes without a line end wait
 */
public record ClientRow(PeerStatus status, Optional<Instant> waitsSince) {}
