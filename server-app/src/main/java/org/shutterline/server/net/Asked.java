package org.shutterline.server.net;

import java.time.OffsetDateTime;
import org.shutterline.protocol.message.Command;

/**
 * A command as it came from a peer.
 *
 * @param readAtNanos {@link System#nanoTime()} when its line had been read
 * @param readAt the same by the wall clock
 * @param stale the line waited while the process stood still: its part has gone by, and a trigger is refused as busy
 */
public record Asked(Command command, Peer peer, long readAtNanos, OffsetDateTime readAt, boolean stale) {}
