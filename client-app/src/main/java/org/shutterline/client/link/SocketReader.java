package org.shutterline.client.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connects a socket and reads it to its end, at most a few pieces ahead of whoever takes them. Its own thread. */
final class SocketReader {
    private static final Logger LOG = LoggerFactory.getLogger(SocketReader.class);
    private static final int PIECE_BYTES = 64 * 1024;
    private static final int PIECES_AHEAD = 4;

    /** Who takes what arrives; called on the reader's thread. */
    interface Receiver {
        void connected();

        /**
         * @param done to be called when the bytes have been read
         * @return whether anyone still takes them
         */
        boolean received(ByteBuffer bytes, Runnable done);

        void ended(Trouble trouble);
    }

    private final Socket socket;
    private final Optional<Encryption> encryption;
    /** What lines are read from and written to; set before anybody is told that it is connected. */
    private volatile Socket clear;

    private final Address address;
    private final Duration connectLimit;
    private final Receiver receiver;
    private final Semaphore ahead = new Semaphore(PIECES_AHEAD);
    private final Thread thread;

    SocketReader(
            Socket socket, Address address, Optional<Encryption> encryption, Duration connectLimit, Receiver receiver) {
        this.socket = socket;
        this.clear = socket;
        this.encryption = encryption;
        this.address = address;
        this.connectLimit = connectLimit;
        this.receiver = receiver;
        this.thread = TcpLink.named(this::run, "link-read " + address);
    }

    /** Where to write. After it is connected. */
    OutputStream output() throws IOException {
        return clear.getOutputStream();
    }

    void start() {
        thread.start();
    }

    void close() {
        try {
            socket.close();
        } catch (IOException broken) {
            LOG.debug("Closing the connection to {}: {}", address, broken.toString());
        }
        thread.interrupt();
    }

    private void run() {
        try {
            connect();
            receiver.connected();
            read();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (IOException broken) {
            receiver.ended(new Trouble(kindOf(broken), broken.toString()));
        }
    }

    private void connect() throws IOException {
        InetSocketAddress there = new InetSocketAddress(address.host(), address.port());
        if (there.isUnresolved()) {
            throw new UnknownHostException(address.host());
        }
        socket.setTcpNoDelay(true);
        socket.setKeepAlive(true);
        socket.connect(there, Math.toIntExact(connectLimit.toMillis()));
        if (encryption.isPresent()) {
            socket.setSoTimeout(Math.toIntExact(connectLimit.toMillis()));
            clear = encryption.get().over(socket, address);
            socket.setSoTimeout(0);
        }
    }

    private void read() throws IOException, InterruptedException {
        InputStream in = clear.getInputStream();
        while (true) {
            ahead.acquire();
            byte[] piece = new byte[PIECE_BYTES];
            int length = in.read(piece);
            if (length < 0) {
                receiver.ended(new Trouble(Trouble.Kind.CLOSED, "the other end closed"));
                return;
            }
            if (!receiver.received(ByteBuffer.wrap(piece, 0, length), ahead::release)) {
                return;
            }
        }
    }

    private static Trouble.Kind kindOf(IOException broken) {
        if (broken instanceof SSLException) {
            return Stream.<Throwable>iterate(broken, Objects::nonNull, Throwable::getCause)
                    .filter(CertificateRefused.class::isInstance)
                    .map(refused -> ((CertificateRefused) refused).kind())
                    .findFirst()
                    .orElse(Trouble.Kind.NO_TLS);
        }
        if (broken instanceof UnknownHostException) {
            return Trouble.Kind.NO_SUCH_HOST;
        }
        if (broken instanceof ConnectException) {
            return Trouble.Kind.NOBODY_LISTENS;
        }
        if (broken instanceof SocketTimeoutException || broken instanceof NoRouteToHostException) {
            return Trouble.Kind.NO_ANSWER;
        }
        return Trouble.Kind.CLOSED;
    }
}
