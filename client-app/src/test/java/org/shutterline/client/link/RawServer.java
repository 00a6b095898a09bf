package org.shutterline.client.link;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on a free loopback port that behaves to each connection as the test says. */
public final class RawServer implements AutoCloseable {

    /** What is done with one connection, on a thread of its own. */
    @FunctionalInterface
    public interface Behaviour {
        void serve(BufferedReader in, OutputStream out) throws IOException;
    }

    private final ServerSocket listener;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    public RawServer(Behaviour behaviour) {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Thread accepting = new Thread(() -> accept(behaviour), "raw-server");
        accepting.setDaemon(true);
        accepting.start();
    }

    /**
     * Answers in fields: HELLO and PING as it should be, all else by the given replies, each once, in their order. Past
     * the last it answers nothing any more, for untagged answers come in the order of their questions.
     */
    public static RawServer answering(String... replies) {
        List<String> left = new CopyOnWriteArrayList<>(replies);
        return new RawServer((in, out) -> {
            boolean muted = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (muted) {
                    continue;
                }
                if (line.startsWith("HELLO")) {
                    write(out, "HELLO,OK,Shutterline,0.1.0,1\n");
                } else if (line.startsWith("PING")) {
                    write(out, "PING,OK\n");
                } else if (left.isEmpty()) {
                    muted = true;
                } else {
                    write(out, left.remove(0));
                }
            }
        });
    }

    public static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void accept(Behaviour behaviour) {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                sockets.add(socket);
                Thread serving = new Thread(() -> serve(socket, behaviour), "raw-connection");
                serving.setDaemon(true);
                serving.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket, Behaviour behaviour) {
        try (socket) {
            behaviour.serve(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)) {
                        @Override
                        public String readLine() throws IOException {
                            String line = super.readLine();
                            if (line != null) {
                                lines.add(line);
                            }
                            return line;
                        }
                    },
                    socket.getOutputStream());
        } catch (IOException gone) {
            lines.add("(connection ended)");
        }
    }

    public Address address() {
        return new Address("127.0.0.1", listener.getLocalPort());
    }

    /** All lines that were read, of every connection. */
    public List<String> lines() {
        return lines;
    }

    public void dropAll() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        dropAll();
    }
}
