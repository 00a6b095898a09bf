package org.shutterline.server.net;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A peer that is a bare socket. Reading gives up after 10 s. */
final class RawPeer implements AutoCloseable {
    private final Socket socket = new Socket();
    private final InputStream input;

    RawPeer(InetSocketAddress server) {
        this(server, 0);
    }

    /** @param receiveBytes how much the system takes for it before it reads, 0 for as much as usual */
    RawPeer(InetSocketAddress server, int receiveBytes) {
        try {
            if (receiveBytes > 0) {
                socket.setReceiveBufferSize(receiveBytes);
            }
            socket.connect(server, 5000);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(10_000);
            input = new java.io.BufferedInputStream(socket.getInputStream());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    RawPeer send(String text) {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawPeer send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The next line, its end (CRLF or LF) not included. */
    String line() {
        StringBuilder line = new StringBuilder();
        for (int next = read(); next != '\n'; next = read()) {
            if (next < 0) {
                throw new UncheckedIOException(new EOFException("after '" + line + "'"));
            }
            line.append((char) next);
        }
        int last = line.length() - 1;
        return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
    }

    byte[] bytes(int count) {
        try {
            return input.readNBytes(count);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** All that comes until the end, as text. */
    String rest() {
        StringBuilder rest = new StringBuilder();
        for (int next = read(); next >= 0; next = read()) {
            rest.append((char) next);
        }
        return rest.toString();
    }

    RawPeer shutdownOutput() {
        try {
            socket.shutdownOutput();
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A reset is an end. */
    private int read() {
        try {
            return input.read();
        } catch (SocketException reset) {
            return -1;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
