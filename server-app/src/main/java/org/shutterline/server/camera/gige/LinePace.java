package org.shutterline.server.camera.gige;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.Exposure;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.Shot;

/**
 * A line of the camera triggers. A picture that is asked for nevertheless is triggered by software; pulses of the line are
 * not seen meanwhile.
 */
final class LinePace implements Pace {
    private static final int LANDINGS = 4;

    private final Intake intake;
    private final SoftwarePace byHand;
    private final TriggerMode line;
    private final Deque<Arrival> early = new ArrayDeque<>();

    LinePace(Intake intake, SoftwarePace byHand, TriggerMode line) {
        this.intake = intake;
        this.byHand = byHand;
        this.line = line;
    }

    @Override
    public void begin() throws CameraException {
        intake.renew(line);
    }

    @Override
    public Shot capture(FrameSource frames) throws CameraException, InterruptedException {
        if (intake.mode() == line) {
            for (Optional<Arrival> came = intake.now(); came.isPresent(); came = intake.now()) {
                early.add(came.get());
            }
            byHand.begin();
        }
        return byHand.capture(frames);
    }

    @Override
    public Optional<Shot> await(FrameSource frames, long mostMs) throws CameraException, InterruptedException {
        if (intake.mode() != line) {
            begin();
        }
        intake.fill(LANDINGS, frames);
        Optional<Arrival> arrival = early.isEmpty() ? intake.next(mostMs) : Optional.of(early.remove());
        return arrival.isPresent()
                ? Optional.of(intake.shot(arrival.get(), frames, Exposure.Freshness.TRIGGER, OptionalLong.empty()))
                : Optional.empty();
    }
}
