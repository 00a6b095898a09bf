package org.shutterline.server.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection over a socket, read on a thread {@code terminal-read} of its own. */
public final class SocketLink implements TerminalLink {
    private static final Logger LOG = LoggerFactory.getLogger(SocketLink.class);
    private static final int CONNECT_MS = 3_000;
    private static final int READ_BYTES = 8 * 1024;

    private final Socket socket;
    private final Listener listener;
    private volatile boolean closed;

    private SocketLink(Socket socket, Listener listener) {
        this.socket = socket;
        this.listener = listener;
    }

    /**
     * Connects within 3 s.
     *
     * @throws java.net.UnknownHostException if nobody has such a name
     * @throws java.net.ConnectException if nothing listens there
     * @throws java.net.SocketTimeoutException if nobody answers
     */
    public static TerminalLink open(String host, int port, Listener listener) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(InetAddress.getByName(host), port), CONNECT_MS);
        } catch (IOException | RuntimeException failed) {
            socket.close();
            throw failed;
        }
        SocketLink link = new SocketLink(socket, listener);
        Thread reader = new Thread(link::read, "terminal-read");
        reader.setDaemon(true);
        reader.start();
        return link;
    }

    @Override
    public void send(List<byte[]> pieces, int pauseMs) throws IOException, InterruptedException {
        for (int i = 0; i < pieces.size(); i++) {
            if (i > 0 && pauseMs > 0) {
                Thread.sleep(pauseMs);
            }
            socket.getOutputStream().write(pieces.get(i));
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            socket.close();
        } catch (IOException late) {
            LOG.debug("the terminal's connection did not close well: {}", late.toString());
        }
    }

    private void read() {
        try (InputStream in = socket.getInputStream()) {
            byte[] buffer = new byte[READ_BYTES];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                listener.received(Arrays.copyOf(buffer, count));
            }
            ended(new TerminalNote(TerminalNote.Kind.CLOSED, ""));
        } catch (IOException broken) {
            ended(new TerminalNote(TerminalNote.Kind.LOST, String.valueOf(broken.getMessage())));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void ended(TerminalNote note) {
        if (!closed) {
            listener.ended(note);
        }
    }
}
