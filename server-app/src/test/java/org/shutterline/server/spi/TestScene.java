package org.shutterline.server.spi;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.message.Verdict;

/** A scene for tests of tools: a picture, a part's name, and a deadline. Frees its matrices when closed. */
public final class TestScene implements Scene, AutoCloseable {
    private static final long AN_HOUR_NANOS = 3_600_000_000_000L;

    private final Mat grey;
    private final Mat colour;
    private final boolean isColour;
    private final Optional<String> part;
    private final long deadlineNanos;
    private int looksLeft = Integer.MAX_VALUE;
    private int looks;
    private Pose pose = Pose.NONE;
    private Plane plane = Plane.PX;
    private Map<String, Object> values = Map.of();
    private Map<String, Verdict> verdicts = Map.of();
    private OffsetDateTime takenAt = Instant.EPOCH.atOffset(ZoneOffset.UTC);

    private TestScene(Mat grey, Optional<String> part, long nanosLeft) {
        this(grey, new Mat(), part, nanosLeft);
    }

    private TestScene(Mat grey, Mat colour, Optional<String> part, long nanosLeft) {
        this.grey = grey;
        this.colour = colour;
        this.isColour = !colour.empty();
        this.part = part;
        this.deadlineNanos = System.nanoTime() + nanosLeft;
    }

    /** A copy of a frame's picture, in grey; an hour to look at it. */
    public static TestScene of(Frame frame) {
        Vision.load();
        Mat grey = new Mat();
        Mat mat = frame.mat();
        if (frame.format() == PixelFormat.BGR8) {
            Imgproc.cvtColor(mat, grey, Imgproc.COLOR_BGR2GRAY);
        } else {
            mat.copyTo(grey);
        }
        mat.release();
        return new TestScene(grey, Optional.empty(), AN_HOUR_NANOS);
    }

    /** A picture of one grey. */
    public static TestScene blank(int widthPx, int heightPx, int level) {
        Vision.load();
        return new TestScene(
                new Mat(heightPx, widthPx, CvType.CV_8UC1, new Scalar(level)), Optional.empty(), AN_HOUR_NANOS);
    }

    /** Greys by chance. */
    public static TestScene noise(int widthPx, int heightPx, SplittableRandom dice) {
        Vision.load();
        byte[] levels = new byte[widthPx * heightPx];
        dice.nextBytes(levels);
        Mat grey = new Mat(heightPx, widthPx, CvType.CV_8UC1);
        grey.put(0, 0, levels);
        return over(grey);
    }

    /** Takes over a grey picture. */
    public static TestScene over(Mat grey) {
        return new TestScene(grey, Optional.empty(), AN_HOUR_NANOS);
    }

    /** Takes over a colour picture, CV_8UC3 blue, green, red. */
    public static TestScene overColour(Mat colour) {
        Mat grey = new Mat();
        Imgproc.cvtColor(colour, grey, Imgproc.COLOR_BGR2GRAY);
        return new TestScene(grey, colour, Optional.empty(), AN_HOUR_NANOS);
    }

    /** From now on the part lies so. */
    public TestScene lying(Pose lies) {
        pose = lies;
        return this;
    }

    /** From now on lengths are measured there. */
    public TestScene measuredIn(Plane calibrated) {
        plane = calibrated;
        return this;
    }

    /** What tools before are said to have found. */
    public TestScene after(Map<String, Object> found, Map<String, Verdict> said) {
        values = found;
        verdicts = said;
        return this;
    }

    /** From now on the picture was asked for then. */
    public TestScene takenAt(OffsetDateTime when) {
        takenAt = when;
        return this;
    }

    /** The same picture, for a trigger that named a part. */
    public TestScene withPart(String name) {
        return like(new TestScene(copy(), colour.clone(), Optional.of(name), AN_HOUR_NANOS));
    }

    /** The same picture with so much time left. */
    public TestScene withNanosLeft(long nanos) {
        return like(new TestScene(copy(), colour.clone(), part, nanos));
    }

    private TestScene like(TestScene copy) {
        return copy.lying(pose).measuredIn(plane).after(values, verdicts).takenAt(takenAt);
    }

    private Mat copy() {
        return grey.clone();
    }

    @Override
    public int widthPx() {
        return grey.cols();
    }

    @Override
    public int heightPx() {
        return grey.rows();
    }

    @Override
    public boolean isColour() {
        return isColour;
    }

    @Override
    public Mat grey() {
        return grey;
    }

    @Override
    public Mat colour() {
        if (colour.empty()) {
            Imgproc.cvtColor(grey, colour, Imgproc.COLOR_GRAY2BGR);
        }
        return colour;
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
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public Optional<Verdict> verdict(String tool) {
        return Optional.ofNullable(verdicts.get(tool));
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
        looks++;
        return looks > looksLeft ? -1 : deadlineNanos - System.nanoTime();
    }

    /** From now on the time is over after so many more looks at the clock. */
    public TestScene endingAfterLooks(int count) {
        looks = 0;
        looksLeft = count;
        return this;
    }

    /** How often somebody looked at the clock. */
    public int looks() {
        return looks;
    }

    /** The mean grey, for tests that ask whether somebody wrote to the picture. */
    public double mean() {
        return Core.mean(grey).val[0];
    }

    @Override
    public void close() {
        grey.release();
        colour.release();
    }
}
