package org.shutterline.server.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.CameraIdentity;
import org.shutterline.server.spi.Exposure;
import org.shutterline.server.spi.FoundCamera;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.Shot;

/** A driver whose cameras do what no driver should do to a server. The width tells which picture it is. */
final class BadCameras implements CameraFactory {
    private static final Setting<String> DEED = Setting.text("deed").byDefault("good");

    static final int STEADY_WIDTH_PX = 320;
    static final int STEADY_HEIGHT_PX = 240;

    @Override
    public String id() {
        return "bad";
    }

    @Override
    public String title() {
        return "Bad";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(DEED);
    }

    @Override
    public String describe(Options options) {
        return "bad";
    }

    @Override
    public Camera open(Options options) throws CameraException {
        String deed = options.get(DEED);
        if (deed.equals("away")) {
            throw new CameraException(CameraException.Kind.CAMERA_AWAY, "no camera at 10.0.0.5");
        }
        if (deed.startsWith("until ") && !Files.exists(Path.of(deed.substring("until ".length())))) {
            throw new CameraException(CameraException.Kind.CAMERA_AWAY, "not yet there");
        }
        if (deed.equals("broken")) {
            throw new IllegalStateException("no library");
        }
        return new Bad(deed);
    }

    @Override
    public List<FoundCamera> find() {
        return List.of(new FoundCamera(
                new CameraIdentity("Acme", "Eye", "S-1", "10.0.0.5"),
                Map.of("deed", "good", "pid", ProcessHandle.current().pid())));
    }

    private static final class Bad implements Camera {
        private String deed;
        private int count;

        Bad(String deed) {
            this.deed = deed;
        }

        @Override
        public Shot capture(FrameSource frames) throws CameraException, InterruptedException {
            count++;
            switch (deed) {
                case "hang" -> hang();
                case "crash" -> Runtime.getRuntime().halt(134);
                case "slow" -> Thread.sleep(600_000);
                case "one-bad" -> {
                    if (count == 1) {
                        throw new CameraException(CameraException.Kind.THIS_PICTURE, "3 packets were lost");
                    }
                }
                default -> System.out.println("what a library prints");
            }
            Frame frame = deed.equals("steady")
                    ? frames.take(STEADY_WIDTH_PX, STEADY_HEIGHT_PX, PixelFormat.MONO8)
                    : frames.take(100 + count, 50, count % 2 == 0 ? PixelFormat.BGR8 : PixelFormat.MONO8);
            byte[] pixels = new byte[frame.bytes()];
            pixels[pixels.length - 1] = (byte) count;
            frame.pixels().put(pixels);
            Exposure exposure = new Exposure(
                    OptionalLong.of(count),
                    OptionalLong.empty(),
                    OptionalLong.of(System.nanoTime()),
                    OptionalLong.empty(),
                    Exposure.Freshness.STAMP);
            return new Shot(frame, exposure, Map.of("count", Integer.toString(count)));
        }

        private static void hang() {
            while (true) {
                LockSupport.parkNanos(Long.MAX_VALUE);
            }
        }

        @Override
        public boolean takesByItself() {
            return true;
        }

        @Override
        public Optional<Shot> await(FrameSource frames, long mostMs) throws CameraException, InterruptedException {
            return mostMs > 50 ? Optional.of(capture(frames)) : Optional.empty();
        }

        @Override
        public void check() throws CameraException {
            if (deed.equals("gone")) {
                throw new CameraException(CameraException.Kind.CAMERA_AWAY, "unplugged");
            }
        }

        @Override
        public boolean adjust(Options options) {
            deed = options.get(DEED);
            return true;
        }

        @Override
        public CameraIdentity identity() {
            return new CameraIdentity("Acme", "Eye", "S-1", "10.0.0.5");
        }

        /** Says in a file that it was let go of, if the deed names one. */
        @Override
        public void close() {
            if (deed.startsWith("/")) {
                try {
                    Files.writeString(Path.of(deed), "let go");
                } catch (IOException notWritten) {
                    throw new UncheckedIOException(notWritten);
                }
            }
        }
    }
}
