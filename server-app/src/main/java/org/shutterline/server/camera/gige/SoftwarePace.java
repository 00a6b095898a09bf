package org.shutterline.server.camera.gige;

import java.util.OptionalLong;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.Exposure;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.Shot;

/**
 * Each picture is triggered. There is one place to land for each trigger; after a trigger that brought nothing the stream
 * is made anew, so that a late picture is never taken for the next one.
 */
final class SoftwarePace implements Pace {
    private final Intake intake;
    private final GenicamDevice device;
    private final CameraClock clock;
    private final int timeoutMs;
    private boolean owed;

    SoftwarePace(Intake intake, GenicamDevice device, CameraClock clock, int timeoutMs) {
        this.intake = intake;
        this.device = device;
        this.clock = clock;
        this.timeoutMs = timeoutMs;
    }

    @Override
    public void begin() throws CameraException {
        intake.renew(TriggerMode.SOFTWARE);
        owed = false;
    }

    @Override
    public Shot capture(FrameSource frames) throws CameraException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("given up before the exposure");
        }
        if (owed) {
            begin();
        }
        Landing landing = intake.field().take(frames);
        long askedNanos = System.nanoTime();
        Arrival arrival = triggered(landing, askedNanos);
        OptionalLong exposedNanos = clock.isSet() && arrival.stampNanos() != 0
                ? OptionalLong.of(Math.max(askedNanos, clock.exposedNanos(arrival.stampNanos())))
                : OptionalLong.empty();
        return intake.shot(arrival, frames, Exposure.Freshness.TRIGGER, exposedNanos);
    }

    /** Takes one into this landing and sets the clock by it. */
    Arrival triggered(Landing landing, long askedNanos) throws CameraException, InterruptedException {
        intake.offer(landing);
        owed = true;
        device.trigger();
        Arrival arrival = intake.wanted(timeoutMs);
        while (arrival.stampNanos() != 0 && clock.wasSurelyBefore(arrival.stampNanos(), askedNanos)) {
            intake.offer(arrival.landing());
            arrival = intake.wanted(timeoutMs);
        }
        owed = false;
        if (arrival.isStamped()) {
            clock.asked(askedNanos, arrival.stampNanos(), arrival.arrivedNanos());
        }
        return arrival;
    }
}
