package org.shutterline.server.camera.video;

import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.PixelFormat;

/**
 * Measures the driver against JavaCV's grabber on the same stream, and looks for old pictures longer than a test may. Prints
 * what it found. Run by hand.
 */
final class VideoFigures {
    private static final int RATE = 25;
    private static final int PICTURES = 250;
    private static final int TRIGGERS = 500;
    private static final int LATENCY_MS = 100;

    private final PrintStream out;
    private final FramePool pool = new FramePool(1 << 24);

    private VideoFigures(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        VideoFigures figures = new VideoFigures(System.out);
        try (MjpegServer server = new MjpegServer(RATE)) {
            figures.measure("MJPEG", server.address(), server::begunNanos);
        }
        Path folder = Files.createTempDirectory("figures");
        for (String encoder : new String[] {"h264", "jpeg"}) {
            try (RtspServer server = new RtspServer(folder, RtspServer.freePort(), RATE, encoder)) {
                figures.measure("RTSP " + encoder, server.address(), server::begunNanos);
            }
        }
    }

    /** Twice, since the first run of each loads classes and libraries. */
    private void measure(String name, String address, IntToLongFunction begun) throws Exception {
        for (int run = 1; run <= 2; run++) {
            ours(name + ", ours, run " + run, address, begun);
            bare(name + ", bare, run " + run, address, begun);
        }
        old(name, address, begun);
    }

    private void old(String name, String address, IntToLongFunction begun) throws Exception {
        VideoCameraFactory factory = new VideoCameraFactory();
        Map<String, Object> settings = Map.of("address", address, "latencyMs", LATENCY_MS, "pixelFormat", "mono8");
        int old = 0;
        try (Camera camera = factory.open(Options.checked("", settings, factory.settings()))) {
            for (int i = 0; i < TRIGGERS; i++) {
                long trigger = System.nanoTime();
                try (Frame frame = camera.capture(pool).frame()) {
                    old += begun.applyAsLong(Counter.read(frame)) < trigger ? 1 : 0;
                }
            }
        }
        out.printf(Locale.ROOT, "%-24s %d of %d pictures are older than their triggers%n", name, old, TRIGGERS);
    }

    private void ours(String name, String address, IntToLongFunction begun) throws Exception {
        VideoCameraFactory factory = new VideoCameraFactory();
        Map<String, Object> settings = Map.of("address", address, "latencyMs", 0, "pixelFormat", "mono8");
        long opening = System.nanoTime();
        try (Camera camera = factory.open(Options.checked("", settings, factory.settings()))) {
            camera.capture(pool).frame().close();
            long first = System.nanoTime();
            long[] lags = new long[PICTURES];
            for (int i = 0; i < PICTURES; i++) {
                try (Frame frame = camera.capture(pool).frame()) {
                    lags[i] = System.nanoTime() - begun.applyAsLong(Counter.read(frame));
                }
            }
            tell(name, first - opening, System.nanoTime() - first, lags);
        }
    }

    private void bare(String name, String address, IntToLongFunction begun) throws Exception {
        long opening = System.nanoTime();
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(address)) {
            grabber.setOption("rtsp_transport", "tcp");
            grabber.setImageMode(org.bytedeco.javacv.FrameGrabber.ImageMode.GRAY);
            grabber.start();
            grabber.grabImage();
            long first = System.nanoTime();
            long[] lags = new long[PICTURES];
            for (int i = 0; i < PICTURES; i++) {
                try (Frame frame = copied(grabber.grabImage())) {
                    lags[i] = System.nanoTime() - begun.applyAsLong(Counter.read(frame));
                }
            }
            tell(name, first - opening, System.nanoTime() - first, lags);
        }
    }

    private Frame copied(org.bytedeco.javacv.Frame picture) throws Exception {
        Frame frame = pool.take(picture.imageWidth, picture.imageHeight, PixelFormat.MONO8);
        ByteBuffer from = (ByteBuffer) picture.image[0];
        ByteBuffer to = frame.pixels();
        for (int y = 0; y < picture.imageHeight; y++) {
            to.put(from.slice(y * picture.imageStride, picture.imageWidth));
        }
        return frame;
    }

    private void tell(String name, long firstNanos, long allNanos, long[] lags) {
        Arrays.sort(lags);
        out.printf(
                Locale.ROOT,
                "%-24s first %6.0f ms, %5.1f pictures/s, painted to pixels p50 %6.2f p95 %6.2f max %6.2f ms%n",
                name,
                firstNanos / 1e6,
                PICTURES * 1e9 / allNanos,
                lags[PICTURES / 2] / 1e6,
                lags[PICTURES * 95 / 100] / 1e6,
                lags[PICTURES - 1] / 1e6);
    }
}
