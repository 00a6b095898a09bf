package org.shutterline.server.net;

import java.time.Duration;
import org.shutterline.protocol.spi.TalkLimits;

/**
 * How much of this server its peers may take, at all listeners together where nothing else is said.
 *
 * @param connections at a time
 * @param ofAddress of them from one address
 * @param keptForLoopback of them only for this machine
 * @param connectsASecond from one address
 * @param strangers what those may take of one listener who have yet to log in
 * @param talk what one conversation takes
 * @param writeTime a connection whose peer takes no byte for so long while output waits is closed
 * @param outputBytes lines that may wait for one peer
 * @param outputTogetherBytes lines and pictures that may wait for all peers
 * @param picturesAtOnce pictures that were asked for and are in memory for it
 * @param pictureBytesASecond a connection whose peer takes less of a picture that it asked for, over the write time, is closed;
 *     0 is any number
 * @param errorsAMinute a peer that makes more is closed; 0 is any number. Refusals that say how a station or its results stand
 *     are no errors
 */
public record Limits(
        int connections,
        int ofAddress,
        int keptForLoopback,
        int connectsASecond,
        StrangerLimits strangers,
        TalkLimits talk,
        Duration writeTime,
        long outputBytes,
        long outputTogetherBytes,
        int picturesAtOnce,
        long pictureBytesASecond,
        int errorsAMinute) {

    public static final Limits USUAL = new Limits(
            256,
            128,
            1,
            500,
            StrangerLimits.USUAL,
            TalkLimits.USUAL,
            Duration.ofSeconds(5),
            32_000_000,
            256_000_000,
            4,
            64_000,
            10_000);
}
