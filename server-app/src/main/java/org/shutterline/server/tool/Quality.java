package org.shutterline.server.tool;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;

/**
 * What a picture is like as a picture.
 *
 * @param mean grey, 0 to 255
 * @param clipped percent of px that are 0 or 255
 * @param contrast between the darkest and the brightest twentieth, grey
 * @param sharpness percent of the strength of strong edges that another blur takes: an edge that is blurred already loses
 *     little by it. After Crete and others, The blur effect, SPIE 6492 (2007): it tells how sharp what is there is, not how much
 *     there is; 0 in a picture without edges
 */
record Quality(double mean, double clipped, double contrast, double sharpness) {
    private static final double AGAIN_PX = 2;
    /** The strongest edges, as a part of all px: there is always noise, and it is always sharp. */
    private static final double STRONGEST = 0.01;

    private static final double LEAST_EDGE = 12;

    static Quality of(View view, Scene scene, Mats mats) throws ToolException {
        Mat grey = view.grey();
        Mat inside = view.mask()
                .orElseGet(() -> mats.hold(new Mat(grey.rows(), grey.cols(), CvType.CV_8UC1, new Scalar(255))));
        long[] counts = counts(grey, inside);
        long all = 0;
        double sum = 0;
        for (int level = 0; level < 256; level++) {
            all += counts[level];
            sum += (double) level * counts[level];
        }
        if (all == 0) {
            throw new ToolException("its region is too small: no px is inside");
        }
        scene.checkTime();
        return new Quality(
                sum / all,
                100.0 * (counts[0] + counts[255]) / all,
                level(counts, 0.95 * all) - level(counts, 0.05 * all),
                sharpness(grey, inside, scene, mats));
    }

    private static long[] counts(Mat grey, Mat inside) {
        byte[] levels = new byte[(int) grey.total()];
        byte[] counted = new byte[levels.length];
        grey.get(0, 0, levels);
        inside.get(0, 0, counted);
        long[] counts = new long[256];
        for (int i = 0; i < levels.length; i++) {
            counts[levels[i] & 0xFF] += counted[i] == 0 ? 0 : 1;
        }
        return counts;
    }

    private static double level(long[] counts, double place) {
        double seen = 0;
        for (int level = 0; level < 256; level++) {
            seen += counts[level];
            if (seen > place) {
                return level;
            }
        }
        return 255;
    }

    private static double sharpness(Mat grey, Mat inside, Scene scene, Mats mats) throws ToolException {
        Mat calm = mats.empty();
        // noise is no edge: a small blur leaves little of it
        Imgproc.GaussianBlur(grey, calm, new Size(0, 0), 1);
        Mat blurred = mats.empty();
        Imgproc.GaussianBlur(calm, blurred, new Size(0, 0), AGAIN_PX);
        scene.checkTime();
        Mat before = edges(calm, mats);
        Mat after = edges(blurred, mats);
        scene.checkTime();
        Mat bins = mats.empty();
        before.convertTo(bins, CvType.CV_8U, 0.25);
        long[] counts = counts(bins, inside);
        double strong = Math.max(LEAST_EDGE, 4 * level(counts, (1 - STRONGEST) * Core.countNonZero(inside)));
        Mat chosen = mats.empty();
        Core.inRange(before, new Scalar(strong), new Scalar(1e9), chosen);
        Core.bitwise_and(chosen, inside, chosen);
        double strength = Core.mean(before, chosen).val[0];
        return strength <= 0 ? 0 : 100 * (1 - Core.mean(after, chosen).val[0] / strength);
    }

    private static Mat edges(Mat grey, Mats mats) {
        Mat across = mats.empty();
        Mat down = mats.empty();
        Imgproc.Sobel(grey, across, CvType.CV_32F, 1, 0);
        Imgproc.Sobel(grey, down, CvType.CV_32F, 0, 1);
        Mat strength = mats.empty();
        Core.magnitude(across, down, strength);
        return strength;
    }
}
