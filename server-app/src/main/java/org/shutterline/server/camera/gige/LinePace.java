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
    private static final int LANDINGS_AT_FIRST = 2;
    /** A camera that counts strangely must not make a station tell of losses for ever. */
    private static final int LOST_AT_MOST = 100;

    private final Intake intake;
    private final SoftwarePace byHand;
    private final CameraClock clock;
    private final TriggerMode line;
    private Optional<Arrival> held = Optional.empty();
    private long lost;

    /** When nothing had arrived last, of {@link System#nanoTime()}. */
    private long emptyNanos;

    LinePace(Intake intake, SoftwarePace byHand, CameraClock clock, TriggerMode line) {
        this.intake = intake;
        this.byHand = byHand;
        this.clock = clock;
        this.line = line;
    }

    @Override
    public void begin() throws CameraException {
        intake.renew(line, LANDINGS_AT_FIRST);
        emptyNanos = System.nanoTime();
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
            held = next(mostMs);
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

    /** What waited here while the one before was inspected came earlier than it is taken: its stamp tells when. */
    private Optional<Arrival> next(long mostMs) throws CameraException, InterruptedException {
        Optional<Arrival> waited = intake.now();
        if (waited.isEmpty()) {
            emptyNanos = System.nanoTime();
        }
        Optional<Arrival> next = waited.isPresent() ? waited : intake.next(mostMs);
        next.filter(Arrival::isStamped).ifPresent(one -> clock.arrived(one.stampNanos(), one.arrivedNanos()));
        return waited.isPresent()
                ? next.filter(Arrival::isStamped)
                        .map(one -> one.arrivedAt(Math.max(emptyNanos, clock.arrivedNanos(one.stampNanos()))))
                        .or(() -> next)
                : next;
    }

    @Override
    public void close() {
        held.ifPresent(arrival -> intake.field().giveBack(arrival.landing()));
        held = Optional.empty();
    }
}
