package org.shutterline.server.net;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * A connection as people see it.
 *
 * @param linesIn whole lines read
 * @param triggers asked for, taken or not
 * @param bytesWaiting bytes that the peer has yet to take
 * @param lastLine the last line read, secrets masked, not escaped; empty if there was none
 * @param lastAnswerMs from the last line that was answered being read to its answer being handed to the network
 */
public record PeerStatus(
        Peer peer,
        Instant since,
        long linesIn,
        long triggers,
        long bytesWaiting,
        String lastLine,
        OptionalDouble lastAnswerMs) {}
