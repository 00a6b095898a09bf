package org.shutterline.server.camera.gige;

import java.util.Optional;
import java.util.OptionalLong;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.Exposure;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.Shot;

/**
 * The camera runs by itself. A few triggered pictures at the beginning tell how its clock stands to ours; then the first
 * one that was exposed after it was asked for is taken.
 */
final class FreePace implements Pace {
    private static final int LANDINGS = 4;
    private static final int TO_SET_THE_CLOCK = 4;

    private final Intake intake;
    private final SoftwarePace triggered;
    private final GenicamDevice device;
    private final CameraClock clock;
    private final int timeoutMs;
    private long exposureNanos;

    FreePace(Intake intake, SoftwarePace triggered, GenicamDevice device, CameraClock clock, int timeoutMs) {
        this.intake = intake;
        this.triggered = triggered;
        this.device = device;
        this.clock = clock;
        this.timeoutMs = timeoutMs;
    }

    @Override
    public void begin() throws CameraException, InterruptedException {
        adjusted();
        triggered.begin();
        for (int i = 0; i < TO_SET_THE_CLOCK; i++) {
            Arrival arrival = triggered.triggered(intake.field().ofItsOwn(), System.nanoTime());
            intake.field().giveBack(arrival.landing());
        }
        if (!clock.isSet()) {
            throw new CameraException(
                    CameraException.Kind.CAMERA_AWAY,
                    "the camera tells no times, or too few pictures of it arrive whole, to know old pictures from new"
                            + " ones when it runs freely; let it be triggered");
        }
        intake.renew(TriggerMode.FREE);
    }

    @Override
    public void adjusted() throws CameraException {
        exposureNanos = (long) (device.exposureUs() * 1_000);
    }

    @Override
    public Shot capture(FrameSource frames) throws CameraException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("given up before the exposure");
        }
        long askedNanos = System.nanoTime();
        for (Optional<Arrival> old = intake.now(); old.isPresent(); old = intake.now()) {
            intake.offer(old.get().landing());
        }
        intake.fill(LANDINGS, frames);
        return firstSince(askedNanos, frames);
    }

    private Shot firstSince(long askedNanos, FrameSource frames) throws CameraException, InterruptedException {
        long until = askedNanos + timeoutMs * 1_000_000L;
        while (true) {
            Arrival arrival = intake.wanted(Math.max(0, (until - System.nanoTime()) / 1_000_000));
            if (arrival.isWhole()) {
                clock.arrived(arrival.stampNanos(), arrival.arrivedNanos());
            }
            // whether a stamp tells the beginning or the end of the exposure differs from maker to maker
            if (clock.isSet() && clock.exposedNanos(arrival.stampNanos()) - exposureNanos >= askedNanos) {
                OptionalLong exposed = OptionalLong.of(clock.exposedNanos(arrival.stampNanos()));
                return intake.shot(arrival, frames, Exposure.Freshness.STAMP, exposed);
            }
            intake.offer(arrival.landing());
        }
    }
}
