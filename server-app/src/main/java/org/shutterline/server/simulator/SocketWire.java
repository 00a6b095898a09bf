package org.shutterline.server.simulator;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection over TCP, without a delay for small writes. */
final class SocketWire implements Wire {
    private static final Logger LOG = LoggerFactory.getLogger(SocketWire.class);
    private static final int CONNECT_MS = 3_000;

    private final Socket socket;
    private final byte[] piece = new byte[64 * 1024];

    private SocketWire(Socket socket) {
        this.socket = socket;
    }

    static SocketWire open(InetSocketAddress address) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(address, CONNECT_MS);
            return new SocketWire(socket);
        } catch (IOException none) {
            socket.close();
            throw none;
        }
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    @Override
    public Optional<ByteBuffer> receive(Duration patience) throws IOException {
        socket.setSoTimeout(Math.max(1, Math.toIntExact(patience.toMillis())));
        try {
            int length = socket.getInputStream().read(piece);
            if (length < 0) {
                throw new EOFException("the other end closed");
            }
            return Optional.of(ByteBuffer.wrap(piece, 0, length));
        } catch (SocketTimeoutException nothing) {
            return Optional.empty();
        }
    }

    @Override
    public void reset() {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException gone) {
            LOG.debug("the connection is gone already: {}", gone.toString());
        }
        close();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException broken) {
            LOG.debug("closing: {}", broken.toString());
        }
    }
}
