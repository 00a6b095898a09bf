package org.shutterline.server.guard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.Exposure;
import org.shutterline.server.spi.Exposure.Freshness;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.Shot;

/** A live camera that looks at a lamp, in a time of its own that passes only while somebody waits. */
final class LampCamera implements Camera, LatencyMeasure.Time {
    static final long INTERVAL = 40_000_000;

    private static final long EXPOSURE = 10_000_000;

    private final Random random = new Random(1);
    private final List<Long> changes = new ArrayList<>();
    private long now = 1_000_000_007L;

    long latency = 130_000_000;
    double dark = 20;
    double bright = 220;
    double noise = 0.2;
    /** By how much of the change it works against it with each picture. */
    double automatic;

    int damagedOneIn = Integer.MAX_VALUE;
    boolean away;
    boolean stamped;
    PixelFormat format = PixelFormat.MONO8;
    private double takenBack;

    void change() {
        changes.add(now);
    }

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public void pass(long nanos) {
        now += nanos;
    }

    /** The first that arrives from now on. */
    @Override
    public Shot capture(FrameSource frames) throws CameraException {
        long number = Math.floorDiv(now - latency, INTERVAL) + 1;
        long exposed = number * INTERVAL;
        now = exposed + latency;
        if (away) {
            throw new CameraException(CameraException.Kind.CAMERA_AWAY, "its plug was pulled");
        }
        if (number % damagedOneIn == 0) {
            throw new CameraException(CameraException.Kind.THIS_PICTURE, "it is damaged");
        }
        Frame frame = frames.take(16, 8, format);
        byte[] pixels = new byte[frame.bytes()];
        Arrays.fill(pixels, (byte) 99);
        double level = level(exposed);
        for (int i = format.bytes() / 2; i < pixels.length; i += format.bytes()) {
            // between two greys, as the noise of a sensor makes it
            pixels[i] = (byte) (int) Math.floor(level + random.nextDouble());
        }
        frame.pixels().put(pixels);
        Exposure exposure = new Exposure(
                OptionalLong.of(number),
                OptionalLong.empty(),
                stamped ? OptionalLong.of(exposed) : OptionalLong.empty(),
                OptionalLong.of(now),
                stamped ? Freshness.STAMP : Freshness.ARRIVAL);
        return new Shot(frame, exposure, Map.of());
    }

    private double level(long exposed) {
        double lit = 0;
        int parts = 100;
        for (int part = 0; part < parts; part++) {
            long at = exposed + EXPOSURE * part / parts;
            lit += changes.stream().filter(change -> change <= at).count() % 2;
        }
        double seen = dark + (bright - dark) * lit / parts;
        takenBack += (seen - dark - takenBack) * automatic;
        return Math.max(0, seen - takenBack + noise * (2 * random.nextDouble() - 1));
    }

    @Override
    public void close() {
        // there is nothing to free
    }
}
