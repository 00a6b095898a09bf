package org.shutterline.server.net;

import java.net.InetAddress;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * One more who connects to a listener that is full, and whom it may put in whose place.
 *
 * @param mustLogIn whether it can do nothing before it has logged in
 */
record Newcomer(InetAddress from, boolean mustLogIn) {
    /**
     * One who is connected already.
     *
     * @param stranger whether it has yet to log in, or to agree on TLS
     */
    record Guest(Peer peer, boolean stranger) {}

    /** Those who may be closed for it; first who has yet to log in, then who comes from the same address, then the oldest. */
    List<Guest> mayReplace(Collection<Guest> there) {
        return there.stream()
                .filter(guest -> from.isLoopbackAddress() || !guest.peer().isHere())
                .filter(guest -> !mustLogIn || guest.stranger())
                .sorted(Comparator.comparing((Guest guest) -> !guest.stranger())
                        .thenComparing(
                                guest -> !guest.peer().address().getAddress().equals(from))
                        .thenComparing(guest -> guest.peer().id()))
                .toList();
    }
}
