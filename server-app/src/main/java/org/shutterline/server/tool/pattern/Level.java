package org.shutterline.server.tool.pattern;

import java.util.ArrayList;
import java.util.List;
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
    private static final int OFFSET = 1;
    private static final int MOVE = 2;

    private final Mat grey;
    private final int reduction;
    private final boolean turns;
    private final boolean scales;
    private final Mat changes;
    private final List<Mat> rows = new ArrayList<>();
    private final double sum;
    private final double square;
    private final double[] inverse;
    private final Mat none = new Mat();

    /** @param grey CV_8UC1, taken over */
    Level(Mat grey, int reduction, boolean turns, boolean scales) {
        this.grey = grey;
        this.reduction = reduction;
        this.turns = turns;
        this.scales = scales;
        this.changes = changes();
        for (int i = 0; i < changes.rows(); i++) {
            rows.add(changes.row(i));
        }
        this.sum = Core.sumElems(rows.get(GAIN)).val[0];
        this.square = rows.get(GAIN).dot(rows.get(GAIN));
        this.inverse = inverse();
    }

    /** Row by row. */
    private double[] inverse() {
        try (Mats mats = new Mats()) {
            Mat squares = mats.empty();
            Mat inverted = mats.empty();
            Core.mulTransposed(changes, squares, false);
            Core.invert(squares, inverted, Core.DECOMP_SVD);
            double[] numbers = new double[changes.rows() * changes.rows()];
            inverted.get(0, 0, numbers);
            return numbers;
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
     * How well the template fits, and how it must move so that it fits better.
     *
     * @param patch the picture under it, CV_64F, one row
     * @param seen 1 where the picture is, else 0, like the patch; empty if it is everywhere
     */
    Fit fit(Mat patch, Mat seen, Mats mats) {
        return seen.empty() ? whole(patch) : inPart(patch, seen, mats);
    }

    private Fit whole(Mat patch) {
        double[] sums = rows.stream().mapToDouble(row -> row.dot(patch)).toArray();
        double[] weights = new double[sums.length];
        for (int i = 0; i < sums.length; i++) {
            for (int j = 0; j < sums.length; j++) {
                weights[i] += inverse[i * sums.length + j] * sums[j];
            }
        }
        double score = correlation(pixels(), sums[GAIN], sums[OFFSET], patch.dot(patch), sum, square);
        return new Fit(score, shift(weights));
    }

    private Fit inPart(Mat patch, Mat seen, Mats mats) {
        Mat all = mats.empty();
        Core.repeat(seen, changes.rows(), 1, all);
        Core.multiply(changes, all, all);
        Mat squares = mats.empty();
        Mat sums = mats.empty();
        Mat solved = mats.empty();
        Core.gemm(all, changes, 1, none, 0, squares, Core.GEMM_2_T);
        Core.gemm(all, patch, 1, none, 0, sums, Core.GEMM_2_T);
        Core.solve(squares, sums, solved, Core.DECOMP_SVD);
        double[] weights = new double[changes.rows()];
        solved.get(0, 0, weights);
        return new Fit(scoreInPart(patch, seen, mats), shift(weights));
    }

    private double scoreInPart(Mat patch, Mat seen, Mats mats) {
        Mat there = mats.empty();
        Mat here = mats.empty();
        Core.multiply(patch, seen, there);
        Core.multiply(rows.get(GAIN), seen, here);
        return correlation(
                Core.sumElems(seen).val[0],
                there.dot(here),
                Core.sumElems(there).val[0],
                there.dot(there),
                Core.sumElems(here).val[0],
                here.dot(here));
    }

    /** Normalised correlation of the picture with the template; 0 where one of them is of one grey. */
    private static double correlation(
            double count, double both, double sum, double square, double wantedSum, double wantedSquare) {
        double variance = square - sum * sum / count;
        double wanted = wantedSquare - wantedSum * wantedSum / count;
        return variance < count || wanted < count ? 0 : (both - sum * wantedSum / count) / Math.sqrt(variance * wanted);
    }

    private Shift shift(double[] weights) {
        double gain = Math.abs(weights[GAIN]) < 1e-6 ? 1 : weights[GAIN];
        double turn = turns ? -weights[MOVE + 2] / gain : 0;
        double growth = scales ? -weights[weights.length - 1] / gain : 0;
        return new Shift(-weights[MOVE] / gain, -weights[MOVE + 1] / gain, turn, growth);
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
        rows.forEach(Mat::release);
        changes.release();
        none.release();
    }

    /**
     * How the template lies on the picture.
     *
     * @param score normalised correlation, -1 to 1
     * @param shift by which it would fit better
     */
    record Fit(double score, Shift shift) {}
}
