package org.shutterline.server.camera.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;

/** A camera on this computer that answers as a test wants it to. */
public final class SnapshotServer implements AutoCloseable {
    static final int WIDTH = 48;
    static final int HEIGHT = 32;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> cacheWords = new CopyOnWriteArrayList<>();
    private final AtomicReference<HttpHandler> manner = new AtomicReference<>(sends("image/png", picture("png")));

    SnapshotServer() throws IOException {
        this(0);
    }

    public SnapshotServer(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            cacheWords.add(String.valueOf(exchange.getRequestHeaders().getFirst("Cache-Control")));
            try (exchange) {
                manner.get().handle(exchange);
            }
        });
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + port() + "/snap";
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public void does(HttpHandler other) {
        manner.set(other);
    }

    /** What the questions said of caches, one each. */
    List<String> cacheWords() {
        return List.copyOf(cacheWords);
    }

    /** A picture that is another one each time, 255 of them in turn. */
    public static HttpHandler sendsAnotherEachTime() {
        AtomicInteger number = new AtomicInteger();
        return exchange -> send(exchange, "image/png", picture("png", number.incrementAndGet()));
    }

    public static HttpHandler sends(String type, byte[] body) {
        return exchange -> send(exchange, type, body);
    }

    static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    static HttpHandler says(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    /** Says that more will come than does, and hangs up. */
    static HttpHandler endsEarly() {
        byte[] whole = picture("jpg");
        return exchange -> {
            exchange.sendResponseHeaders(200, whole.length);
            exchange.getResponseBody().write(whole, 0, whole.length / 2);
        };
    }

    static HttpHandler neverEnds() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            byte[] piece = picture("jpg");
            while (true) {
                body.write(piece);
            }
        };
    }

    /** Sends a byte and then nothing until the server is closed. */
    HttpHandler hangs() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(0xFF);
            exchange.getResponseBody().flush();
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** Levels from 0 at the left, the same for all colours. */
    static byte[] picture(String format) {
        return picture(format, 0);
    }

    private static byte[] picture(String format, int brighter) {
        BufferedImage image = new BufferedImage(
                WIDTH, HEIGHT, format.equals("png") ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                for (int band = 0; band < image.getRaster().getNumBands(); band++) {
                    image.getRaster().setSample(x, y, band, (5 * x + brighter) % 255);
                }
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
