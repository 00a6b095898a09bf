package org.shutterline.server.camera.gige;

import java.util.Optional;
import java.util.OptionalLong;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.Exposure;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.Shot;

/**
 * A line of the camera triggers. Each picture that it took and that is lost is told, in its turn: a part went by. A picture
 * that is asked for nevertheless is triggered by software; pulses of the line are not seen meanwhile.
 */
final class LinePace implements Pace {
    private static final int LANDINGS = 8;
    /** A camera that counts strangely must not make a station tell of losses for ever. */
    private static final int LOST_AT_MOST = 100;

    private final Intake intake;
    private final SoftwarePace byHand;
    private final TriggerMode line;
    private Optional<Arrival> held = Optional.empty();
    private long lost;

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
                intake.field().giveBack(came.get().landing());
                lost++;
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
        if (held.isEmpty()) {
            held = intake.next(mostMs);
            lost += held.map(Arrival::missedBefore).orElse(0L);
        }
        if (lost > 0) {
            lost = Math.min(lost, LOST_AT_MOST) - 1;
            throw new CameraException(
                    CameraException.Kind.THIS_PICTURE, "a picture that the camera's line triggered was lost");
        }
        Optional<Arrival> arrival = held;
        held = Optional.empty();
        return arrival.isPresent()
                ? Optional.of(intake.shot(arrival.get(), frames, Exposure.Freshness.TRIGGER, OptionalLong.empty()))
                : Optional.empty();
    }

    @Override
    public void close() {
        held.ifPresent(arrival -> intake.field().giveBack(arrival.landing()));
        held = Optional.empty();
    }
}
