package org.shutterline.server.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.message.Rights;

/**
 * Stands at the door of one listener: turns away who is not on the list or finds no room, and gives each of the others a
 * {@link Session}.
 */
final class Porter {
    private final InetSocketAddress address;
    private final Surroundings surroundings;

    /** @param address where the listener is */
    Porter(InetSocketAddress address, Surroundings surroundings) {
        this.address = address;
        this.surroundings = surroundings;
    }

    /** @throws IOException if the connection is gone already */
    void admit(SocketChannel channel, Terms now) throws IOException {
        InetSocketAddress from = (InetSocketAddress) channel.getRemoteAddress();
        if (from == null) {
            channel.close();
            return;
        }
        if (!now.settings().entrance().admits().test(from.getAddress())) {
            turnAway(channel, peer(from, now), Traffic.Kind.NOT_ON_THE_LIST);
            surroundings.engine().refused(peer(from, now), Engine.Refusal.NOT_ON_THE_LIST, "");
            return;
        }
        Optional<Limit> full = full(from.getAddress(), now);
        if (full.isPresent()) {
            surroundings.bounds().hits().count(full.get(), peer(from, now).shown());
            turnAway(channel, peer(from, now), Traffic.Kind.TURNED_AWAY);
            return;
        }
        Wire wire = Wire.over(channel, now.settings().entrance().tls());
        try {
            serve(wire, peer(from, now), now);
        } catch (RuntimeException | Error failed) {
            wire.close();
            throw failed;
        }
    }

    private Peer peer(InetSocketAddress from, Terms now) {
        long id = surroundings.peerIds().getAsLong();
        Entrance entrance = now.settings().entrance();
        return new Peer(
                id,
                "",
                from,
                now.dialect().id(),
                firstRights(now),
                address.getPort(),
                "",
                entrance.tls().isPresent());
    }

    /** What whoever connects may do before a login. */
    private static Rights firstRights(Terms now) {
        return now.dialect().hasOwnLogins()
                ? Rights.NONE
                : now.settings().entrance().rights();
    }

    private static Newcomer.Login login(Terms now) {
        if (now.settings().entrance().rights().isNone()) {
            return Newcomer.Login.OF_A_USER;
        }
        return now.dialect().hasOwnLogins() ? Newcomer.Login.OF_THE_LISTENER : Newcomer.Login.NONE;
    }

    private Optional<Limit> full(InetAddress from, Terms now) {
        StrangerLimits strangers = surroundings.bounds().limits().strangers();
        return surroundings
                .bounds()
                .doorway()
                .knock(from)
                .or(() -> now.sessions().fullOfStrangers(from, strangers))
                .or(() -> noRoom(from, now));
    }

    /** Others are closed for it only if it can come in then. */
    private Optional<Limit> noRoom(InetAddress from, Terms now) {
        Optional<List<Session>> givingWay =
                now.sessions().givingWay(new Newcomer(from, login(now)), most(from, now.settings()));
        if (givingWay.isEmpty()) {
            return Optional.of(Limit.CONNECTIONS_OF_LISTENER);
        }
        List<InetAddress> leaving = givingWay.get().stream()
                .map(session -> session.peer().address().getAddress())
                .toList();
        Optional<Limit> full = surroundings.bounds().doorway().full(from, leaving);
        if (full.isEmpty()) {
            givingWay.get().forEach(session -> session.cut(ClosedBy.NEWCOMER));
        }
        return full;
    }

    /** Where others than this machine reach it, not all may be theirs. */
    private int most(InetAddress from, ListenerSettings settings) {
        int kept = surroundings.bounds().limits().keptForLoopback();
        boolean keeps = address.getAddress().isAnyLocalAddress() && settings.maxConnections() > kept;
        return settings.maxConnections() - (keeps && !from.isLoopbackAddress() ? kept : 0);
    }

    private void turnAway(SocketChannel channel, Peer peer, Traffic.Kind why) throws IOException {
        channel.close();
        surroundings.traffic().passed(Traffic.said(peer, why, ""));
    }

    private void serve(Wire wire, Peer peer, Terms now) {
        Rights rights = now.settings().entrance().rights();
        Diary diary = new Diary(peer, rights, surroundings.traffic());
        Talk talk = new Talk(now.dialect().server(now.options(), rights), wire, diary, surroundings);
        String threadName = "net-" + address.getPort() + "-" + peer.id();
        Doorway.Place place =
                surroundings.bounds().doorway().enter(peer.address().getAddress());
        Patience patience = new Patience(
                now.settings().entrance().loginWithin(),
                surroundings.bounds().limits().strangers().bytes());
        try {
            now.sessions()
                    .begin(new Session(
                            wire,
                            talk,
                            diary,
                            threadName,
                            place,
                            patience,
                            () -> now.sessions().left(peer)));
        } catch (OutOfMemoryError noThread) {
            place.giveBack();
            throw noThread;
        }
    }
}
