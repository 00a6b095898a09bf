package org.shutterline.server;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A bare socket that speaks to a server as a PLC does. */
public final class LineTalk implements AutoCloseable {
    private static final int PATIENCE_MS = 10_000;

    private final Socket socket;
    private final InputStream in;

    public LineTalk(Server server) throws IOException {
        String ready = server.readyLines().get(0);
        socket = new Socket("127.0.0.1", Integer.parseInt(ready.substring(ready.lastIndexOf(':') + 1)));
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MS);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    public void send(String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    public String line() throws IOException {
        StringBuilder read = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("ended after '" + read + "'");
            }
            read.append((char) next);
        }
        return read.toString().strip();
    }

    public String ask(String line) throws IOException {
        send(line);
        return line();
    }

    /** The fields of the answer; without quotes there is no comma in them. */
    public List<String> fields(String line) throws IOException {
        return List.of(ask(line).split(",", -1));
    }

    /** The pixels of the picture of this result. */
    public byte[] picture(String id) throws IOException {
        List<String> head = fields("IMAGE," + id + ",raw");
        return in.readNBytes(Integer.parseInt(head.get(head.size() - 1)));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
