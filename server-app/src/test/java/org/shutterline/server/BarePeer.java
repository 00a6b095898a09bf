package org.shutterline.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A PLC that is a bare socket; reading gives up after 10 s. */
final class BarePeer implements AutoCloseable {
    private final Socket socket = new Socket();

    BarePeer(InetSocketAddress server) {
        try {
            socket.setReceiveBufferSize(4_096);
            socket.setTcpNoDelay(true);
            socket.connect(server, 5_000);
            socket.setSoTimeout(10_000);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    BarePeer says(String bytes) {
        try {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What comes until CR or LF, without it; empty lines are skipped; what came when the connection ends. */
    String line() {
        StringBuilder line = new StringBuilder();
        try {
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                boolean end = next == '\r' || next == '\n';
                if (end && line.length() > 0) {
                    break;
                } else if (!end) {
                    line.append((char) next);
                }
            }
            return line.toString();
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
}
