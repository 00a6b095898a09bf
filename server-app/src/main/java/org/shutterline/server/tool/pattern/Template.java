package org.shutterline.server.tool.pattern;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.shutterline.server.tool.Mats;

/** What a pattern tool looks for, in full and reduced for the first search. Immutable until closed. */
final class Template implements AutoCloseable {
    static final int LEAST_PX = 8;

    private static final int LEAST_REDUCED_PX = 8;
    private static final int LEAST_COARSEST_PX = 14;
    private static final int COARSEST = 8;
    private static final double LEAST_DEVIATION = 4;
    /** More pixels than these add time but no accuracy. */
    private static final int MOST_PIXELS = 60_000;

    private final Mat full;
    private final List<Level> levels = new ArrayList<>();

    /**
     * @param full CV_8UC1, taken over
     * @param turns whether it may be turned
     * @param scales whether it may be scaled
     */
    Template(Mat full, boolean turns, boolean scales) {
        this.full = full;
        try {
            int by = reduction(full);
            levels.add(new Level(reduced(full, by), by, turns, scales));
            while (by > 1 && 4 * levels.get(levels.size() - 1).pixels() <= MOST_PIXELS) {
                by /= 2;
                levels.add(new Level(reduced(full, by), by, turns, scales));
            }
        } catch (RuntimeException failed) {
            release();
            throw failed;
        }
    }

    int widthPx() {
        return full.cols();
    }

    int heightPx() {
        return full.rows();
    }

    /** From the coarsest to the finest that is of use. */
    List<Level> levels() {
        return levels;
    }

    boolean hasTexture() {
        return deviation(full) >= LEAST_DEVIATION;
    }

    /** A smaller copy, each pixel the mean of those it stands for, without what is left over at the sides; the caller releases it. */
    static Mat reduced(Mat grey, int by) {
        if (by == 1) {
            return grey.clone();
        }
        int width = Math.max(1, grey.cols() / by);
        int height = Math.max(1, grey.rows() / by);
        Mat whole = grey.submat(new Rect(0, 0, Math.min(grey.cols(), width * by), Math.min(grey.rows(), height * by)));
        Mat small = new Mat();
        Imgproc.resize(whole, small, new Size(width, height), 0, 0, Imgproc.INTER_AREA);
        whole.release();
        return small;
    }

    @Override
    public void close() {
        release();
    }

    private void release() {
        full.release();
        levels.forEach(Level::close);
    }

    /** As coarse as leaves enough to see. */
    private static int reduction(Mat full) {
        int by = COARSEST;
        while (by > 1 && !isEnough(full, by)) {
            by /= 2;
        }
        return by;
    }

    private static boolean isEnough(Mat full, int by) {
        if (Math.min(full.cols(), full.rows()) / by < (by == COARSEST ? LEAST_COARSEST_PX : LEAST_REDUCED_PX)) {
            return false;
        }
        Mat small = reduced(full, by);
        double left = deviation(small);
        small.release();
        return left >= LEAST_DEVIATION;
    }

    static double deviation(Mat grey) {
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
