package org.shutterline.server.station;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.Plane;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.spi.Vision;

/** A frame as tools see it. Used by one thread; the frame stays its owner's. */
final class FrameScene implements OpenScene {
    static {
        Vision.load();
    }

    private final Frame frame;
    private final Optional<String> part;
    private final OffsetDateTime takenAt;
    private final ToolVerdicts said;
    private final Mat source;
    private Optional<Mat> converted = Optional.empty();
    private Pose pose = Pose.NONE;
    private Plane plane = Plane.PX;
    private long limitNanos = Long.MAX_VALUE;

    /** @param said what the tools before said; grows while they run */
    FrameScene(Frame frame, Optional<String> part, OffsetDateTime takenAt, ToolVerdicts said) {
        this.frame = frame;
        this.part = part;
        this.takenAt = takenAt;
        this.said = said;
        this.source = frame.mat();
    }

    /** The next tool runs: for it the part lies so, and its time ends then. */
    void begin(Pose lies, long untilNanos) {
        pose = lies;
        limitNanos = untilNanos;
    }

    /** From now on lengths are measured there. */
    void measureIn(Plane calibrated) {
        plane = calibrated;
    }

    @Override
    public int widthPx() {
        return frame.widthPx();
    }

    @Override
    public int heightPx() {
        return frame.heightPx();
    }

    @Override
    public boolean isColour() {
        return frame.format() == PixelFormat.BGR8;
    }

    @Override
    public Mat grey() {
        return frame.format() == PixelFormat.MONO8 ? source : converted(Imgproc.COLOR_BGR2GRAY);
    }

    @Override
    public Mat colour() {
        return frame.format() == PixelFormat.BGR8 ? source : converted(Imgproc.COLOR_GRAY2BGR);
    }

    @Override
    public Pose pose() {
        return pose;
    }

    @Override
    public Plane plane() {
        return plane;
    }

    @Override
    public Optional<Object> value(String name) {
        return said.value(name);
    }

    @Override
    public Optional<Verdict> verdict(String tool) {
        return said.of(tool).map(ToolVerdict::verdict);
    }

    @Override
    public Instant takenAt() {
        return takenAt.toInstant();
    }

    @Override
    public ZoneOffset offset() {
        return takenAt.getOffset();
    }

    @Override
    public Optional<String> part() {
        return part;
    }

    @Override
    public long nanosLeft() {
        return limitNanos - System.nanoTime();
    }

    /** A frame is mono8 or bgr8, so there is one conversion at most. */
    private Mat converted(int conversion) {
        if (converted.isEmpty()) {
            Mat mat = new Mat();
            Imgproc.cvtColor(source, mat, conversion);
            converted = Optional.of(mat);
        }
        return converted.get();
    }

    @Override
    public void close() {
        converted.ifPresent(Mat::release);
        source.release();
    }
}
