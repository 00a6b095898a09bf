package org.shutterline.server.spi;

import java.util.Optional;
import java.util.SplittableRandom;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/** A scene for tests of tools: a picture, a part's name, and a deadline. Frees its matrices when closed. */
public final class TestScene implements Scene, AutoCloseable {
    private static final long AN_HOUR_NANOS = 3_600_000_000_000L;

    private final Mat grey;
    private final Mat colour = new Mat();
    private final Optional<String> part;
    private final long deadlineNanos;

    private TestScene(Mat grey, Optional<String> part, long nanosLeft) {
        this.grey = grey;
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

    /** The same picture, for a trigger that named a part. */
    public TestScene withPart(String name) {
        return new TestScene(copy(), Optional.of(name), AN_HOUR_NANOS);
    }

    /** The same picture with so much time left. */
    public TestScene withNanosLeft(long nanos) {
        return new TestScene(copy(), part, nanos);
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
    public Mat grey(Region region) throws ToolException {
        if (!region.isInside(widthPx(), heightPx())) {
            throw new ToolException("the region is not inside the picture of " + widthPx() + " x " + heightPx());
        }
        return grey.submat(new Rect(region.x(), region.y(), region.width(), region.height()));
    }

    @Override
    public Optional<String> part() {
        return part;
    }

    @Override
    public long nanosLeft() {
        return deadlineNanos - System.nanoTime();
    }

    @Override
    public void checkTime() throws ToolException {
        if (nanosLeft() < 0) {
            throw new ToolException("its time is over");
        }
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
