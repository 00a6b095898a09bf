package org.shutterline.server.tool.pattern;

import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.shutterline.server.tool.Mats;

/** What a pattern tool looks for, in full and reduced for the first search. Immutable until closed. */
final class Template implements AutoCloseable {
    static final int LEAST_PX = 8;

    private static final int LEAST_REDUCED_PX = 8;
    private static final double LEAST_DEVIATION = 4;

    private final Mat full;
    private final Mat coarse;
    private final int reduction;

    /** @param full CV_8UC1, taken over */
    Template(Mat full) {
        this.full = full;
        this.reduction = reduction(full);
        this.coarse = reduced(full, reduction);
    }

    int widthPx() {
        return full.cols();
    }

    int heightPx() {
        return full.rows();
    }

    /** By how much the first search is coarser: 4, 2 or 1. */
    int reduction() {
        return reduction;
    }

    Mat full() {
        return full;
    }

    Mat coarse() {
        return coarse;
    }

    boolean hasTexture() {
        return deviation(full) >= LEAST_DEVIATION;
    }

    /** A smaller copy, each pixel the mean of those it stands for; the caller releases it. */
    static Mat reduced(Mat grey, int by) {
        if (by == 1) {
            return grey.clone();
        }
        Mat small = new Mat();
        Imgproc.resize(grey, small, new Size(grey.cols() / by, grey.rows() / by), 0, 0, Imgproc.INTER_AREA);
        return small;
    }

    @Override
    public void close() {
        full.release();
        coarse.release();
    }

    /** As coarse as leaves enough to see. */
    private static int reduction(Mat full) {
        int by = 4;
        while (by > 1 && !isEnough(full, by)) {
            by /= 2;
        }
        return by;
    }

    private static boolean isEnough(Mat full, int by) {
        if (Math.min(full.cols(), full.rows()) / by < LEAST_REDUCED_PX) {
            return false;
        }
        Mat small = reduced(full, by);
        double left = deviation(small);
        small.release();
        return left >= LEAST_DEVIATION;
    }

    private static double deviation(Mat grey) {
        try (Mats mats = new Mats()) {
            MatOfDouble mean = new MatOfDouble();
            MatOfDouble deviation = new MatOfDouble();
            mats.hold(mean);
            mats.hold(deviation);
            Core.meanStdDev(grey, mean, deviation);
            return deviation.get(0, 0)[0];
        }
    }
}
