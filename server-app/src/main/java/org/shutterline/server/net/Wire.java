package org.shutterline.server.net;

import java.io.IOException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jdk.net.ExtendedSocketOptions;

/**
 * One socket that never blocks and the waiting for it. All but {@link #write}, {@link #wake} and
 * {@link #isUnheard} is for the thread of the connection; {@code write} for whoever's turn it is.
 */
final class Wire implements AutoCloseable {
    private static final int READ_BYTES = 16 * 1024;

    private static final int DROP_READS = 64;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final ByteBuffer input = ByteBuffer.allocateDirect(READ_BYTES);
    private final Consumer<SelectionKey> whenReady = ready -> readable = ready.isReadable();
    private boolean readable;
    private boolean ended;
    private volatile boolean unheard;

    /** Owns the channel from now on, also if this fails. */
    static Wire over(SocketChannel channel) throws IOException {
        try {
            return new Wire(channel);
        } catch (IOException | RuntimeException | Error failed) {
            channel.close();
            throw failed;
        }
    }

    private Wire(SocketChannel channel) throws IOException {
        this.channel = channel;
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        setIfKnown(ExtendedSocketOptions.TCP_KEEPIDLE, 1);
        setIfKnown(ExtendedSocketOptions.TCP_KEEPINTERVAL, 1);
        setIfKnown(ExtendedSocketOptions.TCP_KEEPCOUNT, 3);
        channel.configureBlocking(false);
        this.selector = Selector.open();
        this.key = channel.register(selector, 0);
    }

    private void setIfKnown(SocketOption<Integer> option, int value) throws IOException {
        if (channel.supportedOptions().contains(option)) {
            channel.setOption(option, value);
        }
    }

    /** Waits until the socket is ready for one of these, or {@link #wake} was called, or the time is over. */
    void await(int operations, long nanos) throws IOException {
        readable = false;
        key.interestOps(operations);
        selector.select(whenReady, Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos + 999_999)));
    }

    /** Whether {@link #await} found something to read, or the end of it. */
    boolean readable() {
        return readable;
    }

    /** What is there, possibly nothing; good until the next call. */
    ByteBuffer read() throws IOException {
        input.clear();
        ended = channel.read(input) < 0;
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
        return outbox.writeTo(channel);
    }

    /** Whether nothing came since something was sent. Any thread. */
    boolean isUnheard() {
        return unheard;
    }

    void wake() {
        selector.wakeup();
    }

    void shutdownOutput() throws IOException {
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
