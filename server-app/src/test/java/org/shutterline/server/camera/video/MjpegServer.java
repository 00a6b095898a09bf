package org.shutterline.server.camera.video;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntUnaryOperator;
import javax.imageio.ImageIO;

/** A camera on this computer that sends JPEG pictures one after the other, each with its number. */
final class MjpegServer implements AutoCloseable {
    private final HttpServer server;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Set<HttpExchange> watching = ConcurrentHashMap.newKeySet();
    private final AtomicLongArray begun = new AtomicLongArray(1 << 16);
    private final AtomicLongArray sent = new AtomicLongArray(1 << 16);
    private volatile IntUnaryOperator shows = number -> number;
    private volatile boolean silent;
    private volatile boolean tearsOdd;
    private volatile int latencyMs;
    private volatile int number;
    private int painted;

    MjpegServer(int picturesPerSecond) throws IOException {
        this(picturesPerSecond, 0);
    }

    MjpegServer(int picturesPerSecond, int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/live", this::watch);
        server.createContext("/safe", this::watch).setAuthenticator(new BasicAuthenticator("cam") {
            @Override
            public boolean checkCredentials(String user, String password) {
                return user.equals("anna") && password.equals("s3 cr@t");
            }
        });
        server.start();
        clock.scheduleAtFixedRate(this::tick, 0, 1_000_000 / picturesPerSecond, TimeUnit.MICROSECONDS);
    }

    int port() {
        return server.getAddress().getPort();
    }

    String address() {
        return "http://127.0.0.1:" + port() + "/live";
    }

    String safeAddress() {
        return "http://127.0.0.1:" + port() + "/safe";
    }

    /** What the picture of a number shows from now on, as a number. */
    void shows(IntUnaryOperator other) {
        shows = other;
    }

    /** So long a picture that is painted from now on waits before it is sent. */
    void takes(int ms) {
        latencyMs = ms;
    }

    void fallsSilent() {
        silent = true;
    }

    /** Pictures with odd numbers end in their middle. */
    void tearsOdd() {
        tearsOdd = true;
    }

    int number() {
        return number;
    }

    /** {@link System#nanoTime()} just before the picture was painted. */
    long begunNanos(int picture) {
        return begun.get(picture);
    }

    /** {@link System#nanoTime()} when the last watcher's socket had taken all of it. */
    long sentNanos(int picture) {
        return sent.get(picture);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        server.stop(0);
    }

    private void watch(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "multipart/x-mixed-replace; boundary=frame");
        exchange.sendResponseHeaders(200, 0);
        watching.add(exchange);
    }

    private void tick() {
        if (silent) {
            return;
        }
        int next = ++painted;
        begun.set(next, System.nanoTime());
        byte[] picture = jpeg(shows.applyAsInt(next));
        if (latencyMs > 0) {
            clock.schedule(() -> send(next, picture), latencyMs, TimeUnit.MILLISECONDS);
        } else {
            send(next, picture);
        }
    }

    private void send(int next, byte[] picture) {
        byte[] part = tearsOdd && next % 2 == 1 ? Arrays.copyOf(picture, picture.length * 2 / 3) : picture;
        for (HttpExchange exchange : watching) {
            try {
                OutputStream body = exchange.getResponseBody();
                body.write(("--frame\r\nContent-Type: image/jpeg\r\nContent-Length: " + part.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                body.write(part);
                body.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                body.flush();
            } catch (IOException gone) {
                watching.remove(exchange);
                exchange.close();
            }
        }
        sent.set(next, System.nanoTime());
        number = next;
    }

    private static byte[] jpeg(int number) {
        BufferedImage image = new BufferedImage(Counter.WIDTH, Counter.HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, Counter.WIDTH, Counter.HEIGHT, Counter.pixels(number));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
