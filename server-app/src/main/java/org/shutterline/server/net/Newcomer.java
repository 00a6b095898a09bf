package org.shutterline.server.net;

import java.net.InetAddress;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * One more who connects to a listener that is full, and whom it may put in whose place.
 *
 * @param login what it has to prove before it can do anything
 */
record Newcomer(InetAddress from, Login login) {
    /** What whoever connects has to prove. */
    enum Login {
        NONE,
        /** One of the listener's own logins, as a device does by itself each time it connects. */
        OF_THE_LISTENER,
        /** Who of the server's users it is. */
        OF_A_USER
    }

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
                .filter(guest -> guest.stranger() || mayReplaceKnown(guest.peer()))
                .sorted(Comparator.comparing((Guest guest) -> !guest.stranger())
                        .thenComparing(
                                guest -> !guest.peer().address().getAddress().equals(from))
                        .thenComparing(guest -> guest.peer().id()))
                .toList();
    }

    /** Behind one address there may be many users, but it is one device that comes back and has left its connection open. */
    private boolean mayReplaceKnown(Peer peer) {
        return switch (login) {
            case NONE -> true;
            case OF_THE_LISTENER -> peer.source().equals(Source.of(from));
            case OF_A_USER -> false;
        };
    }
}
