package org.shutterline.server.camera.video;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** GStreamer's RTSP server, as a process of its own, that paints numbers. */
final class RtspServer implements AutoCloseable {
    /** Debian's own, which alone knows Debian's packages. */
    private static final String PYTHON = "/usr/bin/python3";

    private final Process process;
    private final int port;
    private final Map<Integer, Long> begun = new ConcurrentHashMap<>();
    private final CountDownLatch ready = new CountDownLatch(1);
    private volatile boolean started;

    /** @param port a free one */
    RtspServer(Path folder, int port, int picturesPerSecond, String encoder) throws IOException, InterruptedException {
        this(folder, port, picturesPerSecond, encoder, "counts");
    }

    /** Before a scene where nothing moves. */
    static RtspServer still(Path folder, String encoder) throws IOException, InterruptedException {
        return new RtspServer(folder, freePort(), 25, encoder, "still");
    }

    /** Before a scene where nothing moves, with the noise of a sensor. */
    static RtspServer noisy(Path folder, String encoder) throws IOException, InterruptedException {
        return new RtspServer(folder, freePort(), 25, encoder, "noisy");
    }

    private RtspServer(Path folder, int port, int picturesPerSecond, String encoder, String scene)
            throws IOException, InterruptedException {
        this.port = port;
        process = new ProcessBuilder(
                        PYTHON, script(folder).toString(), "" + port, "" + picturesPerSecond, encoder, scene)
                .redirectError(folder.resolve("rtsp-errors.txt").toFile())
                .start();
        Thread listener = new Thread(this::listen, "rtsp server's words");
        listener.setDaemon(true);
        listener.start();
        boolean told = ready.await(20, TimeUnit.SECONDS);
        if (!told || !started) {
            close();
            throw new IOException("it did not start: " + Files.readString(folder.resolve("rtsp-errors.txt")));
        }
    }

    /** Whether what it needs is installed. */
    static boolean isInstalled() throws InterruptedException {
        try {
            Process asked = new ProcessBuilder(List.of(
                            PYTHON,
                            "-c",
                            "import gi; gi.require_version('GstRtspServer', '1.0'); from gi.repository import Gst;"
                                    + " Gst.init(None); names = ['x264enc', 'jpegenc', 'rtph264pay', 'appsrc'];"
                                    + " exit(0 if all(Gst.ElementFactory.find(n) for n in names) else 1)"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return asked.waitFor() == 0;
        } catch (IOException noPython) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String address() {
        return "rtsp://127.0.0.1:" + port + "/live";
    }

    /** {@link System#nanoTime()} just before the picture was handed to the encoder. The picture may be here before these words are. */
    long begunNanos(int picture) {
        await().pollInterval(Duration.ofMillis(1)).until(() -> begun.containsKey(picture));
        return begun.getOrDefault(picture, Long.MIN_VALUE);
    }

    /** As when its plug is pulled. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private void listen() {
        try (BufferedReader words = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = words.readLine(); line != null; line = words.readLine()) {
                if (line.equals("ready")) {
                    started = true;
                    ready.countDown();
                } else {
                    String[] parts = line.split(" ", 2);
                    begun.put(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ready.countDown();
        }
    }

    private static Path script(Path folder) throws IOException {
        Path script = folder.resolve("rtsp_server.py");
        try (InputStream packed = RtspServer.class.getResourceAsStream("rtsp_server.py")) {
            if (packed == null) {
                throw new IOException("rtsp_server.py is not among the tests");
            }
            Files.copy(packed, script, StandardCopyOption.REPLACE_EXISTING);
        }
        return script;
    }
}
