package org.shutterline.docs.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A client that sends on a schedule, whatever the answers do, and measures from the scheduled moment. */
final class Peer implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] sink = new byte[1 << 16];

    Peer(int port) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /** @param connected encrypted or not */
    Peer(Socket connected) throws IOException {
        socket = connected;
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /**
     * Open loop: one line each period. A line that could not be sent at its moment, because the answer before was late,
     * counts from its moment all the same; how late the scheduler woke this thread does not count.
     *
     * @return ms of each answer
     */
    List<Double> openLoop(String line, int count, long periodNanos) throws IOException {
        byte[] request = (line + "\r\n").getBytes(StandardCharsets.US_ASCII);
        List<Double> times = new ArrayList<>(count);
        long next = System.nanoTime() + periodNanos;
        for (int i = 0; i < count; i++) {
            boolean late = System.nanoTime() > next;
            while (System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
            long from = late ? next : System.nanoTime();
            out.write(request);
            String answer = line();
            times.add((System.nanoTime() - from) / 1e6);
            if (answer.startsWith("ER")) {
                throw new IOException("refused: " + answer);
            }
            next += periodNanos;
        }
        return times;
    }

    String ask(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        return line();
    }

    /** Asks for bytes and reads them all; ms until the last has come. */
    double download(String line, boolean headed, int length) throws IOException {
        long from = System.nanoTime();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        if (headed) {
            line();
        }
        for (int left = length; left > 0; ) {
            int read = in.read(sink, 0, Math.min(left, sink.length));
            if (read < 0) {
                throw new EOFException();
            }
            left -= read;
        }
        return (System.nanoTime() - from) / 1e6;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(96);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException();
            }
            line.append((char) b);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
