package org.shutterline.server.net;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** All that are connected under the same settings of a listener. Thread-safe; one thread at a time makes room and adds. */
final class Sessions {
    private static final long CUT_MS = 500;

    private final ListenerSettings settings;
    private final Map<Long, Session> all = new ConcurrentHashMap<>();
    private final Object someoneLeft = new Object();

    Sessions(ListenerSettings settings) {
        this.settings = settings;
    }

    List<PeerStatus> statuses() {
        return all.values().stream()
                .map(Session::status)
                .sorted(Comparator.comparingLong(status -> status.peer().id()))
                .toList();
    }

    void endBySilence(int silenceMs) {
        all.values().forEach(session -> session.endBySilence(silenceMs));
    }

    /** Why nobody more may come from there while so many have to log in, or to agree on TLS, first. */
    Optional<Limit> fullOfStrangers(InetAddress from, StrangerLimits limits) {
        boolean here = from.isLoopbackAddress();
        List<Session> strangers = all.values().stream()
                .filter(session -> !session.isLeaving())
                .filter(Session::isStranger)
                .filter(session -> session.peer().isHere() == here)
                .toList();
        if (strangers.size() >= limits.together()) {
            return Optional.of(Limit.STRANGERS);
        }
        String source = Source.of(from);
        long ofAddress = strangers.stream()
                .filter(session -> session.peer().source().equals(source))
                .count();
        return !here && ofAddress >= limits.ofAddress() ? Optional.of(Limit.STRANGERS_OF_ADDRESS) : Optional.empty();
    }

    /** Those who give way to one more where there may be so many; empty if it must be turned away. Nobody is closed yet. */
    Optional<List<Session>> givingWay(Newcomer newcomer, int most) {
        List<Session> there =
                all.values().stream().filter(session -> !session.isLeaving()).toList();
        int tooMany = there.size() + 1 - most;
        if (tooMany <= 0) {
            return Optional.of(List.of());
        }
        // each that was told to leave still has its thread: whoever connects too fast for that is turned away
        if (settings.oneTooMany() == OneTooMany.REFUSE_NEW || all.size() >= 2 * settings.maxConnections()) {
            return Optional.empty();
        }
        List<Session> leaving = newcomer
                .mayReplace(there.stream().map(Session::guest).toList())
                .stream()
                .map(guest -> all.get(guest.peer().id()))
                .filter(Objects::nonNull)
                .limit(tooMany)
                .toList();
        return Optional.of(leaving).filter(found -> found.size() == tooMany);
    }

    /** One more, which begins. */
    void begin(Session session) {
        all.put(session.peer().id(), session);
        try {
            session.start();
        } catch (OutOfMemoryError noThread) {
            all.remove(session.peer().id());
            throw noThread;
        }
    }

    void left(Peer peer) {
        all.remove(peer.id());
        synchronized (someoneLeft) {
            someoneLeft.notifyAll();
        }
    }

    /**
     * Reads no more; sends for so long what is owed, then closes all. Returns when that is done.
     *
     * @param lastResult open until no result comes any more: so long those who are told of results stay
     */
    void close(Duration drain, CountDownLatch lastResult) {
        long until = System.nanoTime() + drain.toNanos();
        try {
            all.values().forEach(Session::endInputUnlessFollowing);
            lastResult.await(drain.toNanos(), TimeUnit.NANOSECONDS);
            all.values().forEach(Session::endInput);
            awaitAllGone(until - System.nanoTime());
            cutAll();
            awaitAllGone(TimeUnit.MILLISECONDS.toNanos(CUT_MS));
        } catch (InterruptedException interrupted) {
            cutAll();
            Thread.currentThread().interrupt();
        }
    }

    void cutAll() {
        all.values().forEach(session -> session.cut(ClosedBy.SERVER));
    }

    /** One look, by one thread: closes those whose other end acknowledges nothing any more. */
    void cutLost(int port) {
        List<Session> there = List.copyOf(all.values());
        Unacknowledged known =
                there.stream().anyMatch(Session::isUnheard) ? Unacknowledged.now() : Unacknowledged.of(List.of());
        there.stream()
                .filter(session ->
                        session.isLost(known.bytes(port, session.peer().address())))
                .forEach(session -> session.cut(ClosedBy.LOST));
    }

    /** Closes those who are logged in as somebody who is no such user any more. */
    void cutRevoked(Engine engine) {
        all.values().stream()
                .filter(session -> session.loggedInNanos().isPresent())
                .filter(session -> !session.isLeaving())
                .filter(session ->
                        !engine.mayStay(session.peer(), session.loggedInNanos().getAsLong()))
                .forEach(session -> session.cut(ClosedBy.REVOKED));
    }

    private void awaitAllGone(long nanos) throws InterruptedException {
        long until = System.nanoTime() + nanos;
        synchronized (someoneLeft) {
            for (long left = nanos; !all.isEmpty() && left > 0; left = until - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(someoneLeft, left);
            }
        }
    }
}
