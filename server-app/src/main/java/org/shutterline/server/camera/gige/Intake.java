package org.shutterline.server.camera.gige;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.Exposure;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.FrameSource;
import org.shutterline.server.spi.Shot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receives the pictures of one camera: makes its stream anew when needed, waits, and makes shots of what arrived. */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    /** An interrupt is seen after so long at most. */
    private static final long SLICE_MS = 5;

    private static final int SILENT_AT_MOST = 2;

    private final GenicamDevice device;
    private final CameraSetup setup;
    private final PictureKind kind;
    private final LandingField field;
    private final PictureCount count = new PictureCount();
    private Optional<PictureStream> stream = Optional.empty();
    private TriggerMode mode;
    private int silent;

    /** @param mode what the setup has set */
    Intake(GenicamDevice device, CameraSetup setup, PictureKind kind, TriggerMode mode) {
        this.device = device;
        this.setup = setup;
        this.kind = kind;
        this.field = new LandingField(kind);
        this.mode = mode;
    }

    LandingField field() {
        return field;
    }

    TriggerMode mode() {
        return mode;
    }

    /** Begins anew, with a socket of its own: whatever was on its way never arrives. */
    void renew(TriggerMode wanted) throws CameraException {
        renew(wanted, 0);
    }

    /** @param landings that wait when the camera begins, so that its first picture is not lost */
    void renew(TriggerMode wanted, int landings) throws CameraException {
        if (stream.isPresent()) {
            device.stop();
            closeStream();
        }
        if (mode != wanted) {
            setup.trigger(wanted);
            mode = wanted;
        }
        stream = Optional.of(device.stream(kind.payloadBytes()));
        count.streamBegins();
        for (int i = 0; i < landings; i++) {
            offer(field.ofItsOwn());
        }
        device.start();
    }

    void offer(Landing landing) {
        stream.orElseThrow().offer(landing);
    }

    /** Offers landings until so many wait. */
    void fill(int landings, FrameSource frames) throws CameraException {
        while (stream.orElseThrow().waiting() < landings) {
            offer(field.take(frames));
        }
    }

    /** What has already arrived. */
    Optional<Arrival> now() {
        return arrived(0);
    }

    /**
     * The next picture, whole or not.
     *
     * @throws CameraException if the camera is lost
     */
    Optional<Arrival> next(long mostMs) throws CameraException, InterruptedException {
        long until = System.nanoTime() + mostMs * 1_000_000;
        while (true) {
            if (Thread.interrupted()) {
                throw new InterruptedException("given up while waiting for the picture");
            }
            long leftMs = Math.max(0, (until - System.nanoTime()) / 1_000_000);
            Optional<Arrival> arrival = arrived(Math.min(SLICE_MS, leftMs));
            if (arrival.isPresent() || leftMs == 0) {
                return arrival;
            }
            device.checkOurs();
        }
    }

    /**
     * The next picture, which must come.
     *
     * @throws CameraException if it does not; for this picture only, if the camera answers and it is the first time
     */
    Arrival wanted(long mostMs) throws CameraException, InterruptedException {
        Optional<Arrival> arrival = next(mostMs);
        if (arrival.isPresent()) {
            silent = 0;
            return arrival.get();
        }
        device.payloadBytes();
        silent++;
        throw new CameraException(
                silent < SILENT_AT_MOST ? CameraException.Kind.THIS_PICTURE : CameraException.Kind.CAMERA_AWAY,
                "the camera answers but sent no picture within " + mostMs + " ms");
    }

    /**
     * Makes a shot; the landing is used up in any case.
     *
     * @throws CameraException if the picture is not whole, or there is no memory for it
     */
    Shot shot(Arrival arrival, FrameSource frames, Exposure.Freshness freshness, OptionalLong exposedNanos)
            throws CameraException {
        long number = arrival.number();
        try {
            arrival.mustBe(kind);
        } catch (CameraException notWhole) {
            field.giveBack(arrival.landing());
            throw notWhole;
        }
        Frame frame = field.frame(arrival.landing(), frames);
        Exposure exposure = new Exposure(
                OptionalLong.of(number),
                arrival.stampNanos() == 0 ? OptionalLong.empty() : OptionalLong.of(arrival.stampNanos()),
                exposedNanos,
                OptionalLong.of(arrival.arrivedNanos()),
                freshness);
        return new Shot(frame, exposure, Map.of("number", Long.toString(number)));
    }

    private Optional<Arrival> arrived(long mostMs) {
        return stream.orElseThrow().next(mostMs).map(arrival -> {
            long number = count.number(arrival.number());
            return arrival.counted(number, count.missed());
        });
    }

    private void closeStream() {
        stream.ifPresent(PictureStream::close);
        stream = Optional.empty();
    }

    /** Ends the stream, so that its memory is free at once; a camera that is lost is not asked to stop. */
    void close() {
        closeStream();
        if (device.isOurs()) {
            try {
                device.stop();
            } catch (CameraException lost) {
                LOG.debug("a camera could not be stopped: {}", lost.getMessage());
            }
        }
    }
}
