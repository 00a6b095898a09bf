package org.shutterline.server.net;

/**
 * How much of a listener those may take who have yet to log in, or to agree on TLS. Those on this machine are counted by
 * themselves, and none of their addresses is limited: others must not keep them out.
 *
 * @param together at a time
 * @param ofAddress of them from one address, or of IPv6 from one /64
 * @param bytes of one of them
 */
public record StrangerLimits(int together, int ofAddress, int bytes) {
    public static final StrangerLimits USUAL = new StrangerLimits(16, 4, 1_024);
}
