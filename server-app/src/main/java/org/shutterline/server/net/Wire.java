package org.shutterline.server.net;

import java.io.IOException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.GatheringByteChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import jdk.net.ExtendedSocketOptions;

/**
 * One socket that never blocks and the waiting for it. All is for the thread of the connection but where it says so, and
 * but {@link #write}, for whoever's turn it is, and {@link #wake}.
 */
final class Wire implements AutoCloseable {
    private static final int READ_BYTES = 16 * 1024;

    private static final int DROP_READS = 64;

    private final SocketChannel channel;
    private final CountedChannel counted;
    private final Selector selector;
    private final SelectionKey key;
    private final ByteBuffer input = ByteBuffer.allocateDirect(READ_BYTES);
    private final Consumer<SelectionKey> whenReady = ready -> readable = ready.isReadable();
    private final Optional<TlsChannel> tls;
    /** What lines are read from and written to. */
    private final GatheringByteChannel clear;

    private boolean readable;
    private boolean ended;
    private volatile boolean unheard;

    /**
     * Owns the channel from now on, also if this fails.
     *
     * @param tls makes the server's end of TLS, if the connection is encrypted
     */
    static Wire over(SocketChannel channel, Optional<Supplier<SSLEngine>> tls) throws IOException {
        try {
            return new Wire(channel, tls);
        } catch (IOException | RuntimeException | Error failed) {
            channel.close();
            throw failed;
        }
    }

    private Wire(SocketChannel channel, Optional<Supplier<SSLEngine>> engines) throws IOException {
        this.channel = channel;
        this.counted = new CountedChannel(channel);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        setIfKnown(ExtendedSocketOptions.TCP_KEEPIDLE, 1);
        setIfKnown(ExtendedSocketOptions.TCP_KEEPINTERVAL, 1);
        setIfKnown(ExtendedSocketOptions.TCP_KEEPCOUNT, 3);
        channel.configureBlocking(false);
        this.selector = Selector.open();
        this.key = channel.register(selector, 0);
        this.tls = engines.isPresent()
                ? Optional.of(new TlsChannel(counted, engines.get().get()))
                : Optional.empty();
        this.clear = tls.<GatheringByteChannel>map(encrypted -> encrypted).orElse(counted);
    }

    private void setIfKnown(SocketOption<Integer> option, int value) throws IOException {
        if (channel.supportedOptions().contains(option)) {
            channel.setOption(option, value);
        }
    }

    /** Waits until the socket is ready for one of these, or {@link #wake} was called, or the time is over. */
    void await(int operations, long nanos) throws IOException {
        readable = false;
        key.interestOps(operations | (tls.isPresent() ? operationsOf(tls.get()) : 0));
        if (operations != 0 && tls.filter(TlsChannel::hasClear).isPresent()) {
            selector.selectNow(whenReady);
            readable |= (operations & SelectionKey.OP_READ) != 0;
        } else {
            selector.select(whenReady, Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos + 999_999)));
        }
        if (tls.isPresent()) {
            tls.get().flush();
            readable |= !tls.get().isEstablished();
        }
    }

    private static int operationsOf(TlsChannel tls) {
        return (tls.mustWrite() ? SelectionKey.OP_WRITE : 0) | (tls.isEstablished() ? 0 : SelectionKey.OP_READ);
    }

    /** Whether lines can pass: TLS is agreed, or there is none. Any thread. */
    boolean isAgreed() {
        return tls.map(TlsChannel::isEstablished).orElse(true);
    }

    /** Whether {@link #await} found something to read, or the end of it. */
    boolean readable() {
        return readable;
    }

    /** What is there, possibly nothing; good until the next call. */
    ByteBuffer read() throws IOException {
        input.clear();
        ended = tls.isPresent() ? tls.get().read(input) < 0 : counted.read(input) < 0;
        if (input.position() > 0) {
            unheard = false;
        }
        return input.flip();
    }

    /** Whether the last {@link #read} found the end. */
    boolean ended() {
        return ended;
    }

    /** Reads and drops what is there, so that closing does not reset the connection under the last reply. */
    void dropInput() throws IOException {
        for (int reads = 0; reads < DROP_READS && read().hasRemaining(); reads++) {
            // dropped
        }
    }

    long write(Outbox outbox) throws IOException {
        unheard = true;
        int handedOn = tls.isPresent() ? tls.get().flush() : 0;
        long written = handedOn + outbox.writeTo(clear);
        if (mustWrite()) {
            // the thread of the connection may not watch for it yet
            wake();
        }
        return written;
    }

    /** Whether encrypted bytes wait that were written already. Any thread. */
    boolean mustWrite() {
        return tls.filter(TlsChannel::mustWrite).isPresent();
    }

    /** Whether nothing came since something was sent. Any thread. */
    boolean isUnheard() {
        return unheard;
    }

    /** How many bytes the system took in all, as they are on the wire. Any thread. */
    long sent() {
        return counted.written();
    }

    void wake() {
        selector.wakeup();
    }

    void shutdownOutput() throws IOException {
        if (tls.isPresent()) {
            tls.get().shutdownOutput();
        }
        channel.shutdownOutput();
    }

    /** From now on closing drops what the system still holds for a peer that does not take it. */
    void forgetUnsent() throws IOException {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    }

    @Override
    public void close() throws IOException {
        try (selector) {
            channel.close();
        }
    }
}
