package org.shutterline.server.guard;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.CameraIdentity;
import org.shutterline.server.spi.Exposure;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.Shot;

/** Delivers noise, of which the test can change what it likes; the first pixel is the count. */
final class CountingCamera implements Camera, CameraFactory {
    static final int WIDTH = 64;
    static final int HEIGHT = 48;

    String serial = "A1";
    boolean live = true;
    int opened;
    int closed;
    long seed;
    int count;

    /** What is done to the picture before it is handed on. */
    interface Spoil {
        Shot spoil(Shot shot);
    }

    Spoil spoil = shot -> shot;
    String trouble = "";

    @Override
    public Shot capture(FrameSource frames) throws CameraException {
        if (!trouble.isEmpty()) {
            throw new CameraException(CameraException.Kind.THIS_PICTURE, trouble);
        }
        Frame frame = frames.take(WIDTH, HEIGHT, PixelFormat.MONO8);
        byte[] noise = new byte[WIDTH * HEIGHT];
        new Random(seed++).nextBytes(noise);
        count++;
        noise[0] = (byte) count;
        frame.pixels().put(noise);
        Exposure exposure = new Exposure(
                OptionalLong.of(count),
                OptionalLong.of(count * 1_000_000L),
                OptionalLong.of(System.nanoTime()),
                OptionalLong.of(System.nanoTime()),
                Exposure.Freshness.STAMP);
        return spoil.spoil(new Shot(frame, exposure, Map.of()));
    }

    static byte[] pixels(Frame frame) {
        ByteBuffer pixels = frame.pixels();
        byte[] copy = new byte[pixels.remaining()];
        pixels.get(copy);
        return copy;
    }

    @Override
    public CameraIdentity identity() {
        return new CameraIdentity("Acme", "Eye 3", serial, "10.0.0.5");
    }

    @Override
    public void close() {
        closed++;
    }

    @Override
    public String id() {
        return "counting";
    }

    @Override
    public String title() {
        return "Counting";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of();
    }

    @Override
    public Camera open(Options options) {
        opened++;
        return this;
    }

    @Override
    public String describe(Options options) {
        return "counting";
    }

    @Override
    public boolean isLive() {
        return live;
    }

    CameraPost post(FaultPlan faults) {
        return post("", GuardSettings.SamePictures.AUTO, faults);
    }

    CameraPost post(String boundTo, GuardSettings.SamePictures same, FaultPlan faults) {
        return new CameraPost(
                this,
                Options.checked("camera", Map.of(), List.of()),
                new GuardSettings(boundTo, same, GuardSettings.Isolated.NO, faults));
    }

    /** A plan of these keys, as the settings file would give it. */
    static FaultPlan faults(Map<String, Object> keys) {
        return FaultPlan.read("faults", keys);
    }

    static Optional<String> note(Shot shot, String key) {
        return Optional.ofNullable(shot.notes().get(key));
    }
}
