package org.shutterline.server.net;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.GatheringByteChannel;
import java.nio.channels.ReadableByteChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TLS over a channel that never blocks: what is read and written here is clear, what passes below is not. One thread reads,
 * any writes; each call does what can be done at once.
 */
final class TlsChannel implements GatheringByteChannel, ReadableByteChannel {
    private static final Logger LOG = LoggerFactory.getLogger(TlsChannel.class);

    private final ByteChannel below;
    private final SSLEngine engine;
    private final ByteBuffer arrived;
    private final ByteBuffer departing;
    private final ByteBuffer clear;
    private boolean established;
    private boolean ended;
    /** What arrived is less than a whole record. */
    private boolean starved;

    /** @param below never blocks */
    TlsChannel(ByteChannel below, SSLEngine engine) throws SSLException {
        this.below = below;
        this.engine = engine;
        int packet = engine.getSession().getPacketBufferSize();
        this.arrived = ByteBuffer.allocateDirect(2 * packet).limit(0);
        this.departing = ByteBuffer.allocateDirect(2 * packet).limit(0);
        this.clear = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize())
                .limit(0);
        engine.beginHandshake();
    }

    /** Whether encrypted bytes wait for the channel below. */
    synchronized boolean mustWrite() {
        return departing.hasRemaining();
    }

    /** Whether {@link #read} has something without anything more arriving. */
    synchronized boolean hasClear() {
        return clear.hasRemaining() || arrived.hasRemaining() && !starved;
    }

    /** Whether both sides are agreed, so that something can be written. */
    synchronized boolean isEstablished() {
        return established;
    }

    /** @return how many clear bytes; 0 if none are there yet, below 0 at the end */
    @Override
    public synchronized int read(ByteBuffer target) throws IOException {
        if (!clear.hasRemaining()) {
            advance();
        }
        int count = Math.min(target.remaining(), clear.remaining());
        int limit = clear.limit();
        target.put(clear.limit(clear.position() + count));
        clear.limit(limit);
        return count == 0 && ended ? -1 : count;
    }

    /** Takes in what arrived, until there is something clear or nothing more to do. */
    private void advance() throws IOException {
        boolean more = true;
        while (more && !clear.hasRemaining() && !ended) {
            flush();
            more = switch (engine.getHandshakeStatus()) {
                case NEED_TASK -> runTasks();
                case NEED_WRAP -> wrap(ByteBuffer.allocate(0)) > 0;
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN, NOT_HANDSHAKING, FINISHED -> unwrap();
            };
        }
        flush();
    }

    private boolean runTasks() {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
        return true;
    }

    /** @return whether there may be more to do at once */
    private boolean unwrap() throws IOException {
        if (unwrapOnce()) {
            return true;
        }
        arrived.compact();
        int count = below.read(arrived);
        arrived.flip();
        starved &= count <= 0;
        if (count < 0) {
            ended = true;
            if (!established) {
                throw new EOFException("the connection ended before TLS was agreed");
            }
            return false;
        }
        return count > 0;
    }

    private boolean unwrapOnce() throws SSLException {
        if (!arrived.hasRemaining()) {
            return false;
        }
        clear.clear();
        SSLEngineResult result;
        try {
            result = engine.unwrap(arrived, clear);
        } catch (SSLException refused) {
            alert();
            throw refused;
        } finally {
            clear.flip();
        }
        settled(result);
        ended |= result.getStatus() == SSLEngineResult.Status.CLOSED;
        starved = result.getStatus() == SSLEngineResult.Status.BUFFER_UNDERFLOW;
        return !starved;
    }

    /** Says why it is refused, as far as the channel below takes it. */
    private void alert() {
        try {
            wrap(ByteBuffer.allocate(0));
            flush();
        } catch (IOException gone) {
            LOG.debug("no alert was sent: {}", gone.getMessage());
        }
    }

    /** Agreed once: whoever wants to begin anew only wants our processor. */
    private void settled(SSLEngineResult result) throws SSLException {
        if (result.getHandshakeStatus() == SSLEngineResult.HandshakeStatus.FINISHED) {
            if (established && !engine.getSession().getProtocol().equals("TLSv1.3")) {
                throw new SSLException("the peer wants to negotiate again");
            }
            established = true;
        }
    }

    /** @return how many bytes of the source it took */
    @Override
    public synchronized int write(ByteBuffer source) throws IOException {
        if (!established) {
            return 0;
        }
        int total = 0;
        flush();
        while (source.hasRemaining() && !departing.hasRemaining()) {
            total += wrap(source);
            flush();
        }
        return total;
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        long total = 0;
        for (int i = offset; i < offset + length; i++) {
            total += write(sources[i]);
            if (sources[i].hasRemaining()) {
                break;
            }
        }
        return total;
    }

    @Override
    public long write(ByteBuffer[] sources) throws IOException {
        return write(sources, 0, sources.length);
    }

    /** @return how many bytes were taken, or made of nothing */
    private int wrap(ByteBuffer source) throws IOException {
        if (departing.hasRemaining()) {
            return 0;
        }
        departing.clear();
        SSLEngineResult result;
        try {
            result = engine.wrap(source, departing);
        } finally {
            departing.flip();
        }
        settled(result);
        if (result.getStatus() == SSLEngineResult.Status.CLOSED && !departing.hasRemaining()) {
            throw new SSLException("TLS was closed");
        }
        return source.capacity() == 0 ? result.bytesProduced() : result.bytesConsumed();
    }

    /**
     * Hands on what waits, as much as the channel below takes.
     *
     * @return how many encrypted bytes it took
     */
    synchronized int flush() throws IOException {
        return departing.hasRemaining() ? below.write(departing) : 0;
    }

    /** Says that nothing more will be written. */
    synchronized void shutdownOutput() throws IOException {
        engine.closeOutbound();
        flush();
        wrap(ByteBuffer.allocate(0));
        flush();
    }

    @Override
    public boolean isOpen() {
        return below.isOpen();
    }

    @Override
    public void close() throws IOException {
        below.close();
    }
}
