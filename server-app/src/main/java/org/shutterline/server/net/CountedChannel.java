package org.shutterline.server.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.GatheringByteChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicLong;

/** A socket of which is known how many bytes the system took. */
final class CountedChannel implements ByteChannel, GatheringByteChannel {
    private final SocketChannel socket;
    private final AtomicLong written = new AtomicLong();

    CountedChannel(SocketChannel socket) {
        this.socket = socket;
    }

    /** In all. Any thread. */
    long written() {
        return written.get();
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return socket.read(target);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int count = socket.write(source);
        written.addAndGet(count);
        return count;
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        long count = socket.write(sources, offset, length);
        written.addAndGet(count);
        return count;
    }

    @Override
    public long write(ByteBuffer[] sources) throws IOException {
        return write(sources, 0, sources.length);
    }

    @Override
    public boolean isOpen() {
        return socket.isOpen();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
