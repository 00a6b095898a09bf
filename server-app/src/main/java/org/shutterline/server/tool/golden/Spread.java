package org.shutterline.server.tool.golden;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.shutterline.server.tool.Mats;

/** Mean and standard deviation of good pictures, pixel by pixel, each aligned to the first. Used by one thread. */
final class Spread implements AutoCloseable {
    private final Comparer comparer;
    private final Mat sum = new Mat();
    private final Mat squares = new Mat();
    private int count;

    /** @param first CV_8UC1, not kept */
    Spread(Mat first, GoldenRule rule) {
        Mat none = new Mat();
        this.comparer = new Comparer(new Golden(first.clone(), none, rule), rule);
        none.release();
        Mat.zeros(first.size(), CvType.CV_32FC1).copyTo(sum);
        Mat.zeros(first.size(), CvType.CV_32FC1).copyTo(squares);
        count(first);
    }

    Size size() {
        return sum.size();
    }

    /** @return false if it could not be aligned */
    boolean add(Mat picture) {
        Aligned aligned = comparer.align(picture);
        if (!aligned.isLikeGolden()) {
            return false;
        }
        Mat laid = comparer.laid(picture, aligned);
        count(laid);
        laid.release();
        return true;
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
        sum.release();
        squares.release();
    }
}
