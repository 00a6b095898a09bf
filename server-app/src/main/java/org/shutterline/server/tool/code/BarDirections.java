package org.shutterline.server.tool.code;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.shutterline.server.tool.Mats;

/**
 * How bars may lie in a picture: all edges of a bar code point the same way, so the ways in which most and strongest edges
 * point are tried first.
 */
final class BarDirections {
    private static final int LARGEST_PX = 640;
    private static final int TURN = 180;
    private static final int APART = 10;

    private BarDirections() {}

    /**
     * The turns, clockwise in degrees from -90 to 90, that would lay bars upright; the likeliest first.
     *
     * @param most how many
     */
    static List<Double> of(Mat grey, Rect part, int most) {
        try (Mats mats = new Mats()) {
            Mat cutOut = mats.hold(grey.submat(part));
            Mat small = mats.empty();
            double factor = Math.min(1, LARGEST_PX / (double) Math.max(part.width, part.height));
            Imgproc.resize(cutOut, small, new Size(0, 0), factor, factor, Imgproc.INTER_AREA);
            Imgproc.GaussianBlur(small, small, new Size(0, 0), 1);
            Mat across = mats.empty();
            Mat down = mats.empty();
            Imgproc.Sobel(small, across, CvType.CV_32F, 1, 0);
            Imgproc.Sobel(small, down, CvType.CV_32F, 0, 1);
            Mat strength = mats.empty();
            Mat angle = mats.empty();
            Core.cartToPolar(across, down, strength, angle, true);
            return peaks(softened(weights(strength, angle)), most);
        }
    }

    private static double[] weights(Mat strength, Mat angle) {
        float[] strengths = new float[(int) strength.total()];
        float[] angles = new float[strengths.length];
        strength.get(0, 0, strengths);
        angle.get(0, 0, angles);
        double[] weights = new double[TURN];
        for (int i = 0; i < strengths.length; i++) {
            // squared: one strong edge says more than many weak ones
            weights[(int) angles[i] % TURN] += (double) strengths[i] * strengths[i];
        }
        return weights;
    }

    private static double[] softened(double[] weights) {
        double[] soft = new double[TURN];
        for (int i = 0; i < TURN; i++) {
            for (int off = -2; off <= 2; off++) {
                soft[i] += weights[Math.floorMod(i + off, TURN)] * (3 - Math.abs(off));
            }
        }
        return soft;
    }

    private static List<Double> peaks(double[] weights, int most) {
        List<Double> turns = new ArrayList<>();
        double[] left = weights.clone();
        while (turns.size() < most) {
            int peak = 0;
            for (int i = 1; i < TURN; i++) {
                peak = left[i] > left[peak] ? i : peak;
            }
            if (left[peak] <= 0) {
                return turns;
            }
            double across = peak + 0.5;
            turns.add(across > 90 ? TURN - across : -across);
            for (int off = -APART; off <= APART; off++) {
                left[Math.floorMod(peak + off, TURN)] = 0;
            }
        }
        return turns;
    }
}
