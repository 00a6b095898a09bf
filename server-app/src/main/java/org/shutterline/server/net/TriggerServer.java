package org.shutterline.server.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.shutterline.protocol.message.Rights;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.Dialect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One listener: accepts peers, whom its {@link Porter} lets in, and ends with them. Thread-safe. */
public final class TriggerServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TriggerServer.class);
    private static final CountDownLatch NOW = new CountDownLatch(0);
    private static final int BACKLOG = 128;
    private static final long PAUSE_MS = 100;
    private static final long LOOK_AGAIN_MS = 1_000;
    private static final long TROUBLED_NANOS = 2_000_000_000;

    private final Porter porter;
    private final Engine engine;
    private final ServerSocketChannel listener;
    private final InetSocketAddress address;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Object admission = new Object();
    private volatile Terms terms;
    private volatile long troubledNanos = System.nanoTime() - TROUBLED_NANOS;
    private final Thread thread;
    private final Thread watch;

    /**
     * Binds and begins to accept.
     *
     * @throws BadSetting if the address is not known, or not loopback, which its entrance must allow
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
            server.watch.start();
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
            if (address.isLoopbackAddress() || settings.entrance().beyondLoopback()) {
                return new InetSocketAddress(address, settings.port());
            }
        } catch (UnknownHostException noSuchHost) {
            throw notLoopback(settings, "nothing is known by that name");
        }
        throw notLoopback(settings, "other machines would reach it without TLS and a login");
    }

    private static BadSetting notLoopback(ListenerSettings settings, String why) {
        return new BadSetting(
                settings.place() + ".address",
                "expected a loopback address such as 127.0.0.1, found '" + settings.address() + "': " + why);
    }

    private TriggerServer(
            ListenerSettings settings, Dialect dialect, Surroundings surroundings, ServerSocketChannel listener)
            throws IOException {
        this.terms = Terms.of(settings, dialect);
        this.listener = listener;
        this.address = (InetSocketAddress) listener.getLocalAddress();
        this.porter = new Porter(address, surroundings);
        this.engine = surroundings.engine();
        this.thread = new Thread(this::acceptOn, "net-" + address.getPort() + "-accept");
        thread.setDaemon(true);
        this.watch = new Thread(this::watchOn, "net-" + address.getPort() + "-watch");
        watch.setDaemon(true);
    }

    /** Where it listens, with the port that it got. */
    public InetSocketAddress address() {
        return address;
    }

    /** The id of the dialect that it speaks. */
    public String dialect() {
        return terms.dialect().id();
    }

    /** What its peers may do before they log in. */
    public Rights rights() {
        return terms.settings().entrance().rights();
    }

    /** Whether it speaks TLS. */
    public boolean encrypts() {
        return terms.settings().entrance().tls().isPresent();
    }

    /** The settings of its dialect, as those who connect next find them. */
    public Options options() {
        return terms.options();
    }

    /** Whether it takes connections: none failed to be taken within the last 2 s. */
    public boolean accepts() {
        return closed.getCount() > 0 && System.nanoTime() - troubledNanos >= TROUBLED_NANOS;
    }

    /**
     * What waits without a line end for so long is a line from now on, for those who are connected too.
     *
     * @param silenceMs more than 0
     * @param changed the settings that say so, for those who connect later
     */
    public void endBySilence(int silenceMs, Options changed) {
        synchronized (admission) {
            terms = terms.with(changed);
            terms.sessions().endBySilence(silenceMs);
        }
        LOG.info("{}: {} ms of silence end a line", address, silenceMs);
    }

    /**
     * Has other settings from now on, without a moment at which nobody listens. Those who are connected are closed when what
     * is owed to them was sent, at the latest after this time; returns when that is done.
     *
     * @param settings with the same address and port
     */
    public void change(ListenerSettings settings, Dialect dialect, Duration drain) {
        Sessions before;
        synchronized (admission) {
            before = terms.sessions();
            terms = Terms.of(settings, dialect);
        }
        before.close(drain, NOW);
        LOG.info("{} speaks {} now, as the settings say", address, dialect.id());
    }

    /** All that are connected, in the order in which they came. */
    public List<PeerStatus> peers() {
        return terms.sessions().statuses();
    }

    /** Accepts and reads no more; sends for so long what is owed, then closes all. Returns when that is done. */
    public void close(Duration drain) {
        close(drain, NOW);
    }

    /**
     * The same when the station ends.
     *
     * @param lastResult open until no result comes any more: so long those who are told of results stay
     */
    public void close(Duration drain, CountDownLatch lastResult) {
        closed.countDown();
        try {
            listener.close();
            thread.join();
            terms.sessions().close(drain, lastResult);
        } catch (IOException failed) {
            LOG.warn("{} was not closed well", address, failed);
        } catch (InterruptedException interrupted) {
            terms.sessions().cutAll();
            Thread.currentThread().interrupt();
        }
        LOG.info("no longer listening on {}", address);
    }

    /** At once. */
    @Override
    public void close() {
        close(Duration.ZERO);
    }

    private void watchOn() {
        Rounds lost = new Rounds();
        Rounds revoked = new Rounds();
        try {
            while (!closed.await(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS)) {
                lost.go(() -> terms.sessions().cutLost(address.getPort()));
                revoked.go(() -> terms.sessions().cutRevoked(engine));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void acceptOn() {
        LOG.info("listening on {} for {}", address, dialect());
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
                troubledNanos = System.nanoTime();
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

    /** Under the terms of this moment: whoever comes in under others is closed with them. */
    private void admit(SocketChannel channel) throws IOException {
        synchronized (admission) {
            porter.admit(channel, terms);
        }
    }
}
