package org.shutterline.server.tool.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.shutterline.server.tool.Mats;

/** The good picture, prepared: reduced for the alignment, and what each pixel may be at most and at least. Immutable until closed. */
final class Golden implements AutoCloseable {
    private static final int LEAST_REDUCED_PX = 24;

    private final Mat mean;
    private final Mat most = new Mat();
    private final Mat least = new Mat();
    private final Mat brightest = new Mat();
    private final Mat darkest = new Mat();
    private final List<Level> levels = new ArrayList<>();
    private final int dark;
    private final int bright;
    private final double toleranceGrey;

    /**
     * @param mean CV_8UC1, taken over
     * @param spread CV_8UC1, standard deviation by pixel; empty if there was one good picture only; not kept
     */
    Golden(Mat mean, Mat spread, GoldenRule rule) {
        this.mean = mean;
        int[] counts = counts(mean);
        this.dark = quantile(counts, 0.03);
        this.bright = quantile(counts, 0.97);
        this.toleranceGrey = rule.toleranceGrey().orElse(Math.max(12, contrast() * rule.toleranceShare()));
        try (Mats mats = new Mats()) {
            Mat slack = mats.hold(new Mat(mean.size(), CvType.CV_8UC1, new Scalar(toleranceGrey)));
            if (!spread.empty()) {
                Core.scaleAdd(spread, rule.sigmas(), slack, slack);
            }
            Core.add(mean, slack, most);
            Core.subtract(mean, slack, least);
            Mat near = mats.hold(neighbourhood(rule.edgeTolerancePx()));
            Imgproc.dilate(most, brightest, near);
            Imgproc.erode(least, darkest, near);
        }
        for (int reduction : reductions(Math.min(mean.cols(), mean.rows()))) {
            levels.add(new Level(mean, reduction));
        }
    }

    int widthPx() {
        return mean.cols();
    }

    int heightPx() {
        return mean.rows();
    }

    Mat mean() {
        return mean;
    }

    /** What a pixel may be at most if edges lie exactly. */
    Mat most() {
        return most;
    }

    Mat least() {
        return least;
    }

    /** What a pixel may be at most if edges lie elsewhere by the tolerance. */
    Mat brightest() {
        return brightest;
    }

    Mat darkest() {
        return darkest;
    }

    /** The coarsest first. */
    List<Level> levels() {
        return levels;
    }

    /** Between its dark and its bright parts, grey levels. */
    double contrast() {
        return bright - dark;
    }

    /** The grey of its dark parts. */
    int dark() {
        return dark;
    }

    int bright() {
        return bright;
    }

    double toleranceGrey() {
        return toleranceGrey;
    }

    /** A disc of this radius. */
    static Mat neighbourhood(double radiusPx) {
        int reach = (int) Math.floor(radiusPx);
        Mat disc = new Mat(2 * reach + 1, 2 * reach + 1, CvType.CV_8UC1, new Scalar(0));
        for (int y = -reach; y <= reach; y++) {
            for (int x = -reach; x <= reach; x++) {
                if (x * x + y * y <= radiusPx * radiusPx + 0.25) {
                    disc.put(y + reach, x + reach, 1);
                }
            }
        }
        return disc;
    }

    @Override
    public void close() {
        levels.forEach(Level::close);
        mean.release();
        most.release();
        least.release();
        brightest.release();
        darkest.release();
    }

    private static int[] reductions(int sidePx) {
        if (sidePx / 8 >= 150) {
            return new int[] {8, 4, 2};
        }
        if (sidePx / 4 >= LEAST_REDUCED_PX) {
            return new int[] {4, 2};
        }
        return sidePx / 2 >= LEAST_REDUCED_PX ? new int[] {2, 1} : new int[] {1};
    }

    /** How many pixels of a reduced copy have each grey. */
    private static int[] counts(Mat mean) {
        try (Mats mats = new Mats()) {
            Mat small = mats.empty();
            double by = Math.max(1, Math.min(mean.cols(), mean.rows()) / 64);
            Imgproc.resize(mean, small, new Size(), 1 / by, 1 / by, Imgproc.INTER_NEAREST);
            int[] counts = new int[256];
            for (byte level : Level.bytes(small)) {
                counts[level & 255]++;
            }
            return counts;
        }
    }

    private static int quantile(int[] counts, double share) {
        int total = IntStream.of(counts).sum();
        int level = 0;
        for (int sum = counts[0]; sum < share * total && level < 255; ) {
            level++;
            sum += counts[level];
        }
        return level;
    }
}
