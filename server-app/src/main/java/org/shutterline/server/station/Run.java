package org.shutterline.server.station;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Origin;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.StageTime;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.Shot;

/** One accepted trigger on its way. Guarded by the lock of its runner. */
final class Run {
    final long id;
    final TriggerRequest request;
    final Origin origin;
    final long readAtNanos;
    final OffsetDateTime time;
    final PreparedJob job;
    private final List<StageTime> stages = new ArrayList<>(5);
    private Optional<Frame> frame = Optional.empty();
    private Map<String, String> notes = Map.of();
    private Optional<Judgement> judgement = Optional.empty();
    private double ms;
    private long waitedNanos;
    private long arrivedNanos;
    private long judgedAtNanos;
    private boolean ended;
    private boolean outOfInspection;
    private volatile boolean unwanted;

    Run(long id, TriggerRequest request, Origin origin, long readAtNanos, OffsetDateTime time, PreparedJob job) {
        this.id = id;
        this.request = request;
        this.origin = origin;
        this.readAtNanos = readAtNanos;
        this.time = time;
        this.job = job;
    }

    /** Its picture need not be taken any more. Any thread. */
    void unwanted() {
        unwanted = true;
    }

    boolean isUnwanted() {
        return unwanted;
    }

    void stage(String name, long fromNanos, long toNanos) {
        stages.add(new StageTime(name, (toNanos - fromNanos) / 1e6));
    }

    /** The time until the exposure and that of the transfer are told apart if the camera tells when it exposed. */
    void captured(Shot shot, long askedNanos, long nowNanos) {
        long arrived = shot.exposure().arrivedNanos().orElse(nowNanos);
        if (shot.exposure().exposedNanos().isPresent()) {
            long exposed = shot.exposure().exposedNanos().getAsLong();
            stage("exposure", askedNanos, exposed);
            stage("transfer", exposed, arrived);
        } else {
            stage("picture", askedNanos, arrived);
        }
        waitedNanos = askedNanos - readAtNanos;
        arrivedNanos = arrived;
        frame = Optional.of(shot.frame());
        notes = shot.notes();
    }

    /** Its picture did not come. */
    void missed(Map<String, String> noted) {
        notes = noted;
    }

    /** What it waited before, for the camera and for this, is a stage too, so that the stages are the whole. */
    void inspected(long fromNanos, long toNanos) {
        stages.add(0, new StageTime("waiting", (waitedNanos + fromNanos - arrivedNanos) / 1e6));
        stage("inspection", fromNanos, toNanos);
    }

    /** The picture, while the run owns it. */
    Optional<Frame> frame() {
        return frame;
    }

    void judged(Judgement said, long nowNanos) {
        judgement = Optional.of(said);
        judgedAtNanos = nowNanos;
        ms = (nowNanos - readAtNanos) / 1e6;
    }

    boolean isJudged() {
        return judgement.isPresent();
    }

    long judgedAtNanos() {
        return judgedAtNanos;
    }

    /** It returned from its inspection, or is given up there. Whether it is the first of these that happens. */
    boolean leavesInspection() {
        boolean first = !outOfInspection;
        outOfInspection = true;
        return first;
    }

    /** Its answer is out: a durable result, or that there is none. */
    void end() {
        ended = true;
    }

    boolean isEnded() {
        return ended;
    }

    /** Whoever gets the picture owns it from then on. */
    Optional<Frame> handFrameOver() {
        Optional<Frame> handed = frame;
        frame = Optional.empty();
        return handed;
    }

    /** All of the run for the archive. */
    Detail detail(int station) {
        return detail(station, List.of());
    }

    /** The same with what came after the deadline had been answered. */
    Detail detail(int station, List<Measurement> late) {
        Judgement said = judgement.orElseThrow();
        InspectionResult result = new InspectionResult(
                id,
                station,
                job.name(),
                time,
                ms,
                request.part(),
                request.once(),
                request.keys(),
                origin,
                said.verdict(),
                said.code(),
                said.reason(),
                said.values(),
                PictureState.PENDING);
        return new Detail(result, job.version(), said.overlays(), stages, notes, late);
    }
}
