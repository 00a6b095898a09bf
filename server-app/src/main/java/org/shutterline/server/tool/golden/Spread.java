package org.shutterline.server.tool.golden;

import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.tool.Mats;

/** Mean and standard deviation of good pictures, pixel by pixel, each aligned to the first. Used by one thread. */
final class Spread implements AutoCloseable {
    /** A deviation that stands for: nothing is known here, so it may look as it will. */
    static final int UNKNOWN = 255;

    private final Comparer comparer;
    private final Mat unknown;
    private final Mat sum = new Mat();
    private final Mat squares = new Mat();
    private int count;

    /**
     * Begins with the first picture.
     *
     * @param first CV_8UC1, not kept
     * @param unknown CV_8UC1, 255 where there is nothing in it, not kept
     * @param rimPx how far it reaches beyond the region
     */
    Spread(Mat first, Mat unknown, GoldenRule rule, int rimPx) {
        this.unknown = unknown.clone();
        try (Mats mats = new Mats()) {
            this.comparer = new Comparer(new Golden(first.clone(), mats.empty(), rule), rule, rimPx);
        }
        Mat.zeros(first.size(), CvType.CV_32FC1).copyTo(sum);
        Mat.zeros(first.size(), CvType.CV_32FC1).copyTo(squares);
        count(first);
    }

    Size size() {
        return sum.size();
    }

    /** How far beyond the golden picture the next one should be seen, px. */
    int marginPx() {
        return comparer.marginPx();
    }

    /** @return false if it could not be aligned */
    boolean add(Sight sight) throws ToolException {
        try (Mats mats = new Mats()) {
            Optional<Mat> laid = comparer.laid(sight, mats);
            laid.ifPresent(this::count);
            return laid.isPresent();
        }
    }

    /** CV_8UC1, released by the caller. */
    Mat mean() {
        Mat mean = new Mat();
        sum.convertTo(mean, CvType.CV_8U, 1.0 / count);
        return mean;
    }

    /** CV_8UC1, released by the caller. */
    Mat deviation() {
        try (Mats mats = new Mats()) {
            Mat mean = mats.empty();
            sum.convertTo(mean, CvType.CV_32F, 1.0 / count);
            Core.multiply(mean, mean, mean);
            Mat variance = mats.empty();
            Core.addWeighted(squares, 1.0 / count, mean, -1, 0, variance);
            Core.max(variance, new Scalar(0), variance);
            Core.sqrt(variance, variance);
            Mat deviation = new Mat();
            variance.convertTo(deviation, CvType.CV_8U);
            Mats.fill(deviation, new Scalar(UNKNOWN), unknown);
            return deviation;
        }
    }

    private void count(Mat picture) {
        try (Mats mats = new Mats()) {
            Mat values = mats.empty();
            picture.convertTo(values, CvType.CV_32F);
            Core.add(sum, values, sum);
            Core.multiply(values, values, values);
            Core.add(squares, values, squares);
            count++;
        }
    }

    @Override
    public void close() {
        comparer.close();
        unknown.release();
        sum.release();
        squares.release();
    }
}
