package org.shutterline.protocol.spi;

/**
 * What one conversation takes of its peer; more is refused.
 *
 * @param lineBytes the longest line without its end, 64 to 32,768
 * @param lineMs a line must be ended so many ms after its first byte
 * @param unanswered so many requests may be without an answer; then no more are read until some have one
 * @param tagged so many of them may have a tag
 * @param aliveMissed a peer that promised lines and missed so many is given up
 */
public record TalkLimits(int lineBytes, int lineMs, int unanswered, int tagged, int aliveMissed) {
    /** As the wire contract has them. */
    public static final TalkLimits USUAL = new TalkLimits(4_096, 30_000, 1_024, 256, 3);
}
