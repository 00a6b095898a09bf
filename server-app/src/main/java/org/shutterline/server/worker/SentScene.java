package org.shutterline.server.worker;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.spi.Scene;

/** A picture that came through the pipe, as the tool in the worker sees it. Used by one thread. */
final class SentScene implements Scene, AutoCloseable {
    private final Mat source;
    private final boolean isColour;
    private final Optional<String> part;
    private final OffsetDateTime takenAt;
    private final Pose pose;
    private final long untilNanos;
    private Optional<Mat> converted = Optional.empty();

    /**
     * @param head the line before it
     * @param pixels direct, from position 0, not to be changed while this is open
     */
    SentScene(Map<String, Object> head, ByteBuffer pixels) {
        this.isColour = PixelFormat.BGR8.word().equals(head.get("format"));
        this.source = new Mat(
                (Integer) head.get("height"),
                (Integer) head.get("width"),
                isColour ? CvType.CV_8UC3 : CvType.CV_8UC1,
                pixels);
        this.part = Optional.ofNullable((String) head.get("part"));
        this.takenAt = OffsetDateTime.parse((String) head.get("takenAt"));
        this.pose = FindingJson.pose(head.get("pose"));
        this.untilNanos = System.nanoTime() + ((Number) head.get("leftMs")).longValue() * 1_000_000;
    }

    /** The tool asked for something that does not go through the pipe. The message is for a technician. */
    static final class NotSent extends UnsupportedOperationException {
        private static final long serialVersionUID = 1;

        private NotSent(String message) {
            super(message);
        }
    }

    @Override
    public int widthPx() {
        return source.cols();
    }

    @Override
    public int heightPx() {
        return source.rows();
    }

    @Override
    public Mat grey() {
        return isColour ? converted(Imgproc.COLOR_BGR2GRAY) : source;
    }

    @Override
    public Mat colour() {
        return isColour ? source : converted(Imgproc.COLOR_GRAY2BGR);
    }

    private Mat converted(int conversion) {
        if (converted.isEmpty()) {
            Mat mat = new Mat();
            Imgproc.cvtColor(source, mat, conversion);
            converted = Optional.of(mat);
        }
        return converted.get();
    }

    @Override
    public boolean isColour() {
        return isColour;
    }

    @Override
    public Pose pose() {
        return pose;
    }

    /** Not sent; a wrong "nothing measured" would be worse than none. */
    @Override
    public Optional<Object> value(String name) {
        throw new NotSent("an isolated tool cannot ask what other tools measured");
    }

    @Override
    public Optional<Verdict> verdict(String tool) {
        throw new NotSent("an isolated tool cannot ask what other tools said");
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
        return untilNanos - System.nanoTime();
    }

    @Override
    public void close() {
        converted.ifPresent(Mat::release);
        source.release();
    }
}
