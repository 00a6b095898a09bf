package org.shutterline.docs.bench;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.camera.simulated.SimulatedCameraFactory;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.Shot;

/** A camera that takes no time: it hands out copies of a few plates that it drew when it was opened. */
public final class StillCameraFactory implements CameraFactory {
    private static final int PLATES = 8;
    private static final Setting<Integer> WIDTH = Setting.whole("widthPx", 8, 8_192);
    private static final Setting<Integer> HEIGHT = Setting.whole("heightPx", 8, 8_192);

    @Override
    public String id() {
        return "still";
    }

    @Override
    public String title() {
        return "Still";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(WIDTH, HEIGHT);
    }

    @Override
    public Camera open(Options options) throws CameraException {
        int width = options.get(WIDTH);
        int height = options.get(HEIGHT);
        List<ByteBuffer> plates =
                width < 160 ? List.of(ByteBuffer.allocateDirect(width * height)) : plates(width, height);
        return new Still(width, height, plates);
    }

    @Override
    public String describe(Options options) {
        return "Still, " + options.get(WIDTH) + " x " + options.get(HEIGHT);
    }

    /** The pixels of the first simulated plates of this size. */
    static List<ByteBuffer> plates(int width, int height) throws CameraException {
        SimulatedCameraFactory factory = new SimulatedCameraFactory();
        Options options = Options.checked(
                "bench",
                Map.of("widthPx", width, "heightPx", height, "seed", 7, "exposureMs", 0, "transferMs", 0),
                factory.settings());
        FramePool frames = new FramePool(64L * width * height);
        try (Camera camera = factory.open(options)) {
            return IntStream.range(0, PLATES)
                    .mapToObj(n -> next(camera, frames))
                    .toList();
        }
    }

    private static ByteBuffer next(Camera camera, FrameSource frames) {
        try (Frame frame = camera.capture(frames).frame()) {
            ByteBuffer copy = ByteBuffer.allocateDirect(frame.bytes());
            return copy.put(frame.pixels()).flip();
        } catch (CameraException | InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Still implements Camera {
        private final int width;
        private final int height;
        private final List<ByteBuffer> plates;
        private int next;

        private Still(int width, int height, List<ByteBuffer> plates) {
            this.width = width;
            this.height = height;
            this.plates = plates;
        }

        @Override
        public Shot capture(FrameSource frames) throws CameraException {
            Frame frame = frames.take(width, height, PixelFormat.MONO8);
            frame.pixels().put(plates.get(next++ % plates.size()).duplicate());
            return new Shot(frame, Map.of());
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
