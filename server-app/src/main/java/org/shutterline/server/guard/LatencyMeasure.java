package org.shutterline.server.guard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.guard.LightStep.Level;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraException.Kind;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.Exposure.Freshness;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.Shot;

/**
 * Measures how long a live camera's pictures take: the light before it is changed, and its pictures are watched until they show
 * it. Whatever takes time beside the camera, such as a screen until it shows what it is told, makes the measured time longer,
 * so it errs to the safe side. Used by one thread, which it blocks; no other may use the camera meanwhile.
 */
public final class LatencyMeasure {
    /** The key of the setting that it measures. */
    public static final String SETTING = "latencyMs";

    private static final int MOST_UNSEEN = 3;

    /** A change that was not seen within this time is given up. */
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** The pictures are watched so long before the first change, and on after each. */
    private static final long STEADY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Camera camera;
    private final FrameSource frames;
    private final Time time;
    private final List<Level> settled = new ArrayList<>();
    private final List<Long> seen = new ArrayList<>();

    /** What the camera looks at: a lamp, or a window on the screen. */
    public interface Light {
        /** Makes it bright if it is dark, and dark if it is bright. Called on the thread that measures. */
        void change() throws InterruptedException;
    }

    /** What the clock says, for a test that has its own. */
    interface Time {
        /** As {@link System#nanoTime()}. */
        long nanos();

        /** Waits. */
        void pass(long nanos) throws InterruptedException;
    }

    private static final class RealTime implements Time {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pass(long nanos) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
    }

    /** @param camera opened with what {@link #options} says, and not guarded: a bare screen looks the same each time */
    public LatencyMeasure(Camera camera, FrameSource frames) {
        this(camera, frames, new RealTime());
    }

    LatencyMeasure(Camera camera, FrameSource frames, Time time) {
        this.camera = camera;
        this.frames = frames;
        this.time = time;
    }

    /** With what settings a camera is opened to be measured; empty if its driver has no latency that could be set. */
    public static Optional<Options> options(CameraFactory driver, Options options) {
        if (driver.settings().stream().noneMatch(setting -> setting.key().equals(SETTING))) {
            return Optional.empty();
        }
        Map<String, Object> settings = new LinkedHashMap<>(options.written());
        settings.put(SETTING, 0);
        return Optional.of(Options.checked("settings", settings, List.copyOf(driver.settings())));
    }

    /**
     * Measures. Ends early when three changes were not seen.
     *
     * @param changes how many are to be seen; ten take some ten seconds
     * @param soFar told after each change, on this thread
     * @throws CameraException if the camera is away
     */
    public Latency measure(int changes, Light light, Consumer<Latency> soFar)
            throws CameraException, InterruptedException {
        seen.clear();
        settled.clear();
        watchUntilSteady();
        int done = 0;
        while (seen.size() < changes && done - seen.size() < MOST_UNSEEN && !settled.isEmpty()) {
            // else each change would come just after a picture, and all would tell of the same moment between two
            time.pass(interval() * done / changes);
            change(light);
            done++;
            soFar.accept(new Latency(done, seen, interval()));
        }
        return new Latency(done, seen, interval());
    }

    private void watchUntilSteady() throws CameraException, InterruptedException {
        long from = time.nanos();
        while (time.nanos() - from < STEADY_NANOS || settled.isEmpty() && time.nanos() - from < MOST_NANOS) {
            look().ifPresent(settled::add);
        }
    }

    private void change(Light light) throws CameraException, InterruptedException {
        LightStep step = new LightStep(settled);
        List<Level> after = new ArrayList<>();
        long changed = time.nanos();
        light.change();
        long until = changed + MOST_NANOS;
        while (time.nanos() - until < 0) {
            Optional<Level> level = look();
            level.ifPresent(step::add);
            level.ifPresent(after::add);
            OptionalLong began = step.began();
            if (began.isPresent()) {
                until = began.getAsLong() + STEADY_NANOS;
            }
        }
        step.arrived().ifPresent(arrived -> seen.add(Math.max(0, arrived - changed)));
        settle(after);
    }

    /** What the next change is compared with: the later half of the time after this one. */
    private void settle(List<Level> after) {
        if (!after.isEmpty()) {
            long from = after.get(after.size() - 1).nanos() - STEADY_NANOS / 2;
            settled.clear();
            after.stream().filter(level -> level.nanos() - from >= 0).forEach(settled::add);
        }
    }

    /** The next picture; empty if it cannot be had. */
    private Optional<Level> look() throws CameraException, InterruptedException {
        try {
            Shot shot = camera.capture(frames);
            long here = time.nanos();
            try (Frame frame = shot.frame()) {
                boolean stamped = shot.exposure().freshness() == Freshness.STAMP;
                long nanos = stamped ? shot.exposure().exposedNanos().orElse(here) : here;
                return Optional.of(new Level(nanos, Brightness.mean(frame)));
            }
        } catch (CameraException failed) {
            if (failed.kind() == Kind.CAMERA_AWAY) {
                throw failed;
            }
            return Optional.empty();
        }
    }

    private long interval() {
        List<Long> gaps = new ArrayList<>();
        for (int i = 1; i < settled.size(); i++) {
            gaps.add(settled.get(i).nanos() - settled.get(i - 1).nanos());
        }
        return gaps.stream().sorted().skip(gaps.size() / 2).findFirst().orElse(0L);
    }
}
