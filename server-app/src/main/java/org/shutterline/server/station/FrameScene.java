package org.shutterline.server.station;

import java.util.Optional;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.imgproc.Imgproc;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.Vision;

/** A frame as tools see it. Used by one thread; the frame stays its owner's. */
final class FrameScene implements Scene, AutoCloseable {
    static {
        Vision.load();
    }

    private final Frame frame;
    private final Optional<String> part;
    private final Mat source;
    private Optional<Mat> converted = Optional.empty();
    private long limitNanos = Long.MAX_VALUE;

    FrameScene(Frame frame, Optional<String> part) {
        this.frame = frame;
        this.part = part;
        this.source = frame.mat();
    }

    /** From now on the time of the tool that runs ends then. */
    void limitTo(long nanos) {
        limitNanos = nanos;
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
    public Mat grey() {
        return frame.format() == PixelFormat.MONO8 ? source : converted(Imgproc.COLOR_BGR2GRAY);
    }

    @Override
    public Mat colour() {
        return frame.format() == PixelFormat.BGR8 ? source : converted(Imgproc.COLOR_GRAY2BGR);
    }

    @Override
    public Mat grey(Region region) throws ToolException {
        if (!region.isInside(widthPx(), heightPx())) {
            throw new ToolException("its region reaches beyond the picture: " + region.width() + " x " + region.height()
                    + " at " + region.x() + ", " + region.y() + " in a picture of " + widthPx() + " x " + heightPx());
        }
        return new Mat(grey(), new Rect(region.x(), region.y(), region.width(), region.height()));
    }

    @Override
    public Optional<String> part() {
        return part;
    }

    @Override
    public long nanosLeft() {
        return limitNanos - System.nanoTime();
    }

    @Override
    public void checkTime() throws ToolException {
        if (nanosLeft() < 0) {
            throw new ToolException("its time is over");
        }
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
