package org.shutterline.client.link;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Writes to a socket in the order in which it is told to. Its own thread, so that nobody waits for a full socket. */
final class SocketWriter {
    /** More than a server takes unanswered; past that it does not read any more. */
    private static final int MOST_WAITING = 2_048;

    private final SocketReader connection;
    private final Consumer<Trouble> broken;
    private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread thread;

    SocketWriter(SocketReader connection, String name, Consumer<Trouble> broken) {
        this.connection = connection;
        this.broken = broken;
        this.thread = TcpLink.named(this::run, name);
    }

    void start() {
        thread.start();
    }

    void write(byte[] bytes) {
        if (!waiting.offer(bytes)) {
            broken.accept(new Trouble(Trouble.Kind.SILENT, "the other end reads no more"));
        }
    }

    void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            OutputStream out = connection.output();
            while (true) {
                out.write(waiting.take());
            }
        } catch (IOException failed) {
            broken.accept(new Trouble(Trouble.Kind.CLOSED, failed.toString()));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
