package org.shutterline.server.net;

import java.util.OptionalLong;

/**
 * Whether the other end of one connection still acknowledges what is sent to it, by looks at equal distances: looks are
 * counted, not time, since a computer that stood still has heard nothing meanwhile. For one thread.
 */
final class Acknowledgement {
    /** Those after the first see no more acknowledged than it did. */
    private static final int LOOKS_IN_VAIN = 5;

    private long most;
    private int looks;

    /**
     * One look.
     *
     * @param sent bytes that the system took in all, at the time of the look or later
     * @param onTheirWay bytes of them that the other end had yet to acknowledge; empty if none is on its way
     * @return whether it acknowledged nothing within the last four looks, though something was on its way to it all the time
     */
    boolean isMissing(long sent, OptionalLong onTheirWay) {
        if (onTheirWay.isEmpty()) {
            looks = 0;
            return false;
        }
        long acknowledged = sent - onTheirWay.getAsLong();
        if (looks == 0 || acknowledged > most) {
            most = acknowledged;
            looks = 0;
        }
        looks++;
        return looks >= LOOKS_IN_VAIN;
    }
}
