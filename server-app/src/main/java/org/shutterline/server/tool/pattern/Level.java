package org.shutterline.server.tool.pattern;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import org.shutterline.server.tool.Mats;

/**
 * A template at one size, with what a picture of it changes by when the template moves, turns or grows a little. The picture
 * under the template is gain * template + offset + these changes, which is a linear equation whose matrix is known
 * beforehand (Baker and Matthews, Lucas-Kanade 20 years on, 2004: inverse compositional, with gain and offset for the
 * light). Immutable until closed.
 */
final class Level implements AutoCloseable {
    private static final int GAIN = 0;
    private static final int MOVE = 2;

    private final Mat grey;
    private final int reduction;
    private final boolean turns;
    private final boolean scales;
    private final Mat changes;
    private final Mat inverse;
    private final Mat none = new Mat();

    /** @param grey CV_8UC1, taken over */
    Level(Mat grey, int reduction, boolean turns, boolean scales) {
        this.grey = grey;
        this.reduction = reduction;
        this.turns = turns;
        this.scales = scales;
        this.changes = changes();
        this.inverse = new Mat();
        try (Mats mats = new Mats()) {
            Mat square = mats.empty();
            Core.mulTransposed(changes, square, false);
            Core.invert(square, inverse, Core.DECOMP_SVD);
        }
    }

    Mat grey() {
        return grey;
    }

    /** How many px of the full size one px stands for, along a side. */
    int reduction() {
        return reduction;
    }

    int pixels() {
        return grey.cols() * grey.rows();
    }

    /**
     * How the template must move so that it fits better.
     *
     * @param patch the picture under it, CV_64F, one row
     * @param seen 1 where the picture is, else 0, like the patch; empty if it is everywhere
     */
    Shift shift(Mat patch, Mat seen, Mats mats) {
        Mat weights = mats.empty();
        if (seen.empty()) {
            Mat sums = mats.empty();
            Core.gemm(changes, patch, 1, none, 0, sums, Core.GEMM_2_T);
            Core.gemm(inverse, sums, 1, none, 0, weights);
        } else {
            solveSeen(patch, seen, weights, mats);
        }
        double[] w = new double[changes.rows()];
        weights.get(0, 0, w);
        double gain = Math.abs(w[GAIN]) < 1e-6 ? 1 : w[GAIN];
        double turn = turns ? -w[MOVE + 2] / gain : 0;
        double scale = scales ? -w[changes.rows() - 1] / gain : 0;
        return new Shift(-w[MOVE] / gain, -w[MOVE + 1] / gain, turn, scale);
    }

    private void solveSeen(Mat patch, Mat seen, Mat weights, Mats mats) {
        Mat all = mats.empty();
        Core.repeat(seen, changes.rows(), 1, all);
        Core.multiply(changes, all, all);
        Mat square = mats.empty();
        Mat sums = mats.empty();
        Core.gemm(all, changes, 1, none, 0, square, Core.GEMM_2_T);
        Core.gemm(all, patch, 1, none, 0, sums, Core.GEMM_2_T);
        Core.solve(square, sums, weights, Core.DECOMP_SVD);
    }

    /** Normalised correlation of the template with the picture under it. */
    double score(Mat patch, Mat seen, Mats mats) {
        Mat wanted = mats.hold(changes.row(GAIN));
        double count = seen.empty() ? pixels() : Core.sumElems(seen).val[0];
        Mat there = patch;
        Mat here = wanted;
        if (!seen.empty()) {
            there = mats.empty();
            here = mats.empty();
            Core.multiply(patch, seen, there);
            Core.multiply(wanted, seen, here);
        }
        double meanThere = Core.sumElems(there).val[0] / count;
        double meanHere = Core.sumElems(here).val[0] / count;
        double both = there.dot(here) - count * meanThere * meanHere;
        double varThere = there.dot(there) - count * meanThere * meanThere;
        double varHere = here.dot(here) - count * meanHere * meanHere;
        return varThere < count || varHere < count ? 0 : both / Math.sqrt(varThere * varHere);
    }

    /** One row each: the template, 1, by how much it changes for a px to the right, down, a radian of turn, and growth. */
    private Mat changes() {
        try (Mats mats = new Mats()) {
            Mat picture = mats.empty();
            grey.convertTo(picture, CvType.CV_64F);
            Mat right = mats.empty();
            Mat down = mats.empty();
            Imgproc.Sobel(picture, right, CvType.CV_64F, 1, 0, 3, 0.125, 0, Core.BORDER_REPLICATE);
            Imgproc.Sobel(picture, down, CvType.CV_64F, 0, 1, 3, 0.125, 0, Core.BORDER_REPLICATE);
            Mat rows = new Mat(MOVE + 2 + (turns ? 1 : 0) + (scales ? 1 : 0), pixels(), CvType.CV_64F, new Scalar(1));
            put(picture, rows, 0, mats);
            put(right, rows, MOVE, mats);
            put(down, rows, MOVE + 1, mats);
            if (turns) {
                put(sum(right, fromCentre(false, mats), -1, down, fromCentre(true, mats), mats), rows, MOVE + 2, mats);
            }
            if (scales) {
                Mat growth = sum(right, fromCentre(true, mats), 1, down, fromCentre(false, mats), mats);
                put(growth, rows, rows.rows() - 1, mats);
            }
            return rows;
        }
    }

    /** sign * a * b + c * d, px by px. */
    private static Mat sum(Mat a, Mat b, double sign, Mat c, Mat d, Mats mats) {
        Mat one = mats.empty();
        Mat other = mats.empty();
        Core.multiply(a, b, one, sign);
        Core.multiply(c, d, other);
        Core.add(one, other, one);
        return one;
    }

    /** How far each px is from the middle, to the right or down. */
    private Mat fromCentre(boolean across, Mats mats) {
        double[] off = new double[pixels()];
        for (int i = 0; i < off.length; i++) {
            off[i] = across ? i % grey.cols() + 0.5 - grey.cols() / 2.0 : i / grey.cols() + 0.5 - grey.rows() / 2.0;
        }
        Mat mat = mats.hold(new Mat(grey.rows(), grey.cols(), CvType.CV_64F));
        mat.put(0, 0, off);
        return mat;
    }

    private static void put(Mat picture, Mat rows, int row, Mats mats) {
        mats.hold(picture.reshape(1, 1)).copyTo(mats.hold(rows.row(row)));
    }

    @Override
    public void close() {
        grey.release();
        changes.release();
        inverse.release();
        none.release();
    }
}
