package org.shutterline.server.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.Dialect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One listener: accepts peers and gives each a {@link Session}. Thread-safe. */
public final class TriggerServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TriggerServer.class);
    private static final int BACKLOG = 128;
    private static final long PAUSE_MS = 100;
    private static final long CUT_MS = 500;

    private final ListenerSettings settings;
    private final Dialect dialect;
    private final Surroundings surroundings;
    private final ServerSocketChannel listener;
    private final InetSocketAddress address;
    private final Map<Long, Session> sessions = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Object someoneLeft = new Object();
    private final Thread thread;

    /**
     * Binds and begins to accept.
     *
     * @throws BadSetting if the address is not known, or not loopback, which needs TLS and login
     * @throws IOException if the address or port is not to be had; the message names it
     */
    public static TriggerServer open(ListenerSettings settings, Dialect dialect, Surroundings surroundings)
            throws IOException {
        InetSocketAddress wanted = wanted(settings);
        ServerSocketChannel listener = ServerSocketChannel.open();
        try {
            listener.bind(wanted, BACKLOG);
            TriggerServer server = new TriggerServer(settings, dialect, surroundings, listener);
            server.thread.start();
            return server;
        } catch (IOException taken) {
            listener.close();
            throw new IOException(
                    "cannot listen on " + settings.address() + ":" + settings.port() + ": " + taken.getMessage(),
                    taken);
        }
    }

    private static InetSocketAddress wanted(ListenerSettings settings) {
        try {
            InetAddress address = InetAddress.getByName(settings.address());
            if (address.isLoopbackAddress()) {
                return new InetSocketAddress(address, settings.port());
            }
        } catch (UnknownHostException noSuchHost) {
            throw notLoopback(settings, "nothing is known by that name");
        }
        throw notLoopback(settings, "a listener that other machines reach needs TLS and login, which do not exist yet");
    }

    private static BadSetting notLoopback(ListenerSettings settings, String why) {
        return new BadSetting(
                settings.place() + ".address",
                "expected a loopback address such as 127.0.0.1, found '" + settings.address() + "': " + why);
    }

    private TriggerServer(
            ListenerSettings settings, Dialect dialect, Surroundings surroundings, ServerSocketChannel listener)
            throws IOException {
        this.settings = settings;
        this.dialect = dialect;
        this.surroundings = surroundings;
        this.listener = listener;
        this.address = (InetSocketAddress) listener.getLocalAddress();
        this.thread = new Thread(this::acceptOn, "net-" + address.getPort() + "-accept");
        thread.setDaemon(true);
    }

    /** Where it listens, with the port that it got. */
    public InetSocketAddress address() {
        return address;
    }

    /** The id of the dialect that it speaks. */
    public String dialect() {
        return dialect.id();
    }

    /** The settings of its dialect. */
    public Options options() {
        return settings.options();
    }

    /** All that are connected, in the order in which they came. */
    public List<PeerStatus> peers() {
        return sessions.values().stream()
                .map(Session::status)
                .sorted(Comparator.comparingLong(status -> status.peer().id()))
                .toList();
    }

    /** Accepts and reads no more; sends for so long what is owed, then closes all. Returns when that is done. */
    public void close(Duration drain) {
        closed.countDown();
        try {
            listener.close();
            thread.join();
            sessions.values().forEach(Session::endInput);
            awaitAllGone(drain.toNanos());
            sessions.values().forEach(Session::cut);
            awaitAllGone(TimeUnit.MILLISECONDS.toNanos(CUT_MS));
        } catch (IOException failed) {
            LOG.warn("{} was not closed well", address, failed);
        } catch (InterruptedException interrupted) {
            sessions.values().forEach(Session::cut);
            Thread.currentThread().interrupt();
        }
        LOG.info("no longer listening on {}", address);
    }

    /** At once. */
    @Override
    public void close() {
        close(Duration.ZERO);
    }

    private void awaitAllGone(long nanos) throws InterruptedException {
        long until = System.nanoTime() + nanos;
        synchronized (someoneLeft) {
            for (long left = nanos; !sessions.isEmpty() && left > 0; left = until - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(someoneLeft, left);
            }
        }
    }

    private void acceptOn() {
        LOG.info("listening on {} for {}", address, dialect.id());
        boolean troubled = false;
        while (closed.getCount() > 0) {
            try {
                admit(listener.accept());
                troubled = false;
            } catch (ClosedChannelException stopped) {
                return;
            } catch (IOException | RuntimeException | Error trouble) {
                if (!troubled) {
                    LOG.warn("cannot accept connections on {} at present", address, trouble);
                }
                troubled = true;
                pause();
            }
        }
    }

    /** Out of handles or threads: it may be better soon, and trying without end would take all the processor. */
    private void pause() {
        try {
            closed.await(PAUSE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void admit(SocketChannel channel) throws IOException {
        InetSocketAddress from = (InetSocketAddress) channel.getRemoteAddress();
        if (from == null || isTooMany(from)) {
            LOG.warn("a connection too many from {} was closed", from);
            channel.close();
            return;
        }
        Wire wire = Wire.over(channel);
        try {
            serve(wire, new Peer(surroundings.peerIds().getAsLong(), "", from, dialect.id(), settings.role()));
        } catch (RuntimeException | Error failed) {
            wire.close();
            throw failed;
        }
    }

    private boolean isTooMany(InetSocketAddress from) {
        long fromThere = sessions.values().stream()
                .filter(session -> session.peer().address().getAddress().equals(from.getAddress()))
                .count();
        return sessions.size() >= settings.maxConnections() || fromThere >= settings.maxPerAddress();
    }

    private void serve(Wire wire, Peer peer) {
        Diary diary = new Diary(peer, surroundings.traffic());
        Talk talk = new Talk(
                dialect.server(settings.options(), settings.role()),
                wire,
                diary,
                surroundings,
                settings.stallLimit().toNanos());
        String threadName = "net-" + address.getPort() + "-" + peer.id();
        Session session = new Session(wire, talk, diary, threadName, () -> left(peer));
        sessions.put(peer.id(), session);
        try {
            session.start();
        } catch (OutOfMemoryError noThread) {
            sessions.remove(peer.id());
            throw noThread;
        }
    }

    private void left(Peer peer) {
        sessions.remove(peer.id());
        synchronized (someoneLeft) {
            someoneLeft.notifyAll();
        }
    }
}
