package org.shutterline.server.camera.video;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToLongFunction;
import javax.imageio.ImageIO;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FrameGrabber.ImageMode;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.camera.FiguresPage;
import org.shutterline.server.camera.http.HttpCameraFactory;
import org.shutterline.server.camera.http.SnapshotServer;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.guard.CameraPost;
import org.shutterline.server.guard.FaultPlan;
import org.shutterline.server.guard.GuardSettings;
import org.shutterline.server.guard.GuardSettings.Isolated;
import org.shutterline.server.guard.GuardSettings.SamePictures;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.PixelFormat;

/**
 * Measures the drivers of streams and snapshots beside the bare libraries at the same server, looks for old pictures longer than
 * a test may, and writes the section of the page of figures. Needs GStreamer's RTSP server.
 */
public final class StreamFigures {
    private static final String TITLE = "The camera drivers video and http";
    private static final int RATE = 50;
    private static final int WARM = 50;
    private static final int PICTURES = 250;
    private static final int LATENCY_MS = 100;

    private final FramePool pool = new FramePool(1 << 25);
    private final StringBuilder streams = new StringBuilder();
    private final StringBuilder snapshots = new StringBuilder();
    private final StringBuilder still = new StringBuilder();

    private StreamFigures() {}

    /** @param args the page */
    public static void main(String[] args) throws Exception {
        StreamFigures figures = new StreamFigures();
        try (MjpegServer server = new MjpegServer(RATE)) {
            figures.stream("MJPEG over HTTP", server.address(), server::begunNanos);
        }
        Path folder = Files.createTempDirectory("figures");
        for (String encoder : new String[] {"h264", "jpeg"}) {
            try (RtspServer server = new RtspServer(folder, RtspServer.freePort(), RATE, encoder)) {
                figures.stream("RTSP, " + encoder, server.address(), server::begunNanos);
            }
            try (RtspServer server = RtspServer.noisy(folder, encoder)) {
                figures.still("RTSP, " + encoder, server.address());
            }
        }
        figures.snapshots();
        FiguresPage.write(Path.of(args[0]), TITLE, figures.section());
        System.exit(0);
    }

    private static Camera open(CameraFactory factory, Map<String, Object> settings) throws CameraException {
        return factory.open(Options.checked("", settings, factory.settings()));
    }

    private void stream(String name, String address, IntToLongFunction begun) throws Exception {
        Run ours = ours(address, begun);
        Run bare = bare(address, begun);
        streams.append("| %s | %s | %s | %d of %d |%n".formatted(name, ours, bare, old(address, begun), PICTURES));
    }

    /** What came of one way to read a stream. */
    private record Run(long firstNanos, long[] lags) {
        @Override
        public String toString() {
            Arrays.sort(lags);
            return String.format(
                    Locale.ROOT,
                    "%.0f, %.1f / %.1f",
                    firstNanos / 1e6,
                    lags[PICTURES / 2] / 1e6,
                    lags[PICTURES * 99 / 100] / 1e6);
        }
    }

    private Run ours(String address, IntToLongFunction begun) throws Exception {
        Map<String, Object> settings = Map.of("address", address, "latencyMs", 0, "pixelFormat", "mono8");
        open(new VideoCameraFactory(), settings).close();
        long opening = System.nanoTime();
        try (Camera camera = open(new VideoCameraFactory(), settings)) {
            camera.capture(pool).frame().close();
            long first = System.nanoTime() - opening;
            long[] lags = new long[PICTURES];
            for (int i = -WARM; i < PICTURES; i++) {
                try (Frame frame = camera.capture(pool).frame()) {
                    lags[Math.max(0, i)] = System.nanoTime() - begun.applyAsLong(Counter.read(frame));
                }
            }
            return new Run(first, lags);
        }
    }

    private Run bare(String address, IntToLongFunction begun) throws Exception {
        grabber(address).close();
        long opening = System.nanoTime();
        try (FFmpegFrameGrabber grabber = grabber(address)) {
            grabber.grabImage();
            long first = System.nanoTime() - opening;
            long[] lags = new long[PICTURES];
            for (int i = -WARM; i < PICTURES; i++) {
                try (Frame frame = copied(grabber.grabImage())) {
                    lags[Math.max(0, i)] = System.nanoTime() - begun.applyAsLong(Counter.read(frame));
                }
            }
            return new Run(first, lags);
        }
    }

    private static FFmpegFrameGrabber grabber(String address) throws Exception {
        FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(address);
        grabber.setOption("rtsp_transport", "tcp");
        grabber.setImageMode(ImageMode.GRAY);
        grabber.start();
        return grabber;
    }

    private Frame copied(org.bytedeco.javacv.Frame picture) throws CameraException {
        Frame frame = pool.take(picture.imageWidth, picture.imageHeight, PixelFormat.MONO8);
        ByteBuffer from = (ByteBuffer) picture.image[0];
        ByteBuffer to = frame.pixels();
        for (int y = 0; y < picture.imageHeight; y++) {
            to.put(from.slice(y * picture.imageStride, picture.imageWidth));
        }
        return frame;
    }

    private int old(String address, IntToLongFunction begun) throws Exception {
        Map<String, Object> settings = Map.of("address", address, "latencyMs", LATENCY_MS, "pixelFormat", "mono8");
        int old = 0;
        try (Camera camera = open(new VideoCameraFactory(), settings)) {
            for (int i = 0; i < PICTURES; i++) {
                long trigger = System.nanoTime();
                try (Frame frame = camera.capture(pool).frame()) {
                    old += begun.applyAsLong(Counter.read(frame)) < trigger ? 1 : 0;
                }
            }
        }
        return old;
    }

    /** How many pictures of a still scene would be refused if their pixels were compared. */
    private void still(String name, String address) throws Exception {
        VideoCameraFactory factory = new VideoCameraFactory();
        Options options = Options.checked("", Map.of("address", address, "latencyMs", 0), factory.settings());
        GuardSettings guard = new GuardSettings("", SamePictures.REFUSED, Isolated.NO, FaultPlan.NONE);
        int refused = 0;
        try (Camera camera = new CameraPost(factory, options, guard).open()) {
            for (int i = 0; i < PICTURES; i++) {
                try {
                    camera.capture(pool).frame().close();
                } catch (CameraException same) {
                    refused++;
                }
            }
        }
        still.append("| %s | %d of %d |%n".formatted(name, refused, PICTURES));
    }

    private void snapshots() throws Exception {
        byte[] file = noise();
        try (SnapshotServer server = new SnapshotServer(0)) {
            server.does(SnapshotServer.sends("image/jpeg", file));
            Map<String, Object> settings = Map.of("address", server.address(), "pixelFormat", "mono8");
            HttpClient client = HttpClient.newHttpClient();
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(server.address())).build();
            try (Camera camera = open(new HttpCameraFactory(), settings)) {
                String ours = times(() -> camera.capture(pool).frame().close());
                String bare = times(() -> {
                    byte[] body = client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                            .body();
                    ImageIO.read(new ByteArrayInputStream(body));
                });
                snapshots.append("| JPEG of 1280 x 1024, %d KB | %s | %s |%n".formatted(file.length >> 10, ours, bare));
            }
        }
    }

    private interface Deed {
        void run() throws Exception;
    }

    private static String times(Deed deed) throws Exception {
        long[] nanos = new long[PICTURES];
        for (int i = -WARM; i < PICTURES; i++) {
            long from = System.nanoTime();
            deed.run();
            nanos[Math.max(0, i)] = System.nanoTime() - from;
        }
        Arrays.sort(nanos);
        return String.format(Locale.ROOT, "%.1f / %.1f", nanos[PICTURES / 2] / 1e6, nanos[PICTURES * 99 / 100] / 1e6);
    }

    private static byte[] noise() throws IOException {
        BufferedImage image = new BufferedImage(1280, 1024, BufferedImage.TYPE_BYTE_GRAY);
        Random dice = new Random(1);
        for (int y = 0; y < 1024; y++) {
            for (int x = 0; x < 1280; x++) {
                image.getRaster().setSample(x, y, 0, (x + y) / 12 + dice.nextInt(6));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        return bytes.toByteArray();
    }

    private String section() {
        return """

                Written by the same command as the figures of `gige` (with GStreamer's RTSP server). The stream is 320 x 240 px at %d pictures a
                second from a process or thread of this computer; each picture shows its number, and of each it is known when it was painted. "Bare" is
                JavaCV's grabber, which is FFmpeg too, reading the same stream. Old is a picture that was painted before its trigger, of
                triggers with `latencyMs: %d`.

                | stream | driver: first picture ms, painted to pixels p50 / p99 ms | bare: the same | old |
                |---|---|---|---|
                """.formatted(RATE, LATENCY_MS) + streams + """

                A snapshot, from the question until its pixels are there. "Bare" is Java's own HTTP client and ImageIO.

                | snapshot | driver p50 / p99 ms | bare p50 / p99 ms |
                |---|---|---|
                """ + snapshots + """

                Pictures of a scene where nothing moves, with the noise of a sensor (of 1.5 grey levels), that `samePictures: refused` takes for
                pictures that came before. That is why `auto` does not compare those of H.264.

                | stream | refused |
                |---|---|
                """ + still;
    }
}
